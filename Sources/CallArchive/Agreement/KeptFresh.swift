public import CallModel
import GRDB

/// Calls that wait for a second listener: what the first one said is kept from whoever may become the
/// second, who is to hear them fresh.
enum KeptFresh {
    /// That the call of a number is one of them for the listener of the one question mark.
    static func condition(on number: String) -> String {
        """
        EXISTS (SELECT 1 FROM drawEntry JOIN doubleAssignment USING (draw, call)
                WHERE drawEntry.call = \(number))
            AND (SELECT count(DISTINCT listener) = 1 AND total(progress = 'skipped') = 0
                    AND total(listener = ?) = 0
                FROM sessionCall JOIN session ON session.number = sessionCall.session
                WHERE sessionCall.call = \(number) AND draw IS NOT NULL AND progress <> 'open')
        """
    }

    /// Those of some calls, by their numbers, whose second listener `reader` may still become.
    static func calls(
        among numbers: [Int64], for reader: ListenerID, _ db: Database
    ) throws -> Set<Int64> {
        try Int64.fetchSet(
            db, sql: "SELECT value FROM json_each(?) WHERE \(condition(on: "value"))",
            arguments: [try StoredJSON.text(numbers, of: "calls"), reader.rawValue])
    }
}

extension Archive {
    /// Those of some calls that wait for a second listener who `reader` may still become.
    public func callsKeptFresh(
        among ids: [CallID], for reader: ListenerID
    ) async throws -> Set<CallID> {
        try await read("looking for calls that are kept fresh") { db in
            let rows = try String.fetchAll(
                db,
                sql: """
                    SELECT call.id FROM json_each(?) CROSS JOIN call ON call.id = value
                    WHERE \(KeptFresh.condition(on: "call.number"))
                    """,
                arguments: [
                    try StoredJSON.text(ids.map(\.rawValue), of: "calls"), reader.rawValue,
                ])
            return Set(rows.map { CallID($0) })
        }
    }
}
