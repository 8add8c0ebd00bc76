public import CallModel
import Foundation

/// The calls behind a number of how far listeners agree.
public enum ComparedCallsText {
    /// A call a line.
    public static func terminal(
        _ compared: ComparedCalls, form: TerminalForm = TerminalForm()
    ) -> String {
        let words = form.language.words
        let page = ComparedCallsPage(compared, words: words)
        var output = TerminalPage(form: form)
        output.title(page.title, page.masthead)
        output.paragraph(page.lead)
        guard !page.rows.isEmpty else { return output.text }
        output.gap()
        TextTable(
            columns: [
                .init(words.callColumn, minimumWidth: 8),
                .init(words.beganColumn, minimumWidth: 16), .init(words.listenersColumn),
                .init(words.allSaidColumn, minimumWidth: 12),
                .init(words.someSaidColumn, minimumWidth: 12),
            ],
            rows: page.rows.map { row in
                [
                    row.call.rawValue, row.began, row.listeners, row.keptFresh ?? row.agreed,
                    row.differing,
                ]
            }
        ).write(on: &output)
        return output.text
    }

    /// The same as JSON, with what each listener said of them.
    public static func json(_ compared: ComparedCalls) -> String {
        let value = JSONText.object([
            .init("period", DigestJSON.period(compared.period)),
            .init("scope", DigestJSON.scope(compared.scope)),
            .init("of", .string("\(compared.choice)")),
            .init("calls", .array(compared.calls.map(call))),
        ])
        return value.text(indented: true) + "\n"
    }

    private static func call(_ call: JudgedCall) -> JSONText {
        .object([
            .init("call", .string(call.id.rawValue)),
            .init("startedAt", .string(Date.ISO8601FormatStyle().format(call.startedAt))),
            .init("judgements", .array(call.judgements.map(ComparisonText.judgement))),
        ])
    }
}
