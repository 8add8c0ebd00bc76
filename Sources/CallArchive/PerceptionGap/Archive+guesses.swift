public import CallModel
import Foundation
import GRDB

extension Archive {
    /// Every guess that was sealed, with the frame of the draw that its sitting heard, the earliest
    /// first; only those about a frame where one is given. Where a sitting heard calls of several
    /// draws it is the one of its first call.
    public func sealedGuesses(about frame: SealedGuess.Frame? = nil) async throws -> [SealedGuess] {
        try await read("reading what was expected") { db in
            let shares = Dictionary(
                grouping: try Row.fetchAll(
                    db, sql: "SELECT * FROM prediction ORDER BY session, position"),
                by: { $0["session"] as Int64 })
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT session.number, session.id, listener, startedAt, frameStart, frameEnd,
                        frameFilter
                    FROM session
                    LEFT JOIN draw ON draw.number = (SELECT draw FROM sessionCall
                        WHERE sessionCall.session = session.number AND draw IS NOT NULL
                        ORDER BY position LIMIT 1)
                    WHERE predictionsSealed = 1 AND EXISTS (SELECT 1 FROM prediction
                        WHERE prediction.session = session.number)
                    AND (?1 IS NULL OR frameStart = ?1 AND frameEnd = ?2)
                    ORDER BY startedAt, session.id
                    """,
                arguments: [
                    frame.map { StoredTime.milliseconds($0.start) },
                    frame.map { StoredTime.milliseconds($0.end) },
                ])
            let guesses = rows.map { row in
                let predictions = (shares[row["number"]] ?? []).map {
                    Prediction(reason: $0["reason"], share: $0["share"])
                }
                var own: SealedGuess.Frame?
                if let start = row.date("frameStart"), let end = row.date("frameEnd") {
                    own = SealedGuess.Frame(
                        start: start, end: end, scope: Scope(drawFilter: row["frameFilter"]))
                }
                return SealedGuess(
                    session: SessionID(row["id"]), listener: ListenerID(row["listener"]),
                    startedAt: StoredTime.date(row["startedAt"]), predictions: predictions,
                    frame: own)
            }
            return frame.map { frame in guesses.filter { $0.frame == frame } } ?? guesses
        }
    }
}

extension Scope {
    /// The scope that a draw's filter wrote down, such as `queue=Billing,site=North`.
    ///
    /// A comma within a name begins no new condition unless a field's name follows it.
    init(drawFilter text: String) {
        self.init()
        var conditions: [(name: String, value: String)] = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if pair.count == 2, ["direction", "queue", "site"].contains(pair[0]) {
                conditions.append((String(pair[0]), String(pair[1])))
            } else if let last = conditions.indices.last {
                conditions[last].value += ",\(part)"
            }
        }
        for condition in conditions {
            switch condition.name {
            case "direction": direction = CallDirection(rawValue: condition.value)
            case "queue": queue = condition.value
            default: site = condition.value
            }
        }
    }
}
