import CallModel
import GRDB

/// Events as rows.
enum StoredEvent {
    /// An event from a row of `sessionEvent` with the sitting's name as `sessionID`.
    static func event(_ row: Row) throws -> SessionEvent {
        SessionEvent(
            id: EventID(row["id"]), session: SessionID(row["sessionID"]),
            listener: ListenerID(row["listener"]), at: StoredTime.date(row["at"]),
            body: try StoredJSON.value(from: row["body"], of: "event"))
    }

    /// The place of an event that is stored already; nil for one that is new.
    ///
    /// A retry may bear a later time: the time is when it was accepted. Throws
    /// ``ArchiveError/eventReused(_:)`` where something else is stored under its id.
    static func sequence(of event: SessionEvent, _ db: Database) throws -> Int? {
        let row = try db.row(
            cached: """
                SELECT sessionEvent.*, session.id AS sessionID FROM sessionEvent
                JOIN session ON session.number = sessionEvent.session WHERE sessionEvent.id = ?
                """,
            arguments: [event.id.rawValue])
        guard let row else { return nil }
        let stored = try self.event(row)
        guard stored.session == event.session, stored.listener == event.listener,
            stored.body == event.body
        else { throw ArchiveError.eventReused(event.id) }
        return row["sequence"]
    }

    static func insert(
        _ event: SessionEvent, session: Int64, sequence: Int, call: Int64?, _ db: Database
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO sessionEvent (session, sequence, id, listener, at, call, body)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                session, sequence, event.id.rawValue, event.listener.rawValue,
                StoredTime.milliseconds(event.at), call,
                try StoredJSON.text(event.body, of: "event"),
            ])
    }

    /// What an event changes.
    enum Touched {
        /// The sitting itself.
        case sitting
        /// One call, by its number; the event is stored beside it.
        case call(Int64)
        /// Calls that cannot be told from the event.
        case unknown
    }

    /// What an event changes; throws ``ArchiveError/unknownCall(_:)``.
    static func touched(by event: SessionEvent, session: Int64, _ db: Database) throws -> Touched {
        switch event.body {
        case .started, .planned, .predicted, .predictionsSealed, .ended:
            return .sitting
        case .callOpened(let call, _), .heard(let call, _, _), .skipped(let call, _),
            .finished(let call):
            return .call(try StoredCall.existingNumber(of: call, db))
        case .annotated(let annotation), .changed(let annotation):
            return .call(try StoredCall.existingNumber(of: annotation.call, db))
        case .removed(let annotation):
            let call: Int64? = try db.value(
                cached: "SELECT call FROM annotation WHERE session = ? AND id = ?",
                arguments: [session, annotation.rawValue])
            return call.map(Touched.call) ?? .unknown
        case .undone(let event), .redone(let event):
            let call: Int64? = try db.value(
                cached: "SELECT call FROM sessionEvent WHERE id = ?", arguments: [event.rawValue])
            return call.map(Touched.call) ?? .unknown
        }
    }
}
