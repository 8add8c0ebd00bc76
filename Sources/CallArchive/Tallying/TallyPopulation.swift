import CallModel
import GRDB

/// What the call log says of a period and scope, heard or not.
struct TallyPopulation {
    let count: Int
    let unhearable: Tally.Unhearable
    let loggedDays: Tally.LoggedDays
    let holds: LoggedHolds
    /// The calls of every queue of every site, in order; empty where it was not asked for.
    private let places: [(place: Place, calls: Int)]

    private struct Place: Hashable {
        var site: String?
        var queue: String?
    }

    /// One look at all calls of the period, of which some were `heard`; in order of site and queue
    /// only where these are asked for, for sorting them takes longer than reading them.
    init(
        period: TallyPeriod, scope: Scope, heard: TallyCalls, withPlaces: Bool, _ db: Database
    ) throws {
        var conditions = Conditions()
        conditions.add("startedAt >= ? AND startedAt < ?", [period.start, period.end])
        conditions.add(scope)
        var unhearable = Tally.Unhearable()
        var count = 0
        var places: [(Place, Int)] = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT count(*) AS calls,
                    coalesce(sum(recordingState = 'none'), 0) AS withoutRecording,
                    coalesce(sum(recordingState = 'undecodable'), 0) AS undecodable,
                    coalesce(sum(recordingState = 'retired'), 0) AS retired,
                    coalesce(sum(missingSeconds > 0 AND recordingState = 'decoded'), 0)
                        AS incomplete,
                    total(CASE WHEN missingSeconds > 0 AND recordingState = 'decoded'
                        THEN missingSeconds END) AS missing
                    \(withPlaces ? ", site, queue" : "")
                FROM call INDEXED BY callByStart \(conditions.sql)
                \(withPlaces ? "GROUP BY site, queue ORDER BY site, queue" : "")
                """,
            arguments: conditions.arguments)
        while let row = try rows.next() {
            let calls: Int = row["calls"]
            count += calls
            unhearable.withoutRecording += row["withoutRecording"] as Int
            unhearable.undecodable += row["undecodable"] as Int
            unhearable.incomplete += row["incomplete"] as Int
            unhearable.missingSeconds += row["missing"] as Double
            unhearable.retired += row["retired"] as Int
            if withPlaces { places.append((Place(site: row["site"], queue: row["queue"]), calls)) }
        }
        self.count = count
        self.places = places
        // Those that somebody heard before their recording was deleted were hearable.
        unhearable.retired -= heard.calls.count { $0.inScope && $0.isRetired }
        self.unhearable = unhearable
        loggedDays = try Self.loggedDays(in: period, scope: scope, db)
        holds = try Self.holds(conditions, from: period.start, db)
    }

    /// What call records say of holds, by the day.
    private static func holds(
        _ conditions: Conditions, from start: Int64, _ db: Database
    ) throws -> LoggedHolds {
        var conditions = conditions
        conditions.add("holds IS NOT NULL")
        let days = try Row.fetchAll(
            db,
            sql: """
                SELECT (startedAt - \(start)) / 86400000 AS day, count(*) AS calls,
                    sum(holdCount > 0) AS callsHeld, sum(holdCount) AS holds
                FROM call INDEXED BY callHolds \(conditions.sql) GROUP BY day ORDER BY day
                """,
            arguments: conditions.arguments
        ).map {
            LoggedHolds.Day(calls: $0["calls"], callsHeld: $0["callsHeld"], holds: $0["holds"])
        }
        return LoggedHolds(days: days)
    }

    /// On which days of a period calls began. A day is 24 hours from the period's start on: for a gap
    /// of days that is close enough.
    private static func loggedDays(
        in period: TallyPeriod, scope: Scope, _ db: Database
    ) throws -> Tally.LoggedDays {
        let day: Int64 = 86_400_000
        var conditions = Conditions()
        conditions.add("startedAt >= ? AND startedAt < ?")
        conditions.add(scope)
        let statement = try db.cachedStatement(
            sql: """
                SELECT EXISTS (SELECT 1 FROM call INDEXED BY callByStart \(conditions.sql))
                """)
        let length = Int((period.end - period.start + day - 1) / day)
        let days = try (0..<length).filter { index in
            let start = period.start + Int64(index) * day
            let bounds: StatementArguments = [start, min(start + day, period.end)]
            return try Bool.fetchOne(statement, arguments: bounds + conditions.arguments) ?? false
        }
        let edges = [-1] + days + [length]
        let silences = zip(edges, edges.dropFirst()).map { $1 - $0 - 1 }
        return Tally.LoggedDays(
            days: length, daysWithCalls: days.count, longestSilence: silences.max() ?? length)
    }

    /// Every queue of every site: how many calls, and how many of them counted. `calls` are those of
    /// `heard`, in the same order.
    func corners(heard: TallyCalls, calls: [Tally.HeardCall]) -> [Tally.Corner] {
        var counted: [Place: Int] = [:]
        for (found, call) in zip(heard.calls, calls)
        where call.inScope && call.inclusionProbability != nil {
            counted[Place(site: found.site, queue: found.queue), default: 0] += 1
        }
        return places.map { place, calls in
            Tally.Corner(
                site: place.site, queue: place.queue, population: calls,
                counted: counted[place] ?? 0)
        }
    }
}
