public import CallModel
public import Foundation
import GRDB

/// What people heard in a stretch of time, in all.
public struct ListenedTotals: Sendable, Hashable {
    /// Unique seconds heard in each sitting, added up, >= 0.
    public var heardSeconds: Double
    /// Different calls of which something was heard.
    public var calls: Int
    /// Who listened, sorted.
    public var listeners: [ListenerID]
    /// The sites of those calls, sorted.
    public var sites: [String]
}

extension Archive {
    /// What was heard in the sittings that began from one instant up to another.
    public func listenedTotals(from: Date, until: Date) async throws -> ListenedTotals {
        try await read("adding up what was heard") { db in
            let rows = try db.rows(
                cached: """
                    SELECT session.listener, call.number, call.site, heardMs FROM session
                    JOIN sessionCall ON sessionCall.session = session.number
                    JOIN call ON call.number = sessionCall.call
                    WHERE session.startedAt >= ? AND session.startedAt < ? AND heardMs > 0
                    """,
                arguments: [StoredTime.milliseconds(from), StoredTime.milliseconds(until)])
            let sites = rows.compactMap { $0["site"] as String? }
            return ListenedTotals(
                heardSeconds: Double(rows.reduce(0) { $0 + ($1["heardMs"] as Int) }) / 1000,
                calls: Set(rows.map { $0["number"] as Int64 }).count,
                listeners: Set(rows.map { ListenerID($0["listener"]) }).sorted(),
                sites: Set(sites).sorted())
        }
    }
}
