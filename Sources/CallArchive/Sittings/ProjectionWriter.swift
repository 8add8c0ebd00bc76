import CallModel
import GRDB

/// Stores the state of a sitting, as far as it changed.
enum ProjectionWriter {
    /// Stores how the sitting began, which no event changes after the first.
    static func writeBeginning(of session: Session, number: Int64, _ db: Database) throws {
        try db.execute(
            cached: "UPDATE session SET purpose = ?, listener = ?, startedAt = ? WHERE number = ?",
            arguments: [
                session.purpose.rawValue, session.listener.rawValue,
                StoredTime.milliseconds(session.startedAt), number,
            ])
    }

    /// Stores what else belongs to the sitting itself.
    static func writeHead(
        of session: Session, number: Int64, eventCount: Int?, _ db: Database
    ) throws {
        try db.execute(
            cached: """
                UPDATE session SET endedAt = ?, predictionsSealed = ?,
                    eventCount = coalesce(?, eventCount)
                WHERE number = ?
                """,
            arguments: [
                session.endedAt.map(StoredTime.milliseconds), session.predictionsSealed,
                eventCount, number,
            ])
        let stored = try db.rows(
            cached: "SELECT reason, share FROM prediction WHERE session = ? ORDER BY position",
            arguments: [number]
        ).map { Prediction(reason: $0["reason"], share: $0["share"]) }
        guard stored != session.predictions else { return }
        try db.execute(cached: "DELETE FROM prediction WHERE session = ?", arguments: [number])
        for (position, prediction) in session.predictions.enumerated() {
            try db.execute(
                cached: """
                    INSERT INTO prediction (session, position, reason, share) VALUES (?, ?, ?, ?)
                    """,
                arguments: [number, position, prediction.reason, prediction.share])
        }
    }

    /// Stores the state of some calls of a sitting, by their numbers; nil for all of them.
    static func write(
        _ session: Session, number: Int64, only touched: Set<Int64>?, _ db: Database
    ) throws {
        var missing = try names(of: touched, session: session, number: number, db)
        for (position, heard) in session.calls.enumerated() {
            if let call = missing.removeValue(forKey: heard.call) {
                try write(heard, call: call, position: position, session: number, db)
            } else if touched == nil {
                throw ArchiveError.unknownCall(heard.call)
            }
        }
        for call in missing.values.sorted() {
            try db.execute(
                cached: "DELETE FROM sessionCall WHERE session = ? AND call = ?",
                arguments: [number, call])
        }
    }

    /// The names of the calls to look at: the touched ones; or all that are stored or given.
    private static func names(
        of touched: Set<Int64>?, session: Session, number: Int64, _ db: Database
    ) throws -> [CallID: Int64] {
        var numbers = touched ?? []
        if touched == nil {
            numbers = try Int64.fetchSet(
                db.cachedStatement(sql: "SELECT call FROM sessionCall WHERE session = ?"),
                arguments: [number])
            for heard in session.calls {
                if let call = try StoredCall.number(of: heard.call, db) { numbers.insert(call) }
            }
        }
        var names: [CallID: Int64] = [:]
        for call in numbers {
            if let id = try StoredCall.id(of: call, db) { names[id] = call }
        }
        return names
    }

    private static func write(
        _ heard: Session.HeardCall, call: Int64, position: Int, session: Int64, _ db: Database
    ) throws {
        let (progress, skipReason): (String, String?) =
            switch heard.progress {
            case .open: ("open", nil)
            case .finished: ("finished", nil)
            case .skipped(let reason): ("skipped", reason)
            }
        try db.execute(
            cached: """
                INSERT INTO sessionCall
                    (session, call, position, draw, progress, skipReason, heardMs, isHeard)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (session, call) DO UPDATE SET position = excluded.position,
                    draw = excluded.draw, progress = excluded.progress,
                    skipReason = excluded.skipReason, heardMs = excluded.heardMs,
                    isHeard = excluded.isHeard
                WHERE (position, draw, progress, skipReason, heardMs, isHeard) IS NOT (
                    excluded.position, excluded.draw, excluded.progress, excluded.skipReason,
                    excluded.heardMs, excluded.isHeard)
                """,
            arguments: [
                session, call, position, try draw(of: heard.selection, db), progress, skipReason,
                heard.heard.totalMilliseconds, heard.countsAsHeard,
            ])
        try db.execute(
            cached: "UPDATE call SET wasOpened = 1 WHERE number = ? AND wasOpened = 0",
            arguments: [call])
        try replace(heard.heard, session: session, call: call, db)
        try StoredAnnotation.replace(
            heard.annotations, session: session, call: call, id: heard.call, db)
    }

    private static func draw(of selection: Selection, _ db: Database) throws -> Int64? {
        guard case .drawn(let id) = selection else { return nil }
        let number: Int64? = try db.value(
            cached: "SELECT number FROM draw WHERE id = ?", arguments: [id.rawValue])
        guard let number else { throw ArchiveError.unknownDraw(id) }
        return number
    }

    private static func replace(
        _ ranges: [CallTimeRange], session: Int64, call: Int64, _ db: Database
    ) throws {
        let stored = try db.rows(
            cached: "SELECT startMs, endMs FROM heardRange WHERE session = ? AND call = ?",
            arguments: [session, call]
        ).compactMap { $0.callTimeRange() }
        let (old, new) = (Set(stored), Set(ranges))
        for range in old.subtracting(new) {
            try db.execute(
                cached: "DELETE FROM heardRange WHERE session = ? AND call = ? AND startMs = ?",
                arguments: [session, call, range.start.milliseconds])
        }
        for range in new.subtracting(old) {
            try db.execute(
                cached: """
                    INSERT INTO heardRange (session, call, startMs, endMs) VALUES (?, ?, ?, ?)
                    """,
                arguments: [session, call, range.start.milliseconds, range.end.milliseconds])
        }
    }
}
