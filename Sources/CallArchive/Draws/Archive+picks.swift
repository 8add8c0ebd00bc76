public import CallModel
public import Foundation
import GRDB

extension Archive {
    /// The calls that a filter lets through and that somebody finished or passed over in a sitting
    /// that some draw led to.
    public func callsDone(_ filter: CallFilter) async throws -> Set<CallID> {
        try await read("looking for calls that were heard") { db in
            var conditions = try filter.conditions(db)
            conditions.add(
                """
                EXISTS (SELECT 1 FROM sessionCall WHERE sessionCall.call = call.number
                    AND sessionCall.draw IS NOT NULL AND progress <> 'open')
                """)
            let ids = try String.fetchAll(
                db,
                sql: "SELECT call.id FROM call \(CallListing.profileJoin) \(conditions.sql)",
                arguments: conditions.arguments)
            return Set(ids.map(CallID.init))
        }
    }

    /// The calls that a draw picked, in the order of hearing, and how far each got: those without
    /// sound come last, so that nobody must pass them over to get at the others. (Among those with
    /// sound the order stays by chance.)
    ///
    /// What a second listener is to hear is told here and to nobody who listens: they are to hear such
    /// a call like any other. A call is open with a listener where a sitting of theirs goes on, has
    /// it open, and had its last event at `liveSince` or later. Throws ``ArchiveError/unknownDraw(_:)``.
    public func picks(of draw: DrawID, liveSince: Date) async throws -> [DrawPick] {
        try await read("reading how far a draw got") { db in
            let number: Int64? = try db.value(
                cached: "SELECT number FROM draw WHERE id = ?", arguments: [draw.rawValue])
            guard let number else { throw ArchiveError.unknownDraw(draw) }
            return try db.rows(
                cached: """
                    SELECT call.id, drawEntry.position, recordingState = 'decoded' AS isHearable,
                        EXISTS (SELECT 1 FROM sessionCall WHERE sessionCall.call = call.number
                            AND sessionCall.draw IS NOT NULL AND progress <> 'open') AS isDone,
                        EXISTS (SELECT 1 FROM doubleAssignment
                            WHERE doubleAssignment.draw = drawEntry.draw
                            AND doubleAssignment.call = drawEntry.call) AS isDouble,
                        EXISTS (SELECT 1 FROM sessionCall WHERE sessionCall.call = call.number
                            AND sessionCall.draw IS NOT NULL AND progress = 'skipped')
                            AS wasSkipped,
                        (SELECT json_group_array(DISTINCT listener) FROM sessionCall
                            JOIN session ON session.number = sessionCall.session
                            WHERE sessionCall.call = call.number AND sessionCall.draw IS NOT NULL
                            AND progress <> 'open') AS doneBy,
                        (SELECT json_group_array(DISTINCT listener) FROM sessionCall
                            JOIN session ON session.number = sessionCall.session
                            WHERE sessionCall.call = call.number AND sessionCall.draw IS NOT NULL
                            AND progress = 'open' AND endedAt IS NULL
                            AND (SELECT at FROM sessionEvent
                                WHERE sessionEvent.session = session.number
                                ORDER BY sequence DESC LIMIT 1) >= ?2) AS openWith
                    FROM drawEntry JOIN call ON call.number = drawEntry.call
                    WHERE drawEntry.draw = ?1 AND drawEntry.position IS NOT NULL
                    ORDER BY recordingState <> 'decoded', drawEntry.position
                    """,
                arguments: [number, StoredTime.milliseconds(liveSince)]
            ).map { row in
                func listeners(_ column: String) throws -> [ListenerID] {
                    let names: [String] = try StoredJSON.value(
                        from: row[column], of: "listeners")
                    return names.map(ListenerID.init).sorted()
                }
                return DrawPick(
                    call: CallID(row["id"]), position: row["position"],
                    isHearable: row["isHearable"], isDone: row["isDone"],
                    isDouble: row["isDouble"], wasSkipped: row["wasSkipped"],
                    doneBy: try listeners("doneBy"), openWith: try listeners("openWith"))
            }
        }
    }
}
