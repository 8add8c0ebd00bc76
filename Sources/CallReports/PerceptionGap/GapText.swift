public import CallModel
public import Foundation

/// How far what people expected is from what was measured, for people and for machines.
public enum GapText {
    /// The gap of all together, reason by reason, and of people by name; nobody is held against
    /// others before they answered ten questions.
    public static func terminal(
        _ gap: PerceptionGap, form: TerminalForm = TerminalForm()
    ) -> String {
        let shown = GapPage(gap, language: form.language)
        let words = shown.words
        var page = TerminalPage(form: form)
        page.line([Span(words.gapTitle, .heading)])
        page.gap()
        for sentence in shown.lead { page.paragraph(sentence) }
        let isEmpty = shown.reasons.isEmpty
        if let unmeasured = shown.unmeasured {
            page.paragraph(unmeasured, ink: isEmpty ? .plain : .quiet)
        }
        guard !isEmpty else { return page.text }
        page.heading(words.misjudgedTitle)
        TextTable(
            columns: [
                .init(words.reasonColumn, minimumWidth: 16),
                .init(words.guessedColumn, alignment: .trailing, minimumWidth: 8),
                .init(words.measuredColumn, alignment: .trailing, minimumWidth: 8),
                .init(words.tooHighColumn, alignment: .trailing, minimumWidth: 8),
                .init(words.tooLowColumn, alignment: .trailing, minimumWidth: 7),
                .init(words.guessesColumn, alignment: .trailing, minimumWidth: 7),
            ],
            rows: shown.reasons.map {
                [$0.name, $0.guessed, $0.measured, $0.tooHigh, $0.tooLow, $0.guesses]
            }
        ).write(on: &page, indent: 2)
        page.heading(words.peopleTitle, note: words.peopleNote)
        for person in shown.people {
            page.line([Span("  "), Span(person.name, .strong)])
            page.paragraph(person.said, indent: 4)
            if person.hasHistoryOnly {
                let listener = ShellWord.of(person.listener.rawValue)
                page.line([Span("      earful gap --listener \(listener)")])
            }
        }
        page.gap()
        page.footnotes([shown.footnote])
        return page.text
    }

    /// The sittings of one listener, the earliest first.
    public static func history(
        of listener: ListenerID, in gap: PerceptionGap, timeZone: TimeZone,
        form: TerminalForm = TerminalForm()
    ) -> String {
        let shown = GapHistoryPage(
            of: listener, in: gap, timeZone: timeZone, language: form.language)
        var page = TerminalPage(form: form)
        page.line([Span(shown.title, .heading)])
        page.gap()
        for sentence in shown.lead { page.paragraph(sentence) }
        guard !shown.sittings.isEmpty else { return page.text }
        let separator = shown.words.separator
        for sitting in shown.sittings {
            page.gap()
            page.line([
                Span(sitting.when, .strong),
                Span(separator + sitting.facts.joined(separator: separator), .quiet),
            ])
            page.paragraph(sitting.score, indent: 2)
            for question in sitting.questions {
                page.paragraph(
                    question.sentence, indent: 4,
                    first: [Span("  "), Span(question.name + "  ", .strong)])
            }
        }
        page.gap()
        page.footnotes([shown.footnote])
        return page.text
    }
}
