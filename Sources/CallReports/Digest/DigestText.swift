public import CallModel

/// A digest for the terminal: the headline first, then the ranking as bars, then what was heard.
public enum DigestText {
    /// The digest on lines of at most `width` columns.
    public static func terminal(
        _ digest: Digest, width: Int = 80, color: Bool = false, glyphs: Glyphs = .unicode,
        language: Language = .english
    ) -> String {
        terminal(
            digest,
            form: TerminalForm(width: width, color: color, glyphs: glyphs, language: language))
    }

    /// The digest in a form.
    public static func terminal(_ digest: Digest, form: TerminalForm) -> String {
        var layout = DigestLayout(
            page: DigestPage(digest, language: form.language), output: TerminalPage(form: form))
        layout.write()
        return layout.output.text
    }
}

/// Lays a digest out on a terminal page.
private struct DigestLayout {
    let page: DigestPage
    var output: TerminalPage

    private var words: any TextCatalogue { page.words }
    private var glyphs: Glyphs { output.form.glyphs }

    mutating func write() {
        output.line([
            Span(page.title, .quiet), Span(words.separator, .quiet),
            Span(page.masthead.joined(separator: words.separator), .quiet),
        ])
        output.gap()
        output.paragraph(page.headline, ink: .heading)
        for alarm in page.alarms {
            output.paragraph(
                alarm.sentence, indent: 2, first: [Span("! ", .strong)], ink: .strong)
        }
        for win in page.wins { output.paragraph(win.sentence, ink: .strong) }
        if let nextStep = page.nextStep { output.paragraph(nextStep) }
        if !page.sample.isEmpty {
            output.gap()
            output.paragraph(page.sample.joined(separator: " "))
        }
        for caution in page.cautions {
            output.paragraph(caution, indent: 2, first: [Span("! ", .strong)])
        }
        writeRanking()
        writeSection(page.alerts)
        writeFindings()
        writeSection(page.early)
        writeSection(page.handPickedOnly)
        writeSection(page.quiet)
        writeReasons()
        writeInitiatives()
        writeNotHeard()
        writeCoverage()
        for part in page.parts {
            output.heading(part.title)
            output.paragraph(part.sentences.joined(separator: " "), indent: 2)
        }
        writeUnhearable()
        writeMethod()
    }

    private mutating func writeRanking() {
        guard !page.ranked.isEmpty else { return }
        if page.ranked.contains(where: { $0.total != nil }) {
            output.gap()
            RankingChart(page: page, form: output.form).write(on: &output)
        }
        output.gap()
        for note in page.orderNotes { output.paragraph(note, ink: .quiet) }
    }

    private mutating func writeFindings() {
        guard !page.ranked.isEmpty else { return }
        output.heading(words.findingsTitle)
        let placeWidth = ChartColumn(page.ranked.map(\.place), glyphs: glyphs).width
        for (index, finding) in page.ranked.enumerated() {
            if index > 0 { output.gap() }
            write(finding, placeWidth: placeWidth)
        }
    }

    private mutating func writeSection(_ section: DigestPage.Section) {
        guard !section.findings.isEmpty else { return }
        output.heading(section.title, note: section.note)
        for finding in section.findings { write(finding) }
    }

    private mutating func write(_ finding: FindingEntry, placeWidth: Int = 0) {
        var title = [Span("  "), Span(finding.label, .strong)]
        if placeWidth > 0 {
            let place = glyphs.fold(finding.place)
            let space = String(repeating: " ", count: max(0, placeWidth - place.count))
            title.insert(Span("  " + place + space, .quiet), at: 0)
        }
        if !finding.badge.isEmpty { title.append(Span("  " + finding.badge, .quiet)) }
        output.line(title)
        let indent = placeWidth > 0 ? placeWidth + 4 : 4
        output.paragraph(finding.sentences.joined(separator: " "), indent: indent)
        if let weeks = finding.weeks { weeks.write(on: &output, indent: indent, words: words) }
        let calls = ChartColumn(finding.clips.map(\.call), glyphs: glyphs, limit: 16)
        let times = ChartColumn(finding.clips.map(\.time), glyphs: glyphs)
        for clip in finding.clips { write(clip, calls, times, indent: indent) }
    }

    private mutating func write(
        _ clip: FindingEntry.Clip, _ calls: ChartColumn, _ times: ChartColumn, indent margin: Int
    ) {
        let first = [
            Span(String(repeating: " ", count: margin)), Span(calls.leading(clip.call), .strong),
            Span("  " + times.leading(clip.time) + "  "),
            Span(clip.severityText, .severity(clip.severity)), Span("  "),
        ]
        let indent = first.reduce(0) { $0 + DisplayWidth.of(glyphs.fold($1.text)) }
        let note = clip.note.isEmpty ? "" : words.quoted(clip.note)
        let said = [clip.badge, note].filter { !$0.isEmpty }.joined(separator: words.separator)
        if output.measure - indent >= 20 {
            output.paragraph(said, indent: indent, first: first, ink: .quiet, limit: 2)
        } else {
            output.line(first)
            output.paragraph(said, indent: margin + 2, ink: .quiet, limit: 2)
        }
    }

    private mutating func writeNotHeard() {
        guard !page.notHeard.isEmpty else { return }
        output.heading(words.notHeardTitle)
        write(page.notHeard)
    }

    private mutating func write(_ groups: [DigestPage.NotHeard]) {
        for group in groups {
            output.paragraph(group.sentence, indent: 2)
            output.paragraph(
                group.labels.joined(separator: words.separator), indent: 4, ink: .quiet)
        }
    }

    private mutating func writeInitiatives() {
        if !page.smallWins.isEmpty {
            output.heading(words.smallWinsTitle, note: words.smallWinsNote)
            for win in page.smallWins { output.paragraph(win.sentence, indent: 2) }
        }
        guard !page.initiatives.isEmpty else { return }
        output.heading(words.initiativesTitle, note: words.initiativesNote)
        for entry in page.initiatives {
            output.line([
                Span("  "), Span(entry.title, .strong), Span("  " + entry.status, .quiet),
            ])
            output.paragraph(entry.sentences.joined(separator: " "), indent: 4)
        }
    }

    private mutating func writeCoverage() {
        guard !page.coverage.isEmpty else { return }
        output.heading(words.coverageTitle)
        output.paragraph(page.coverage.joined(separator: " "), indent: 2)
        guard !page.corners.isEmpty else { return }
        output.gap()
        TextTable(
            columns: [
                .init(words.cornerColumn, minimumWidth: 8),
                .init(words.populationColumn, alignment: .trailing),
                .init(words.heardColumn, alignment: .trailing),
                .init(""),
            ],
            rows: page.corners.map {
                [$0.name, $0.population, $0.heard, $0.isSilent ? words.cornersTitle : ""]
            }
        ).write(on: &output, indent: 2)
        if let more = page.moreCorners { output.paragraph(more, indent: 2, ink: .quiet) }
    }

    private mutating func writeReasons() {
        guard !page.reasons.isEmpty else { return }
        output.gap()
        ReasonsChart(page: page, form: output.form).write(on: &output)
        write(page.reasonsNotHeard)
    }

    private mutating func writeUnhearable() {
        guard !page.unhearable.isEmpty else { return }
        output.heading(words.unhearableTitle)
        for sentence in page.unhearable {
            output.paragraph(sentence, indent: 2, ink: page.losesData ? .loss : .plain)
        }
    }

    private mutating func writeMethod() {
        output.heading(words.methodTitle)
        output.paragraph(page.method.joined(separator: " "), indent: 2)
        output.footnotes(page.footnotes)
        guard !page.strata.isEmpty else { return }
        output.gap()
        TextTable(
            columns: [
                .init(words.groupColumn, minimumWidth: 8),
                .init(words.populationColumn, alignment: .trailing),
                .init(words.drawnColumn, alignment: .trailing),
                .init(words.heardColumn, alignment: .trailing),
                .init(words.skippedColumn, alignment: .trailing),
            ], rows: page.strata.map(\.cells)
        ).write(on: &output, indent: 2)
    }
}
