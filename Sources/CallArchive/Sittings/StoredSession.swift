import CallModel
import GRDB

/// Sittings as rows: the state that their events made.
enum StoredSession {
    static func number(of id: SessionID, _ db: Database) throws -> Int64? {
        try db.value(cached: "SELECT number FROM session WHERE id = ?", arguments: [id.rawValue])
    }

    static func load(_ id: SessionID, _ db: Database) throws -> Session? {
        guard
            let row = try db.row(
                cached: "SELECT * FROM session WHERE id = ?", arguments: [id.rawValue])
        else { return nil }
        var session = Session(
            id: id, purpose: try row.one("purpose"), listener: ListenerID(row["listener"]),
            startedAt: StoredTime.date(row["startedAt"]))
        session.endedAt = row.date("endedAt")
        session.predictionsSealed = row["predictionsSealed"]
        session.predictions = try predictions(of: row["number"], db)
        session.calls = try calls(of: row["number"], db)
        return session
    }

    private static func predictions(of session: Int64, _ db: Database) throws -> [Prediction] {
        try db.rows(
            cached: "SELECT * FROM prediction WHERE session = ? ORDER BY position",
            arguments: [session]
        ).map { Prediction(reason: $0["reason"], share: $0["share"]) }
    }

    /// The calls of a sitting, or one of them, in the order in which they were first opened.
    static func calls(
        of session: Int64, only call: Int64? = nil, _ db: Database
    ) throws -> [Session.HeardCall] {
        let arguments: StatementArguments = [session, call]
        let ranges = Dictionary(
            grouping: try db.rows(
                cached: """
                    SELECT * FROM heardRange
                    WHERE session = ?1 AND call = coalesce(?2, call) ORDER BY call, startMs
                    """,
                arguments: arguments),
            by: { $0["call"] as Int64 })
        let annotations = Dictionary(
            grouping: try db.rows(
                cached: """
                    SELECT * FROM annotation
                    WHERE session = ?1 AND call = coalesce(?2, call) ORDER BY call, position
                    """,
                arguments: arguments),
            by: { $0["call"] as Int64 })
        return try db.rows(
            cached: """
                SELECT sessionCall.*, call.id AS callID, draw.id AS drawID FROM sessionCall
                JOIN call ON call.number = sessionCall.call
                LEFT JOIN draw ON draw.number = sessionCall.draw
                WHERE session = ?1 AND call = coalesce(?2, call) ORDER BY position
                """,
            arguments: arguments
        ).map { row in
            let id = CallID(row["callID"])
            let number: Int64 = row["call"]
            var heard = Session.HeardCall(
                call: id, selection: row.identifier("drawID").map(Selection.drawn) ?? .handPicked)
            heard.heard = (ranges[number] ?? []).compactMap { $0.callTimeRange() }
            heard.annotations = try (annotations[number] ?? []).map {
                try StoredAnnotation.annotation($0, call: id)
            }
            heard.progress = try progress(row)
            return heard
        }
    }

    private static func progress(_ row: Row) throws -> Session.HeardCall.Progress {
        switch row["progress"] as String {
        case "finished": .finished
        case "skipped": .skipped(reason: row["skipReason"])
        default: .open
        }
    }
}
