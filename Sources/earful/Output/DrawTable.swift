import CallArchive
import CallModel
import CallReports
import Foundation

/// Draws as a list, with how far each was heard.
struct DrawTable {
    private let draws: [DrawSummary]
    private let zone: TimeZone

    init(_ draws: [DrawSummary], zone: TimeZone) {
        self.draws = draws
        self.zone = zone
    }

    func text(form: TerminalForm) -> String {
        guard !draws.isEmpty else { return "No draws. `earful draw` makes one.\n" }
        let columns: [TextTable.Column] = [
            .init("made", minimumWidth: 16), .init("draw", minimumWidth: 16), .init("method"),
            .init("picked", alignment: .trailing, minimumWidth: 6),
            .init("heard", alignment: .trailing, minimumWidth: 5),
            .init("skipped", alignment: .trailing, minimumWidth: 7),
            .init("left", alignment: .trailing),
        ]
        let rows = draws.map {
            [
                CalendarText.dateTime($0.draw.madeAt, in: zone), $0.draw.id.rawValue,
                $0.draw.method.rawValue, "\($0.drawn)", "\($0.heard)", "\($0.skipped)",
                "\($0.left)",
            ]
        }
        return TextTable(columns: columns, rows: rows).text(form: form)
    }
}

/// A draw of a list, for machines.
struct DrawListDocument: Encodable {
    private let id: DrawID
    private let method: Draw.Method
    private let madeAt: Date
    private let picked: Int
    private let heard: Int
    private let skipped: Int
    private let unhearable: Int
    private let left: Int

    init(_ summary: DrawSummary) {
        id = summary.draw.id
        method = summary.draw.method
        madeAt = summary.draw.madeAt
        picked = summary.drawn
        heard = summary.heard
        skipped = summary.skipped
        unhearable = summary.unhearable
        left = summary.left
    }
}
