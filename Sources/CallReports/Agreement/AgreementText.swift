public import CallModel

/// How far listeners agree, for people and for machines.
public enum AgreementText {
    /// The agreement on lines: the calls, each pain point, the rest, who hears differently, and what
    /// to talk about.
    public static func terminal(
        _ agreement: Agreement, form: TerminalForm = TerminalForm()
    ) -> String {
        var layout = AgreementLayout(
            page: AgreementPage(agreement, language: form.language),
            output: TerminalPage(form: form))
        layout.write()
        return layout.output.text
    }

    /// How one call is opened side by side, as a command line.
    public static func command(comparing call: CallID) -> String {
        "earful agreement compare \(ShellWord.of(call.rawValue))"
    }
}

/// Lays agreement out on a terminal page.
private struct AgreementLayout {
    let page: AgreementPage
    var output: TerminalPage

    private var words: any TextCatalogue { page.words }

    mutating func write() {
        output.line([
            Span(words.agreementTitle, .heading), Span(words.separator, .quiet),
            Span(page.masthead.joined(separator: words.separator), .quiet),
        ])
        output.gap()
        output.paragraph(page.headline)
        output.paragraph(page.doublyHeard)
        writeTags()
        writeRest()
        if let clips = page.clips {
            output.heading(words.clipsTitle)
            output.paragraph(clips, indent: 2)
        }
        writeDrift()
        writeAgenda()
        writeWaiting()
        guard !page.footnotes.isEmpty else { return }
        output.gap()
        output.footnotes(page.footnotes)
    }

    private mutating func writeTags() {
        guard !page.tags.isEmpty else { return }
        output.heading(words.agreementByTagTitle)
        TextTable(
            columns: [
                .init(words.painPointColumn, minimumWidth: 12),
                .init(words.agreedColumn, alignment: .trailing, minimumWidth: 9),
                .init(words.sharedColumn, alignment: .trailing, minimumWidth: 10),
                .init(words.beyondColumn, alignment: .trailing, minimumWidth: 20),
                .init(words.readingColumn, minimumWidth: 12),
            ],
            rows: page.tags.map { [$0.name] + $0.counts.map(\.text) + [$0.number, $0.reading] }
        ).write(on: &output, indent: 2)
        output.paragraph(words.agreementScale, indent: 2, ink: .quiet)
    }

    private mutating func writeRest() {
        guard !page.rest.isEmpty else { return }
        output.heading(words.agreementOnRestTitle)
        TextTable(
            columns: [
                .init("", minimumWidth: 12),
                .init(words.populationColumn, alignment: .trailing),
                .init(words.beyondColumn, alignment: .trailing, minimumWidth: 20),
                .init(words.readingColumn, minimumWidth: 12),
            ],
            rows: page.rest.map { [$0.name] + $0.counts.map(\.text) + [$0.number, $0.reading] }
        ).write(on: &output, indent: 2)
    }

    private mutating func writeDrift() {
        output.heading(words.driftTitle)
        for drift in page.drift { output.paragraph(drift.sentence, indent: 2) }
        if let note = page.driftNote { output.paragraph(note, indent: 2, ink: .quiet) }
    }

    private mutating func writeAgenda() {
        guard !page.agenda.isEmpty || page.nothingToSettle != nil else { return }
        output.heading(words.agendaTitle, note: page.agenda.isEmpty ? "" : words.agendaNote)
        if let nothing = page.nothingToSettle { output.paragraph(nothing, indent: 2) }
        for topic in page.agenda {
            output.line([Span("  "), Span(topic.name, .strong)])
            output.paragraph(topic.note, indent: 4, ink: .quiet)
            for call in topic.calls {
                output.line([Span("    " + AgreementText.command(comparing: call))])
            }
        }
    }

    private mutating func writeWaiting() {
        guard !page.waiting.isEmpty else { return }
        output.heading(words.waitingTitle)
        for waiting in page.waiting {
            output.paragraph(waiting.sentence, indent: 2)
            output.line([Span("    earful listen --draw \(ShellWord.of(waiting.draw.rawValue))")])
        }
    }
}
