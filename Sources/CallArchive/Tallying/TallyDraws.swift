import CallModel
import GRDB

/// Every draw, with the calls that draws picked.
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
        /// How many calls of each part it picked.
        var drawn: [Int] = []
    }

    /// A call that a draw picked.
    struct Pick {
        /// The position in the draw's strata.
        var stratum: Int
        var call: Int64
        var startedAt: Int64
    }

    /// Every draw, by its number.
    let heads: [Int64: Head]
    private let picks: DrawPicks

    init(_ db: Database) throws {
        heads = try Self.load(db)
        picks = DrawPicks(db)
    }

    /// The calls that a draw picked, whenever they began.
    func picks(of draw: Head) throws -> [Pick] { try picks[draw.number] }

    private static func load(_ db: Database) throws -> [Int64: Head] {
        var draws: [Int64: Head] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, id, madeAt, method = 'risk' AS isRisk, frameStart, frameEnd, frameFilter,
                    name, population, drawn
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
            draw.drawn.append(row["drawn"])
            draws[number] = draw
        }
        return draws
    }
}

/// The calls that draws picked, those of each draw looked up once.
private final class DrawPicks {
    private let db: Database
    private var known: [Int64: [TallyDraws.Pick]] = [:]

    init(_ db: Database) {
        self.db = db
    }

    subscript(draw: Int64) -> [TallyDraws.Pick] {
        get throws {
            if let known = known[draw] { return known }
            var picks: [TallyDraws.Pick] = []
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT stratum, drawEntry.call, startedAt
                    FROM drawEntry INDEXED BY drawEntryPicked
                    CROSS JOIN call ON call.number = drawEntry.call
                    WHERE draw = ? AND drawEntry.position IS NOT NULL AND startedAt IS NOT NULL
                    """,
                arguments: [draw])
            while let row = try rows.next() {
                picks.append(TallyDraws.Pick(stratum: row[0], call: row[1], startedAt: row[2]))
            }
            known[draw] = picks
            return picks
        }
    }
}
