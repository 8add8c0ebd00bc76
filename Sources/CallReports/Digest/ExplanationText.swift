public import CallModel

/// The arithmetic of one line of a digest, for whoever wants to do the sum again.
public enum ExplanationText {
    /// The sums, one a line, with their inputs before them.
    public static func terminal(
        _ explanation: Explanation, form: TerminalForm = TerminalForm()
    ) -> String {
        let words = form.language.words
        let page = ExplanationPage(explanation, words: words)
        var output = TerminalPage(form: form)
        output.title(page.title, page.masthead)
        if let withheld = page.withheld { output.paragraph(withheld) }
        for part in page.parts {
            output.heading(part.title)
            if !part.rows.isEmpty {
                TextTable(
                    columns: part.columns.enumerated().map { place, column in
                        .init(
                            column.label, alignment: column.isNumber ? .trailing : .leading,
                            minimumWidth: place == 0 ? 8 : 4)
                    },
                    rows: part.rows.map(\.cells)
                ).write(on: &output, indent: 2)
            }
            for sum in part.sums {
                output.paragraph(sum, indent: 4, first: [Span("  - ", .quiet)])
            }
        }
        return output.text
    }
}
