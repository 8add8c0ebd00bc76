import CallModel
import Foundation
import GRDB

extension Archive {
    /// Every call that a filter lets through, with or without sound, by the bytes of its id: the
    /// frame of a draw.
    public func frame(_ filter: CallFilter) async throws -> [FrameCall] {
        try await read("listing a frame") { db in
            let conditions = try filter.conditions(db)
            let cursor = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, startedAt, site, queue, direction, agent, caller, metadata,
                        recordingState, recordedSeconds, completeness, holdSeconds,
                        deadAirSeconds, overtalkShare
                    FROM call \(CallListing.profileJoin) \(conditions.sql) ORDER BY id
                    """,
                arguments: conditions.arguments)
            var calls: [FrameCall] = []
            while let row = try cursor.next() {
                calls.append(
                    FrameCall(
                        id: CallID(row["id"]), startedAt: row.date("startedAt"),
                        site: row["site"], queue: row["queue"],
                        direction: try row.known("direction"), agent: row["agent"],
                        caller: row["caller"],
                        metadata: try StoredCall.metadata(row["metadata"]),
                        recordingState: try row.one("recordingState"),
                        recordedSeconds: row["recordedSeconds"],
                        completeness: row["completeness"], holdSeconds: row["holdSeconds"],
                        deadAirSeconds: row["deadAirSeconds"],
                        overtalkShare: row["overtalkShare"]))
            }
            return calls
        }
    }
}
