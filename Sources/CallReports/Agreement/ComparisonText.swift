public import CallModel
public import Foundation

/// One call as each of its listeners heard it, side by side.
public enum ComparisonText {
    /// The call on lines: a row for the reason and for each pain point, a column for each listener.
    ///
    /// Where only one person has judged the call nothing is shown of what they said. `settlement` is
    /// what was agreed on afterwards, with the acts that led to it.
    public static func terminal(
        _ call: JudgedCall, settlement: Settlement? = nil, taxonomy: Taxonomy?, timeZone: TimeZone,
        form: TerminalForm = TerminalForm()
    ) -> String {
        let shown = ComparisonPage(
            call, settlement: settlement, taxonomy: taxonomy, timeZone: timeZone,
            language: form.language)
        let words = shown.words
        var page = TerminalPage(form: form)
        page.line([
            Span(words.comparedTitle + " ", .quiet),
            Span(SafeText.oneLine(call.id.rawValue), .heading),
        ])
        page.gap()
        page.paragraph(shown.lead)
        guard !shown.rows.isEmpty else { return page.text }
        page.gap()
        TextTable(
            columns: [.init("", minimumWidth: 14)] + shown.columns.map { .init($0) },
            rows: shown.rows.map { row in
                [row.name]
                    + row.cells.map { cell in
                        ([cell.text] + cell.ranges.map(ClockText.range)).joined(separator: " ")
                    }
            }
        ).write(on: &page, indent: 2)
        for act in shown.acts {
            page.paragraph(
                act.sentence + (act.because.isEmpty ? "." : ": \(act.because)"), indent: 2,
                ink: .quiet)
        }
        page.gap()
        page.paragraph(words.listen(to: ShellWord.of(call.id.rawValue)))
        return page.text
    }
}
