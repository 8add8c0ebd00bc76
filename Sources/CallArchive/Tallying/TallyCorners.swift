import CallModel
import GRDB

/// Every queue of every site in a period and scope: how many calls, and how many counted.
struct TallyCorners {
    private struct Place: Hashable {
        var site: String?
        var queue: String?
    }

    /// By site and queue.
    let corners: [Tally.Corner]

    /// `calls` are those of `heard`, in the same order.
    init(
        period: TallyPeriod, scope: Scope, heard: TallyCalls, calls: [Tally.HeardCall],
        _ db: Database
    ) throws {
        var counted: [Place: Int] = [:]
        for (found, call) in zip(heard.calls, calls)
        where call.inScope && call.inclusionProbability != nil {
            counted[Place(site: found.site, queue: found.queue), default: 0] += 1
        }
        var conditions = Conditions()
        conditions.add("startedAt >= ? AND startedAt < ?", [period.start, period.end])
        conditions.add(scope)
        corners = try Row.fetchAll(
            db,
            sql: """
                SELECT site, queue, count(*) AS calls FROM call INDEXED BY callByStart
                \(conditions.sql) GROUP BY site, queue ORDER BY site, queue
                """, arguments: conditions.arguments
        ).map { row in
            let place = Place(site: row["site"], queue: row["queue"])
            return Tally.Corner(
                site: place.site, queue: place.queue, population: row["calls"],
                counted: counted[place] ?? 0)
        }
    }
}
