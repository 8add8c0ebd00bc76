public import CallModel
import Foundation
import GRDB

extension Archive {
    /// Calls in an order, a page at a time.
    ///
    /// `limit` is taken as 1...1000. Pages have no gaps and no repeats, also while calls are added:
    /// a page begins after the last call of the one before, not after a number of calls.
    ///
    /// Of calls that wait for a second listener what the first one said is left out for a `reader` who
    /// may become the second; where the filter asks for what was said, so are the calls.
    public func calls(
        _ filter: CallFilter = CallFilter(), order: CallOrder = .newestFirst,
        after cursor: CallCursor? = nil, limit: Int = 50, readBy reader: ListenerID? = nil
    ) async throws -> CallPage {
        let limit = min(max(limit, 1), 1000)
        return try await read("listing calls") { db in
            let conditions = try filter.conditions(readBy: reader, db)
            // One more than is shown tells whether there is a next page.
            var rows: [Row] = []
            if cursor == nil || cursor?.value != nil {
                rows = try CallListing.valued(
                    conditions, order: order, after: cursor, limit: limit + 1, db)
            }
            if rows.count <= limit {
                rows += try CallListing.unvalued(
                    conditions, order: order, after: cursor?.value == nil ? cursor : nil,
                    limit: limit + 1 - rows.count, db)
            }
            let taxonomy = try StoredTaxonomy.newest(db)?.taxonomy
            let mergers = (
                taxonomy?.currentReasonKeys ?? [:], taxonomy?.currentPainPointKeys ?? [:]
            )
            let shown = rows.prefix(limit)
            let next = rows.count > limit ? shown.last : nil
            let fresh =
                try reader.map {
                    try KeptFresh.calls(among: shown.map { $0["number"] }, for: $0, db)
                } ?? []
            return CallPage(
                calls: try shown.map { row in
                    let summary = try CallListing.summary(
                        row, reasons: mergers.0, painPoints: mergers.1)
                    return fresh.contains(row["number"]) ? summary.keptFresh() : summary
                },
                next: next.map { CallCursor(value: $0[order.column], number: $0["number"]) })
        }
    }

    /// The lines of some calls, in the order of their ids; those that are not there are left out.
    public func summaries(of ids: [CallID]) async throws -> [CallSummary] {
        try await read("listing calls") { db in
            let taxonomy = try StoredTaxonomy.newest(db)?.taxonomy
            let (reasons, painPoints) = (
                taxonomy?.currentReasonKeys ?? [:], taxonomy?.currentPainPointKeys ?? [:]
            )
            let statement = try db.cachedStatement(sql: CallListing.columns + " WHERE call.id = ?")
            return try ids.compactMap { id in
                try Row.fetchOne(statement, arguments: [id.rawValue]).map {
                    try CallListing.summary($0, reasons: reasons, painPoints: painPoints)
                }
            }
        }
    }

    /// How many calls a filter lets through for a `reader`, as above, counted up to `most` at most.
    public func countCalls(
        _ filter: CallFilter = CallFilter(), upTo most: Int = .max,
        readBy reader: ListenerID? = nil
    ) async throws -> Int {
        try await read("counting calls") { db in
            let conditions = try filter.conditions(readBy: reader, db)
            // The profile is looked at only where the filter asks for it.
            let join = filter.holdOverSeconds == nil ? "" : CallListing.profileJoin
            return try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM (SELECT 1 FROM call \(join) \(conditions.sql) LIMIT ?)
                    """,
                arguments: conditions.arguments + [most]) ?? 0
        }
    }
}

/// The queries behind a list of calls.
enum CallListing {
    static let profileJoin = "LEFT JOIN profile ON profile.call = call.number"

    static let columns = """
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

    /// Calls that have what the list is ordered by.
    static func valued(
        _ conditions: Conditions, order: CallOrder, after cursor: CallCursor?, limit: Int,
        _ db: Database
    ) throws -> [Row] {
        // The page is found first: where a filter must be sorted, only its lines are made in full.
        let page = pageRequest(conditions, order: order, after: cursor, limit: limit)
        return try Row.fetchAll(
            db, sql: "\(columns) WHERE call.number IN (\(page.sql)) \(sorted(by: order))",
            arguments: page.arguments)
    }

    private static func sorted(by order: CallOrder) -> String {
        let direction = order.isAscending ? "ASC" : "DESC"
        return "ORDER BY \(order.qualifiedColumn) \(direction), \(order.number) \(direction)"
    }

    /// How the numbers of those are asked for.
    static func pageRequest(
        _ conditions: Conditions, order: CallOrder, after cursor: CallCursor?, limit: Int
    ) -> (sql: String, arguments: StatementArguments) {
        var conditions = conditions
        let column = order.qualifiedColumn
        conditions.add("\(column) IS NOT NULL")
        if let cursor, let value = cursor.value {
            conditions.add(
                "(\(column), \(order.number)) \(order.isAscending ? ">" : "<") (?, ?)",
                [value, cursor.number])
        }
        return (
            """
            SELECT call.number FROM call \(profileJoin) \(conditions.sql) \(sorted(by: order))
            LIMIT ?
            """, conditions.arguments + [limit]
        )
    }

    /// Calls that do not, by their numbers.
    static func unvalued(
        _ conditions: Conditions, order: CallOrder, after cursor: CallCursor?, limit: Int,
        _ db: Database
    ) throws -> [Row] {
        var conditions = conditions
        conditions.add("\(order.qualifiedColumn) IS NULL")
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
