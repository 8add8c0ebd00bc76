import CallModel
import GRDB

/// What the call log says of a period and scope, heard or not.
struct TallyPopulation {
    let count: Int
    let unhearable: Tally.Unhearable
    let loggedDays: Tally.LoggedDays

    init(period: TallyPeriod, scope: Scope, _ db: Database) throws {
        var conditions = Conditions()
        conditions.add("startedAt >= ? AND startedAt < ?", [period.start, period.end])
        conditions.add(scope)
        var unhearable = Tally.Unhearable()
        var count = 0
        var days: [Int] = []
        // A day is 24 hours from the period's start on: for a gap of days that is close enough.
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT (startedAt - \(period.start)) / 86400000 AS day, count(*) AS calls,
                    coalesce(sum(recordingState = 'none'), 0) AS withoutRecording,
                    coalesce(sum(recordingState = 'undecodable'), 0) AS undecodable,
                    coalesce(sum(missingSeconds > 0 AND recordingState = 'decoded'), 0)
                        AS incomplete,
                    total(CASE WHEN missingSeconds > 0 AND recordingState = 'decoded'
                        THEN missingSeconds END) AS missing
                FROM call INDEXED BY callByStart \(conditions.sql)
                GROUP BY day ORDER BY day
                """,
            arguments: conditions.arguments)
        while let row = try rows.next() {
            days.append(row["day"])
            count += row["calls"] as Int
            unhearable.withoutRecording += row["withoutRecording"] as Int
            unhearable.undecodable += row["undecodable"] as Int
            unhearable.incomplete += row["incomplete"] as Int
            unhearable.missingSeconds += row["missing"] as Double
        }
        self.count = count
        loggedDays = Self.logged(days, in: period)
        conditions.add("recordingState = 'retired'")
        conditions.add(
            """
            NOT EXISTS (SELECT 1 FROM sessionCall
                WHERE sessionCall.call = call.number AND isHeard = 1)
            """)
        unhearable.retired =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM call INDEXED BY callByStart \(conditions.sql)",
                arguments: conditions.arguments) ?? 0
        self.unhearable = unhearable
    }

    /// What days with calls, ascending from 0, say of a period.
    private static func logged(_ days: [Int], in period: TallyPeriod) -> Tally.LoggedDays {
        let length = Int((Double(period.end - period.start) / 86_400_000).rounded(.up))
        let edges = [-1] + days.filter { $0 < length } + [length]
        let silences = zip(edges, edges.dropFirst()).map { $1 - $0 - 1 }
        return Tally.LoggedDays(
            days: length, daysWithCalls: edges.count - 2, longestSilence: silences.max() ?? length)
    }
}
