public import CallModel
import Foundation

/// The calls behind a number of a digest.
public enum CallsBehindText {
    /// A line for each call, and below it one for each moment in it.
    public static func terminal(
        _ behind: CallsBehind, form: TerminalForm = TerminalForm()
    ) -> String {
        let words = form.language.words
        let page = CallsBehindPage(behind, words: words)
        var output = TerminalPage(form: form)
        output.title(page.title, page.masthead)
        output.paragraph(page.lead)
        for row in page.rows {
            output.gap()
            output.paragraph(
                row.facts.joined(separator: words.separator), indent: 2,
                first: [Span(SafeText.oneLine(row.call.rawValue), .strong), Span("  ")], ink: .quiet
            )
            if let keptFresh = row.keptFresh { output.paragraph(keptFresh, indent: 4) }
            for moment in row.moments {
                output.paragraph(
                    [moment.label, moment.severityText, moment.listener].compactMap { $0 }
                        .joined(separator: words.separator),
                    indent: 6, first: [Span("    "), Span(moment.time + "  ", .strong)])
            }
        }
        if let note = page.note {
            output.gap()
            output.paragraph(note, ink: .quiet)
        }
        return output.text
    }

    /// The same as JSON, with everything that is known of them.
    public static func json(_ behind: CallsBehind) -> String {
        let value = JSONText.object([
            .init("period", DigestJSON.period(behind.period)),
            .init("scope", DigestJSON.scope(behind.scope)),
            .init("of", .string("\(behind.choice)")),
            .init("counted", .integer(behind.counted)),
            .init("handPicked", .integer(behind.handPicked)),
            .init("withheld", behind.withheld > 0 ? .integer(behind.withheld) : nil),
            .init("calls", .array(behind.calls.map(call))),
        ])
        return value.text(indented: true) + "\n"
    }

    private static func call(_ call: CallsBehind.Call) -> JSONText {
        .object([
            .init("call", .string(call.id.rawValue)),
            .init("startedAt", .string(Date.ISO8601FormatStyle().format(call.startedAt))),
            .init("isCounted", .bool(call.isCounted)),
            .init("standsFor", call.weight.map(JSONText.number)),
            .init("share", .number(call.share)),
            .init("listeners", .array(call.listeners.map { .string($0.rawValue) })),
            .init("keptFresh", call.isKeptFresh ? .bool(true) : nil),
            .init("reasons", .array(call.reasons.map(JSONText.string))),
            .init("moments", .array(call.moments.map(moment))),
        ])
    }

    private static func moment(_ moment: CallsBehind.Moment) -> JSONText {
        .object([
            .init("painPoint", .string(moment.painPoint)),
            .init("label", .string(moment.label)),
            .init("severity", .integer(moment.severity)),
            .init("listener", .string(moment.listener.rawValue)),
            .init("startMilliseconds", (moment.range?.start.milliseconds).map(JSONText.integer)),
            .init("endMilliseconds", (moment.range?.end.milliseconds).map(JSONText.integer)),
        ])
    }
}
