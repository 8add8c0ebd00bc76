import CallModel
import Foundation

/// Lays a sitting out on a terminal page.
struct SessionLayout {
    let session: Session
    let summary: SessionSummary
    let names: TagNames
    let zone: TimeZone
    var output: TerminalPage

    init(_ session: Session, taxonomy: Taxonomy?, zone: TimeZone, form: TerminalForm) {
        self.session = session
        let words = taxonomy ?? .empty
        summary = SessionSummary(of: session, taxonomy: words)
        names = TagNames(taxonomy)
        self.zone = zone
        output = TerminalPage(form: form)
    }

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
        var facts: [String] = []
        func add(_ count: Int, _ phrase: (Int) -> String) {
            if count > 0 { facts.append(phrase(count)) }
        }
        add(summary.finished.count, words.finished)
        add(summary.skipped.count, words.skippedCalls)
        add(summary.open.count, words.stillOpen)
        add(summary.painPoints.reduce(0) { $0 + $1.marks }, words.marks)
        add(summary.callsWithReason, words.reasonsGiven)
        add(summary.ideas.count, words.ideas)
        if !facts.isEmpty { output.paragraph(facts.joined(separator: words.separator)) }
    }

    /// Pain points, the one on the most calls first.
    private mutating func writePainPoints() {
        guard !summary.painPoints.isEmpty else { return }
        output.heading(words.painPointsTitle)
        TextTable(
            columns: [
                .init(words.painPointColumn, minimumWidth: 12),
                .init(words.callsColumn, alignment: .trailing),
                .init(words.worstColumn, alignment: .trailing),
            ],
            rows: summary.painPoints.map { count in
                [
                    names.painPoint(count.painPoint), words.figures.whole(count.calls),
                    words.figures.whole(count.worstSeverity),
                ]
            }
        ).write(on: &output, indent: 2)
    }

    /// What was expected beside what was heard, in counts: one sitting is too little for shares.
    private mutating func writeExpectations() {
        guard !summary.predictions.isEmpty else { return }
        output.heading(
            words.expectedTitle,
            note: session.predictionsSealed ? words.sealed : words.notSealed)
        let labels = ChartColumn(
            summary.predictions.map { names.reason($0.reason) }, glyphs: output.form.glyphs,
            limit: max(12, output.measure / 2))
        for prediction in summary.predictions {
            output.paragraph(
                words.expected(
                    prediction.predictedShare, heard: prediction.heardCalls,
                    of: summary.callsWithReason),
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
}
