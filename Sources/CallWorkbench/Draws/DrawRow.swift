import CallModel
import Foundation

/// One row of a file of draws.
enum DrawRow {
    static let columns = [
        "id", "made_at", "made_by", "method", "seed", "by", "size", "frame_from", "frame_to",
    ]

    /// The draw that a row asks for; `frame_to` is the first day after the frame.
    static func request(
        of row: DelimitedTable.Row, in zone: TimeZone
    ) throws(RowProblem) -> DrawRequest {
        guard let size = try row.number("size").flatMap({ Int(exactly: $0) }), size >= 1 else {
            throw RowProblem(
                line: row.line, sentence: "The size must be a whole number, 1 or more.")
        }
        return DrawRequest(
            id: DrawID(try row.need("id")), method: try method(of: row), size: size,
            seed: try row.need("seed"), period: try frame(of: row, in: zone),
            scope: try scope(of: row), madeAt: try row.instant("made_at"),
            madeBy: ListenerID(try row.need("made_by")))
    }

    private static func method(
        of row: DelimitedTable.Row
    ) throws(RowProblem) -> DrawRequest.Method {
        let by = row.text("by")
        switch try row.need("method") {
        case "random": return .random
        case "stratified":
            if let division = by.flatMap(DrawRequest.Division.init) {
                return .stratified(by: division, equally: false)
            }
        case "risk":
            if let risk = by.flatMap(DrawRequest.Risk.init) { return .risk(risk) }
        default:
            throw RowProblem(
                line: row.line, sentence: "The method must be random, stratified or risk.")
        }
        throw RowProblem(
            line: row.line,
            sentence:
                "The column by must name a field (site, queue, direction, agent) to stratify by,"
                + " or a risk (hold, dead-air, overtalk, length).")
    }

    private static func frame(
        of row: DelimitedTable.Row, in zone: TimeZone
    ) throws(RowProblem) -> Period {
        let calendar = Calendar.iso8601(in: zone)
        guard let first = CalendarDay(try row.need("frame_from")),
            let after = CalendarDay(try row.need("frame_to")),
            let end = calendar.date(of: after),
            let period = Period(
                from: first, through: calendar.day(of: end.addingTimeInterval(-1)), in: zone)
        else {
            throw RowProblem(
                line: row.line,
                sentence: "frame_from and frame_to must be days such as 2026-11-16, the second the "
                    + "first day after the frame.")
        }
        return period
    }

    private static func scope(of row: DelimitedTable.Row) throws(RowProblem) -> Scope {
        var scope = Scope()
        for condition in (row.text("filter") ?? "").split(separator: ";") {
            let parts = condition.split(separator: "=", maxSplits: 1).map(String.init)
            switch parts.first {
            case "site" where parts.count == 2: scope.site = parts[1]
            case "queue" where parts.count == 2: scope.queue = parts[1]
            case "direction" where parts.count == 2:
                scope.direction = CallDirection(rawValue: parts[1])
            default:
                throw RowProblem(
                    line: row.line,
                    sentence: "'\(condition)' is no filter. Write site=NAME, queue=NAME or"
                        + " direction=inbound, separated by semicolons.")
            }
        }
        return scope
    }
}
