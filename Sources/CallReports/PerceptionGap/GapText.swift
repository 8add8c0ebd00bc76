public import CallModel
public import Foundation

/// How far what people expected is from what was measured, for people and for machines.
public enum GapText {
    /// The gap of all together, reason by reason, and of people by name; nobody is held against
    /// others before they answered ten questions.
    public static func terminal(
        _ gap: PerceptionGap, form: TerminalForm = TerminalForm()
    ) -> String {
        let words = form.language.words
        var page = TerminalPage(form: form)
        page.line([Span(words.gapTitle, .heading)])
        page.gap()
        guard let score = gap.team.score else {
            page.paragraph(words.noGuesses)
            if gap.unmeasured > 0 { page.paragraph(words.unmeasured(gap.unmeasured)) }
            return page.text
        }
        page.paragraph(words.misplaced(score))
        page.paragraph(words.verdicts(gap.team))
        if gap.unmeasured > 0 { page.paragraph(words.unmeasured(gap.unmeasured), ink: .quiet) }
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
            rows: gap.reasons.map { reason in
                [
                    label(reason.label, reason.reason), words.percent(reason.meanGuess),
                    words.percent(reason.meanMeasured), words.figures.whole(reason.tooHigh),
                    words.figures.whole(reason.tooLow), words.figures.whole(reason.guesses),
                ]
            }
        ).write(on: &page, indent: 2)
        page.heading(words.peopleTitle, note: words.peopleNote)
        for person in gap.people {
            page.line([Span("  "), Span(name(person.listener), .strong)])
            page.paragraph(said(of: person, words: words), indent: 4)
            if !person.isComparable {
                let listener = ShellWord.of(person.listener.rawValue)
                page.line([Span("      earful gap --listener \(listener)")])
            }
        }
        writeFootnote(words, &page)
        return page.text
    }

    /// The sittings of one listener, the earliest first.
    public static func history(
        of listener: ListenerID, in gap: PerceptionGap, timeZone: TimeZone,
        form: TerminalForm = TerminalForm()
    ) -> String {
        let words = form.language.words
        var page = TerminalPage(form: form)
        page.line([Span(words.historyTitle(name(listener)), .heading)])
        page.gap()
        let sittings = gap.history(of: listener)
        let summary = PerceptionGap.Summary(sittings)
        guard let score = summary.score else {
            page.paragraph(words.noGuessesOf(name(listener)))
            return page.text
        }
        page.paragraph(words.misplaced(score))
        page.paragraph(words.verdicts(summary))
        for sitting in sittings {
            page.gap()
            page.line([
                Span(CalendarText.dateTime(sitting.startedAt, in: timeZone), .strong),
                Span(
                    words.separator
                        + [
                            SafeText.oneLine(sitting.period.label),
                            words.measuredFrom(sitting.counted),
                        ].joined(separator: words.separator), .quiet),
            ])
            page.paragraph(words.misplaced(sitting.score), indent: 2)
            for question in sitting.questions {
                page.paragraph(
                    words.guess(question), indent: 4,
                    first: [
                        Span("  "), Span(label(question.label, question.reason) + "  ", .strong),
                    ])
            }
        }
        writeFootnote(words, &page)
        return page.text
    }

    private static func said(
        of person: PerceptionGap.Person, words: any TextCatalogue
    ) -> String {
        guard person.isComparable, let score = person.summary.score else {
            return words.tooFewQuestions(person.summary.questions)
        }
        return words.misplaced(score) + " " + words.verdicts(person.summary)
    }

    private static func writeFootnote(_ words: any TextCatalogue, _ page: inout TerminalPage) {
        page.gap()
        page.paragraph(
            words.gapFootnote.sentence + " (" + words.gapFootnote.source + ")", indent: 4,
            first: [Span("  - ", .quiet)], ink: .quiet)
    }

    private static func name(_ listener: ListenerID) -> String {
        SafeText.cut(SafeText.oneLine(listener.rawValue), width: 40)
    }

    private static func label(_ label: String, _ key: String) -> String {
        let name = SafeText.oneLine(label)
        return SafeText.cut(name.isEmpty ? SafeText.oneLine(key) : name, width: 60)
    }
}
