import CallModel
import GRDB

/// Draws as rows.
enum StoredDraw {
    /// A draw without its entries, from a row of `draw`.
    static func head(_ row: Row, _ db: Database) throws -> Draw {
        let strata = try db.rows(
            cached: """
                SELECT name, population, drawn FROM drawStratum WHERE draw = ? ORDER BY position
                """,
            arguments: [row["number"] as Int64])
        return Draw(
            id: DrawID(row["id"]), madeAt: StoredTime.date(row["madeAt"]),
            madeBy: ListenerID(row["madeBy"]), method: try row.one("method"), seed: row["seed"],
            frameStart: StoredTime.date(row["frameStart"]),
            frameEnd: StoredTime.date(row["frameEnd"]), frameFilter: row["frameFilter"],
            strata: strata.map {
                Draw.Stratum(
                    name: $0["name"], population: $0["population"], drawn: $0["drawn"])
            },
            entries: [])
    }

    static func load(_ id: DrawID, _ db: Database) throws -> Draw? {
        guard
            let row = try db.row(
                cached: "SELECT * FROM draw WHERE id = ?", arguments: [id.rawValue])
        else { return nil }
        var draw = try head(row, db)
        let cursor = try Row.fetchCursor(
            db,
            sql: """
                SELECT call.id, stratum, inclusionProbability, position,
                    EXISTS (SELECT 1 FROM doubleAssignment
                        WHERE doubleAssignment.draw = drawEntry.draw
                        AND doubleAssignment.call = drawEntry.call)
                FROM drawEntry
                JOIN call ON call.number = drawEntry.call WHERE draw = ? ORDER BY call.id
                """,
            arguments: [row["number"] as Int64])
        while let entry = try cursor.next() {
            let stratum: Int = entry[1]
            draw.entries.append(
                Draw.Entry(
                    call: CallID(entry[0]), stratum: draw.strata[stratum].name,
                    inclusionProbability: entry[2], position: entry[3], isDouble: entry[4]))
        }
        return draw
    }

    static func insert(_ draw: Draw, _ db: Database) throws {
        try check(draw)
        try db.execute(
            sql: """
                INSERT INTO draw
                    (id, madeAt, madeBy, method, seed, frameStart, frameEnd, frameFilter)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                draw.id.rawValue, StoredTime.milliseconds(draw.madeAt), draw.madeBy.rawValue,
                draw.method.rawValue, draw.seed, StoredTime.milliseconds(draw.frameStart),
                StoredTime.milliseconds(draw.frameEnd), draw.frameFilter,
            ])
        let number = db.lastInsertedRowID
        var positions: [String: Int] = [:]
        for (position, stratum) in draw.strata.enumerated() {
            positions[stratum.name] = position
            try db.execute(
                cached: """
                    INSERT INTO drawStratum (draw, position, name, population, drawn)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [number, position, stratum.name, stratum.population, stratum.drawn])
        }
        // In the order of the table, so that its pages are filled one after another.
        let entries = try draw.entries.map {
            (try StoredCall.existingNumber(of: $0.call, db), $0)
        }.sorted { $0.0 < $1.0 }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO drawEntry (draw, call, stratum, inclusionProbability, position)
                VALUES (?, ?, ?, ?, ?)
                """)
        for (call, entry) in entries {
            try statement.execute(arguments: [
                number, call, positions[entry.stratum], entry.inclusionProbability,
                entry.position,
            ])
        }
        for (call, entry) in entries where entry.isDouble {
            try db.execute(
                cached: "INSERT INTO doubleAssignment (draw, call) VALUES (?, ?)",
                arguments: [number, call])
        }
    }

    /// A draw whose parts do not fit would falsify every number that is worked out from it.
    private static func check(_ draw: Draw) throws {
        var found: [String: (population: Int, drawn: Int)] = [:]
        for entry in draw.entries {
            found[entry.stratum, default: (0, 0)].population += 1
            if entry.position != nil { found[entry.stratum, default: (0, 0)].drawn += 1 }
            guard entry.position != nil || !entry.isDouble else {
                throw ArchiveError.invalid(
                    "The draw \(draw.id) did not pick the call \(entry.call) and assigns it twice.")
            }
        }
        for stratum in draw.strata {
            let counted = found.removeValue(forKey: stratum.name) ?? (0, 0)
            guard counted == (stratum.population, stratum.drawn) else {
                throw ArchiveError.invalid(
                    """
                    The stratum \(stratum.name) of the draw \(draw.id) says \(stratum.drawn) of \
                    \(stratum.population) calls; its entries are \(counted.drawn) of \
                    \(counted.population).
                    """)
            }
        }
        if let unknown = found.keys.min() {
            throw ArchiveError.invalid(
                "The draw \(draw.id) has calls of a stratum \(unknown) that it does not list.")
        }
    }
}
