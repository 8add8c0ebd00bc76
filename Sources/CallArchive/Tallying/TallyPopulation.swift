import CallModel
import GRDB

/// What the call log says of a period and scope, heard or not.
struct TallyPopulation {
    let count: Int
    let unhearable: Tally.Unhearable

    init(period: TallyPeriod, scope: Scope, _ db: Database) throws {
        var conditions = Conditions()
        conditions.add("startedAt >= ? AND startedAt < ?", [period.start, period.end])
        conditions.add("site = ?", ifAny: scope.site)
        conditions.add("queue = ?", ifAny: scope.queue)
        conditions.add("direction = ?", ifAny: scope.direction?.rawValue)
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT count(*) AS calls,
                    coalesce(sum(recordingState = 'none'), 0) AS withoutRecording,
                    coalesce(sum(recordingState = 'undecodable'), 0) AS undecodable,
                    coalesce(sum(missingSeconds > 0 AND recordingState = 'decoded'), 0)
                        AS incomplete,
                    total(CASE WHEN missingSeconds > 0 AND recordingState = 'decoded'
                        THEN missingSeconds END) AS missing
                FROM call INDEXED BY callByStart \(conditions.sql)
                """,
            arguments: conditions.arguments)
        var unhearable = Tally.Unhearable()
        unhearable.withoutRecording = row?["withoutRecording"] ?? 0
        unhearable.undecodable = row?["undecodable"] ?? 0
        unhearable.incomplete = row?["incomplete"] ?? 0
        unhearable.missingSeconds = row?["missing"] ?? 0
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
        count = row?["calls"] ?? 0
    }
}
