import CallModel
import Foundation
import GRDB

extension Archive {
    /// Calls by start, a page at a time.
    ///
    /// `limit` is taken as 1...1000. Pages have no gaps and no repeats, also while calls are added:
    /// a page begins after the last call of the one before, not after a number of calls.
    public func calls(
        _ filter: CallFilter = CallFilter(), order: CallOrder = .newestFirst,
        after cursor: CallCursor? = nil, limit: Int = 50
    ) async throws -> CallPage {
        let limit = min(max(limit, 1), 1000)
        return try await read("listing calls") { db in
            let conditions = try filter.conditions(db)
            // One more than is shown tells whether there is a next page.
            var rows: [Row] = []
            if cursor == nil || cursor?.startedAt != nil {
                rows = try CallListing.started(
                    conditions, order: order, after: cursor, limit: limit + 1, db)
            }
            if rows.count <= limit {
                rows += try CallListing.unstarted(
                    conditions, after: cursor?.startedAt == nil ? cursor : nil,
                    limit: limit + 1 - rows.count, db)
            }
            let taxonomy = try StoredTaxonomy.newest(db)?.taxonomy
            let mergers = (
                taxonomy?.currentReasonKeys ?? [:], taxonomy?.currentPainPointKeys ?? [:]
            )
            let shown = rows.prefix(limit)
            let next = rows.count > limit ? shown.last : nil
            return CallPage(
                calls: try shown.map {
                    try CallListing.summary($0, reasons: mergers.0, painPoints: mergers.1)
                },
                next: next.map { CallCursor(startedAt: $0["startedAt"], number: $0["number"]) })
        }
    }

    /// How many calls a filter lets through.
    public func countCalls(_ filter: CallFilter = CallFilter()) async throws -> Int {
        try await read("counting calls") { db in
            let conditions = try filter.conditions(db)
            // The profile is looked at only where the filter asks for it.
            let join = filter.holdOverSeconds == nil ? "" : CallListing.profileJoin
            return try Int.fetchOne(
                db, sql: "SELECT count(*) FROM call \(join) \(conditions.sql)",
                arguments: conditions.arguments) ?? 0
        }
    }
}

/// The queries behind a list of calls.
enum CallListing {
    static let profileJoin = "LEFT JOIN profile ON profile.call = call.number"

    private static let columns = """
        SELECT call.*, profile.holdSeconds, profile.holdIsEstimated, profile.deadAirSeconds,
            profile.agentTalkShare, profile.overtalkShare,
            recording.layout AS recordingLayout, recording.flaws,
            (SELECT json_group_array(DISTINCT key) FROM annotation
                WHERE annotation.call = call.number AND kind = 'reason') AS reasons,
            (SELECT json_group_array(DISTINCT key) FROM annotation
                WHERE annotation.call = call.number AND kind = 'painPoint') AS painPoints,
            (SELECT json_group_array(DISTINCT listener) FROM sessionCall
                JOIN session ON session.number = sessionCall.session
                WHERE sessionCall.call = call.number AND isHeard = 1) AS listeners
        FROM call \(profileJoin) LEFT JOIN recording ON recording.call = call.number
        """

    static func started(
        _ conditions: Conditions, order: CallOrder, after cursor: CallCursor?, limit: Int,
        _ db: Database
    ) throws -> [Row] {
        var conditions = conditions
        conditions.add("startedAt IS NOT NULL")
        if let cursor, let startedAt = cursor.startedAt {
            let sign = order == .newestFirst ? "<" : ">"
            conditions.add("(startedAt, call.number) \(sign) (?, ?)", [startedAt, cursor.number])
        }
        let direction = order == .newestFirst ? "DESC" : "ASC"
        return try Row.fetchAll(
            db,
            sql: """
                \(columns) \(conditions.sql)
                ORDER BY startedAt \(direction), call.number \(direction) LIMIT ?
                """,
            arguments: conditions.arguments + [limit])
    }

    static func unstarted(
        _ conditions: Conditions, after cursor: CallCursor?, limit: Int, _ db: Database
    ) throws -> [Row] {
        var conditions = conditions
        conditions.add("startedAt IS NULL")
        conditions.add("call.number > ?", ifAny: cursor?.number)
        return try Row.fetchAll(
            db, sql: "\(columns) \(conditions.sql) ORDER BY call.number LIMIT ?",
            arguments: conditions.arguments + [limit])
    }

    static func summary(
        _ row: Row, reasons: [String: String], painPoints: [String: String]
    ) throws -> CallSummary {
        CallSummary(
            id: CallID(row["id"]), record: try StoredCall.record(row),
            recordingState: try row.one("recordingState"),
            undecodableReason: row["undecodableReason"],
            recordedSeconds: row["recordedSeconds"], completeness: row["completeness"],
            layout: try row.known("recordingLayout"),
            flaws: try (row["flaws"] as String?)
                .map { try StoredJSON.value(from: $0, of: "flaws") } ?? [],
            holdSeconds: row["holdSeconds"], holdIsEstimated: row["holdIsEstimated"] ?? false,
            deadAirSeconds: row["deadAirSeconds"], agentTalkShare: row["agentTalkShare"],
            overtalkShare: row["overtalkShare"],
            reasons: try keys(row["reasons"], mergers: reasons),
            painPoints: try keys(row["painPoints"], mergers: painPoints),
            listeners: try keys(row["listeners"], mergers: [:]).map(ListenerID.init).sorted())
    }

    private static func keys(_ text: String, mergers: [String: String]) throws -> [String] {
        guard text != "[]" else { return [] }
        let keys: [String] = try StoredJSON.value(from: text, of: "keys")
        return Set(keys.map { mergers[$0] ?? $0 }).sorted()
    }
}
