import CallModel
public import Foundation

extension CallText {
    /// Everything known of one call: its record, its measures, its sound as two lanes, its tags.
    public static func page(
        _ page: CallPage, timeZone: TimeZone, form: TerminalForm = TerminalForm()
    ) -> String {
        var layout = CallLayout(page: page, zone: timeZone, output: TerminalPage(form: form))
        layout.write()
        return layout.output.text
    }
}

/// Lays a call out on a terminal page.
private struct CallLayout {
    let page: CallPage
    let zone: TimeZone
    var output: TerminalPage

    private var words: any TextCatalogue { output.form.language.words }
    private var language: Language { output.form.language }
    private var names: TagNames { TagNames(page.taxonomy) }

    mutating func write() {
        writeHeader()
        writeMeasures()
        writeSound()
        writeFlaws()
        writeTags()
        writeMetadata()
    }

    private mutating func writeHeader() {
        let call = page.call
        var title = [
            Span(words.callLabel + " ", .quiet), Span(SafeText.oneLine(call.id.rawValue), .heading),
        ]
        if let began = call.record.startedAt {
            title.append(Span("  " + CalendarText.dateTime(began, in: zone)))
        }
        output.line(title)
        let facts = CallText.facts(call.record, language: language)
        if !facts.isEmpty { output.paragraph(facts) }
    }

    private mutating func writeMeasures() {
        var sound: [String] = []
        if let completeness = CallText.completeness(page.call, language: language) {
            sound.append(completeness)
        }
        if let recording = page.call.recording, let file = recording.files.first {
            sound.append(
                words.format(
                    container: file.container, codec: file.codec, hertz: recording.sampleRate,
                    layout: recording.layout))
        }
        if !sound.isEmpty { output.paragraph(sound.joined(separator: words.separator)) }
        guard let profile = page.profile else { return }
        output.gap()
        output.paragraph(CallText.measures(profile, language: language))
        let conversation = CallText.conversation(profile, language: language)
        if !conversation.isEmpty { output.paragraph(conversation, ink: .quiet) }
    }

    private mutating func writeSound() {
        guard let waveform = page.waveform, waveform.pointCount > 0 else { return }
        let marks = page.tags.compactMap { tag -> WaveLanes.Mark? in
            guard case .painPoint(let key, _) = tag.annotation.content,
                let range = tag.annotation.range
            else { return nil }
            return WaveLanes.Mark(range: range, label: names.painPoint(key))
        }
        output.gap()
        let lanes = WaveLanes(
            waveform: waveform, layout: page.call.recording?.layout ?? .mono,
            holds: page.profile?.holds.map(\.range) ?? [], marks: marks, form: output.form)
        for line in lanes.lines { output.line(line) }
    }

    private mutating func writeFlaws() {
        let flaws = CallText.flaws(page.call, language: language)
        let isIncomplete = (page.call.completeness ?? 1) < 1
        guard !flaws.isEmpty || isIncomplete else { return }
        output.heading(words.flawsTitle)
        if isIncomplete,
            let sentence = CallText.completeness(page.call, language: language)
        {
            output.paragraph(words.sentence(sentence), indent: 2, first: [Span("  ")], ink: .loss)
        }
        for flaw in flaws { output.paragraph(flaw, indent: 2, ink: .loss) }
    }

    private mutating func writeTags() {
        output.heading(words.tagsTitle)
        guard !page.tags.isEmpty else {
            output.paragraph(words.noTags, indent: 2, ink: .quiet)
            return
        }
        let tags = page.tags.sorted { left, right in
            let start = left.annotation.range?.start.milliseconds ?? -1
            let other = right.annotation.range?.start.milliseconds ?? -1
            return start == other ? left.annotation.id < right.annotation.id : start < other
        }
        let glyphs = output.form.glyphs
        let rows = tags.map { tag in
            let annotation = tag.annotation
            return (
                time: annotation.range.map(ClockText.range) ?? words.wholeCall,
                side: annotation.side.map { words.side($0) } ?? "", tag: tag
            )
        }
        let times = ChartColumn(rows.map(\.time), glyphs: glyphs)
        let sides = ChartColumn(rows.map(\.side), glyphs: glyphs)
        for row in rows {
            var first = [Span("  " + times.leading(row.time) + "  ", .quiet)]
            if sides.width > 0 { first.append(Span(sides.leading(row.side) + "  ", .quiet)) }
            let indent = first.reduce(0) { $0 + DisplayWidth.of($1.text) }
            output.paragraph(
                text(of: row.tag), indent: min(indent, output.measure / 2), first: first)
        }
    }

    private func text(of tag: HeardTag) -> String {
        var facts = [CallText.said(tag.annotation, names: names, words: words)]
        facts.append(SafeText.oneLine(tag.listener.rawValue))
        if tag.selection == .handPicked { facts.append(words.handPickedBadge) }
        return facts.joined(separator: words.separator)
    }

    private mutating func writeMetadata() {
        let metadata = page.call.record.metadata.sorted {
            $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }
        guard !metadata.isEmpty else { return }
        output.heading(words.metadataTitle)
        let keys = ChartColumn(
            metadata.map { SafeText.oneLine($0.key) }, glyphs: output.form.glyphs, limit: 24)
        for (key, value) in metadata {
            output.paragraph(
                SafeText.cut(SafeText.oneLine(value), width: CallText.remarkWidth),
                indent: keys.width + 4,
                first: [Span("  " + keys.leading(SafeText.oneLine(key)) + "  ", .quiet)])
        }
    }
}
