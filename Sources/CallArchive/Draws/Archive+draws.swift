public import CallModel
import Foundation
import GRDB

extension Archive {
    /// Stores a draw with its whole frame, in one transaction. The same draw again is harmless.
    ///
    /// Throws ``ArchiveError/drawExists(_:)`` where another draw has its name,
    /// ``ArchiveError/unknownCall(_:)``, and ``ArchiveError/invalid(_:)`` where strata and entries
    /// do not agree.
    public func save(_ draw: Draw) async throws {
        try await write("storing a draw") { db in
            guard let stored = try StoredDraw.load(draw.id, db) else {
                return try StoredDraw.insert(draw, db)
            }
            guard StoredDraw.areSame(stored, draw) else {
                throw ArchiveError.drawExists(draw.id)
            }
        }
    }

    /// A draw with all its entries, by call id; nil where there is none.
    public func draw(_ id: DrawID) async throws -> Draw? {
        try await read("reading a draw") { try StoredDraw.load(id, $0) }
    }

    /// Draws and how far each was heard, the newest first.
    public func draws() async throws -> [DrawSummary] {
        try await read("listing draws") { try DrawProgress.summaries(only: nil, $0) }
    }

    /// A draw and how far it was heard; nil where there is none.
    public func drawSummary(_ id: DrawID) async throws -> DrawSummary? {
        try await read("reading a draw") { try DrawProgress.summaries(only: id, $0).first }
    }

    /// The first call, in the order of hearing, that was picked by a draw and that nobody yet heard
    /// or passed over in a sitting that some draw led to; nil when none is left.
    ///
    /// Where a listener is named, only their own sittings count. `hearableOnly` leaves out calls
    /// without sound. Throws ``ArchiveError/unknownDraw(_:)``.
    public func nextUnheard(
        in draw: DrawID, by listener: ListenerID? = nil, hearableOnly: Bool = true
    ) async throws -> CallID? {
        try await read("looking for the next call") { db in
            let number: Int64? = try db.value(
                cached: "SELECT number FROM draw WHERE id = ?", arguments: [draw.rawValue])
            guard let number else { throw ArchiveError.unknownDraw(draw) }
            let id: String? = try db.value(
                cached: """
                    SELECT call.id FROM drawEntry JOIN call ON call.number = drawEntry.call
                    WHERE drawEntry.draw = ?1 AND drawEntry.position IS NOT NULL
                    AND (recordingState = 'decoded' OR NOT ?3)
                    AND NOT EXISTS (
                        SELECT 1 FROM sessionCall
                        JOIN session ON session.number = sessionCall.session
                        WHERE sessionCall.call = call.number AND sessionCall.draw IS NOT NULL
                        AND (isHeard = 1 OR progress = 'skipped')
                        AND listener = coalesce(?2, listener))
                    ORDER BY drawEntry.position LIMIT 1
                    """,
                arguments: [number, listener?.rawValue, hearableOnly])
            return id.map(CallID.init)
        }
    }

    /// The probability with which the draws made so far could pick a call: `1 - prod(1 - pi)` over
    /// all draws whose frame held it (Bankier 1986, JASA 81:1074), in (0, 1]; nil where none did.
    public func inclusionProbability(of call: CallID) async throws -> Double? {
        try await read("reading an inclusion probability") { db in
            let probabilities = try Double.fetchAll(
                db,
                sql: """
                    SELECT inclusionProbability FROM drawEntry
                    WHERE call = (SELECT number FROM call WHERE id = ?) ORDER BY draw
                    """,
                arguments: [call.rawValue])
            return InclusionProbability.combined(probabilities)
        }
    }
}

extension StoredDraw {
    /// Whether a draw is the stored one: times are kept to milliseconds, entries by call id.
    fileprivate static func areSame(_ stored: Draw, _ given: Draw) -> Bool {
        func normal(_ draw: Draw) -> Draw {
            var draw = draw
            for path in [\Draw.madeAt, \.frameStart, \.frameEnd] {
                draw[keyPath: path] = StoredTime.date(
                    StoredTime.milliseconds(draw[keyPath: path]))
            }
            draw.entries.sort { $0.call < $1.call }
            return draw
        }
        return normal(stored) == normal(given)
    }
}

/// How far draws were heard.
enum DrawProgress {
    static func summaries(only id: DrawID?, _ db: Database) throws -> [DrawSummary] {
        var conditions = Conditions()
        conditions.add("draw.id = ?", ifAny: id?.rawValue)
        let sql = """
            WITH picked AS (
                SELECT drawEntry.draw,
                    recordingState <> 'decoded' AS isUnhearable,
                    EXISTS (SELECT 1 FROM sessionCall WHERE sessionCall.call = drawEntry.call
                        AND sessionCall.draw IS NOT NULL AND isHeard = 1) AS wasHeard,
                    EXISTS (SELECT 1 FROM sessionCall WHERE sessionCall.call = drawEntry.call
                        AND sessionCall.draw IS NOT NULL AND progress = 'skipped') AS wasSkipped,
                    EXISTS (SELECT 1 FROM sessionCall WHERE sessionCall.call = drawEntry.call
                        AND sessionCall.draw IS NOT NULL AND progress <> 'open') AS isDone
                FROM drawEntry JOIN call ON call.number = drawEntry.call
                WHERE drawEntry.position IS NOT NULL
            )
            SELECT draw.*, count(picked.draw) AS drawn, coalesce(sum(wasHeard), 0) AS heard,
                coalesce(sum(wasSkipped AND NOT wasHeard), 0) AS skipped,
                coalesce(sum(isUnhearable AND NOT wasHeard AND NOT wasSkipped), 0) AS unhearable,
                coalesce(sum(NOT isUnhearable AND NOT isDone), 0) AS remaining
            FROM draw LEFT JOIN picked ON picked.draw = draw.number
            \(conditions.sql) GROUP BY draw.number ORDER BY madeAt DESC, draw.number DESC
            """
        return try Row.fetchAll(db, sql: sql, arguments: conditions.arguments).map { row in
            DrawSummary(
                draw: try StoredDraw.head(row, db), drawn: row["drawn"], heard: row["heard"],
                skipped: row["skipped"], unhearable: row["unhearable"], left: row["remaining"])
        }
    }
}
