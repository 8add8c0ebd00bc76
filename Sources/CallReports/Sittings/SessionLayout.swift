import CallModel
import Foundation

/// Lays a sitting out on a terminal page.
struct SessionLayout {
    let session: Session
    let names: TagNames
    let taxonomy: Taxonomy?
    let zone: TimeZone
    var output: TerminalPage

    private var words: any TextCatalogue { output.form.language.words }

    mutating func write() {
        writeHeader()
        writePainPoints()
        writeExpectations()
        writeRemarks(words.ideasTitle) { $0.ideaText }
        writeRemarks(words.kudosTitle) { $0.kudosText }
        writeCalls()
    }

    private mutating func writeHeader() {
        var times = CalendarText.dateTime(session.startedAt, in: zone)
        if let ended = session.endedAt {
            times += "–" + CalendarText.timeOfDay(ended, in: zone)
        }
        output.line([
            Span(words.purpose(session.purpose), .heading), Span(words.separator, .quiet),
            Span(SafeText.oneLine(session.listener.rawValue)), Span(words.separator, .quiet),
            Span(times),
            Span(session.endedAt == nil ? words.separator + words.sittingGoesOn : "", .quiet),
        ])
        output.gap()
        let listened = session.calls.count { !$0.heard.isEmpty }
        output.paragraph(
            words.sittingHeard(
                ClockText.duration(seconds: session.heardSeconds), calls: listened), ink: .heading)
        let contents = session.calls.flatMap(\.annotations).map(\.content)
        var facts: [String] = []
        func add(_ count: Int, _ phrase: (Int) -> String) {
            if count > 0 { facts.append(phrase(count)) }
        }
        add(session.calls.count { $0.progress == .finished }, words.finished)
        add(session.calls.count { $0.progress.isSkip }, words.skippedCalls)
        add(session.calls.count { $0.progress == .open }, words.stillOpen)
        add(contents.count { $0.painPointKey != nil }, words.marks)
        add(contents.count { $0.reasonKey != nil }, words.reasonsGiven)
        add(contents.count { $0.ideaText != nil }, words.ideas)
        if !facts.isEmpty { output.paragraph(facts.joined(separator: words.separator)) }
    }

    /// Pain points by the calls they were heard in, then by key.
    private mutating func writePainPoints() {
        var counts: [String: (calls: Set<CallID>, worst: Int)] = [:]
        for call in session.calls {
            for annotation in call.annotations {
                guard case .painPoint(let key, let severity) = annotation.content else { continue }
                var count = counts[current(painPoint: key)] ?? ([], 0)
                count.calls.insert(call.call)
                count.worst = max(count.worst, severity)
                counts[current(painPoint: key)] = count
            }
        }
        guard !counts.isEmpty else { return }
        output.heading(words.painPointsTitle)
        let ordered = counts.sorted {
            $0.value.calls.count != $1.value.calls.count
                ? $0.value.calls.count > $1.value.calls.count
                : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
        TextTable(
            columns: [
                .init(words.painPointColumn, minimumWidth: 12),
                .init(words.callsColumn, alignment: .trailing),
                .init(words.worstColumn, alignment: .trailing),
            ],
            rows: ordered.map { key, count in
                [
                    names.painPoint(key), words.figures.whole(count.calls.count),
                    words.figures.whole(count.worst),
                ]
            }
        ).write(on: &output, indent: 2)
    }

    /// What was expected beside what was heard, in counts: one sitting is too little for shares.
    private mutating func writeExpectations() {
        guard !session.predictions.isEmpty else { return }
        let given = session.calls.compactMap { call in
            call.annotations.compactMap { $0.content.reasonKey }.last
        }
        output.heading(
            words.expectedTitle,
            note: session.predictionsSealed ? words.sealed : words.notSealed)
        let labels = ChartColumn(
            session.predictions.map { names.reason($0.reason) }, glyphs: output.form.glyphs,
            limit: max(12, output.measure / 2))
        for prediction in session.predictions {
            let heard = given.count { isOrLiesBelow($0, prediction.reason) }
            output.paragraph(
                words.expected(prediction.share, heard: heard, of: given.count),
                indent: labels.width + 4,
                first: [Span("  " + labels.leading(names.reason(prediction.reason)) + "  ")],
                ink: .quiet)
        }
    }

    private mutating func writeRemarks(
        _ title: String, _ text: (Annotation.Content) -> String?
    ) {
        let remarks = session.calls.flatMap { call in
            call.annotations.compactMap { annotation in
                text(annotation.content).map { (annotation: annotation, text: $0) }
            }
        }
        guard !remarks.isEmpty else { return }
        output.heading(title)
        for remark in remarks {
            let place = [
                SafeText.cut(SafeText.oneLine(remark.annotation.call.rawValue), width: 24),
                remark.annotation.range.map(ClockText.range) ?? "",
            ].filter { !$0.isEmpty }.joined(separator: " ")
            output.paragraph(
                SafeText.cut(SafeText.oneLine(remark.text), width: 600) + " (\(place))", indent: 4,
                first: [Span("  - ")])
        }
    }

    private mutating func writeCalls() {
        guard !session.calls.isEmpty else { return }
        output.heading(words.callsTitle)
        TextTable(
            columns: [
                .init(words.callColumn, minimumWidth: 8),
                .init(words.heardDuration, alignment: .trailing, minimumWidth: 5),
                .init(words.reasonColumn, minimumWidth: 8),
                .init(words.tagsColumn, alignment: .trailing),
                .init(words.progressColumn, minimumWidth: 8), .init("", minimumWidth: 8),
            ],
            rows: session.calls.map { call in
                let reason = call.annotations.compactMap { $0.content.reasonKey }.last
                return [
                    call.call.rawValue,
                    ClockText.duration(seconds: Double(call.heard.totalMilliseconds) / 1000),
                    reason.map(names.reason) ?? "",
                    words.figures.whole(call.annotations.count { $0.content.isTag }),
                    words.progress(call.progress),
                    call.selection == .handPicked ? words.handPickedBadge : "",
                ]
            }
        ).write(on: &output, indent: 2)
    }

    private func current(painPoint key: String) -> String {
        taxonomy?.currentKey(forPainPoint: key) ?? key
    }

    /// Whether a reason is the other one, or stands below it in the tree.
    private func isOrLiesBelow(_ reason: String, _ other: String) -> Bool {
        guard let taxonomy else { return reason == other }
        let reason = taxonomy.currentKey(forReason: reason)
        let other = taxonomy.currentKey(forReason: other)
        return reason == other || taxonomy.path(ofReason: reason).contains { $0.key == other }
    }
}

extension Session.HeardCall.Progress {
    var isSkip: Bool {
        if case .skipped = self { true } else { false }
    }
}
