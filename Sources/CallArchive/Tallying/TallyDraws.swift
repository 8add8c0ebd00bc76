import CallModel
import GRDB

/// Every draw, and the calls of a stretch of time that draws picked.
struct TallyDraws {
    /// What makes a part one and the same over several draws.
    struct Part: Hashable {
        var frameStart: Int64
        var frameEnd: Int64
        var filter: String
        var name: String
    }

    /// A draw, as far as a tally needs it.
    struct Head {
        var number: Int64
        var id: DrawID
        var madeAt: Int64
        var isRisk: Bool
        /// The part at each position of the draw's strata.
        var parts: [Part] = []
        /// The size of each part when the draw was made.
        var populations: [Int] = []
    }

    /// A call that a draw picked.
    struct Pick {
        var draw: Int64
        /// The position in the draw's strata.
        var stratum: Int
        var call: Int64
        var startedAt: Int64
    }

    /// Every draw, by its number.
    let heads: [Int64: Head]
    /// The calls of the stretch that draws picked.
    let picks: [Pick]

    init(period: TallyPeriod, _ db: Database) throws {
        heads = try Self.load(db)
        var picks: [Pick] = []
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT drawEntry.draw, stratum, drawEntry.call, startedAt
                FROM draw CROSS JOIN drawEntry INDEXED BY drawEntryPicked
                    ON drawEntry.draw = draw.number AND drawEntry.position IS NOT NULL
                CROSS JOIN call ON call.number = drawEntry.call
                WHERE frameStart < ?2 AND frameEnd > ?1 AND startedAt >= ?1 AND startedAt < ?2
                """,
            arguments: [period.start, period.end])
        while let row = try rows.next() {
            picks.append(Pick(draw: row[0], stratum: row[1], call: row[2], startedAt: row[3]))
        }
        self.picks = picks
    }

    private static func load(_ db: Database) throws -> [Int64: Head] {
        var draws: [Int64: Head] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, id, madeAt, method = 'risk' AS isRisk, frameStart, frameEnd, frameFilter,
                    name, population
                FROM draw JOIN drawStratum ON draw = number ORDER BY number, position
                """)
        while let row = try rows.next() {
            let number: Int64 = row["number"]
            var draw =
                draws[number]
                ?? Head(
                    number: number, id: DrawID(row["id"]), madeAt: row["madeAt"],
                    isRisk: row["isRisk"])
            draw.parts.append(
                Part(
                    frameStart: row["frameStart"], frameEnd: row["frameEnd"],
                    filter: row["frameFilter"], name: row["name"]))
            draw.populations.append(row["population"])
            draws[number] = draw
        }
        return draws
    }
}
