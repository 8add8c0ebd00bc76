import CallModel
import GRDB

/// Stores events together with the state that they lead to.
enum SessionWriter {
    static func append(_ append: SessionAppend, _ db: Database) throws -> AppendReceipt {
        let session = append.session
        guard append.events.allSatisfy({ $0.session == session.id }) else {
            throw ArchiveError.invalid(
                "Events of another sitting were given to the sitting \(session.id).")
        }
        let stored = try db.row(
            cached: "SELECT number, eventCount FROM session WHERE id = ?",
            arguments: [session.id.rawValue])
        let count: Int = stored?["eventCount"] ?? 0
        let new = try unstored(append, count: count, db)
        guard !new.isEmpty else { return AppendReceipt(sequence: count, appended: 0) }

        let number: Int64 = try stored?["number"] ?? insert(session, db)
        var touched: Set<Int64> = []
        var touchesAll = false
        for (offset, event) in new.enumerated() {
            var call: Int64?
            switch try StoredEvent.touched(by: event, session: number, db) {
            case .sitting: break
            case .unknown: touchesAll = true
            case .call(let found):
                call = found
                touched.insert(found)
            }
            if case .changed(let annotation) = event.body {
                touched.formUnion(try calls(with: annotation.id, session: number, db))
            }
            try StoredEvent.insert(
                event, session: number, sequence: count + offset, call: call, db)
        }
        let sequence = count + new.count
        try ProjectionWriter.writeHead(of: session, number: number, eventCount: sequence, db)
        try ProjectionWriter.write(
            session, number: number, only: touchesAll ? nil : touched, db)
        return AppendReceipt(sequence: sequence, appended: new.count)
    }

    /// The events that are not stored, in order. Throws ``ArchiveError/stale(session:expected:found:)``
    /// where others were stored since the caller loaded the sitting.
    private static func unstored(
        _ append: SessionAppend, count: Int, _ db: Database
    ) throws -> [SessionEvent] {
        var new: [SessionEvent] = []
        var retried = 0
        var isInOrder = true
        for event in append.events {
            if let sequence = try StoredEvent.sequence(of: event, db) {
                if sequence >= append.expecting { retried += 1 }
                isInOrder = isInOrder && new.isEmpty
            } else if let twin = new.first(where: { $0.id == event.id }) {
                guard twin.body == event.body else { throw ArchiveError.eventReused(event.id) }
            } else {
                new.append(event)
            }
        }
        guard new.isEmpty || (isInOrder && append.expecting + retried == count) else {
            throw ArchiveError.stale(
                session: append.session.id, expected: append.expecting, found: count)
        }
        return new
    }

    private static func insert(_ session: Session, _ db: Database) throws -> Int64 {
        try db.execute(
            cached: "INSERT INTO session (id, purpose, listener, startedAt) VALUES (?, ?, ?, ?)",
            arguments: [
                session.id.rawValue, session.purpose.rawValue, session.listener.rawValue,
                StoredTime.milliseconds(session.startedAt),
            ])
        return db.lastInsertedRowID
    }

    private static func calls(
        with annotation: AnnotationID, session: Int64, _ db: Database
    ) throws -> Set<Int64> {
        try Int64.fetchSet(
            db.cachedStatement(sql: "SELECT call FROM annotation WHERE session = ? AND id = ?"),
            arguments: [session, annotation.rawValue])
    }
}
