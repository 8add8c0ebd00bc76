public import CallModel
public import Foundation
import GRDB

extension Archive {
    /// Stores events of a sitting and the state that they lead to, in one transaction that is on
    /// the disk on return.
    ///
    /// The same events again are harmless, also after others. Throws
    /// ``ArchiveError/stale(session:expected:found:)`` where others were stored since the caller
    /// loaded the sitting, ``ArchiveError/eventReused(_:)``, ``ArchiveError/unknownCall(_:)`` and
    /// ``ArchiveError/unknownDraw(_:)``; nothing is stored then. Appends that wait together share
    /// one flush of the disk, and one that is refused does its neighbours no harm.
    public func append(
        _ events: [SessionEvent], session: Session, expecting: Int
    ) async throws -> AppendReceipt {
        let append = SessionAppend(events: events, session: session, expecting: expecting)
        return try await writeTogether("storing what was done") {
            try SessionWriter.append(append, $0)
        }
    }

    /// Stores events of several sittings, all or none, in one transaction.
    public func append(_ batch: [SessionAppend]) async throws -> [AppendReceipt] {
        try await writeTogether("storing what was done") { db in
            try batch.map { try SessionWriter.append($0, db) }
        }
    }

    /// The events of a sitting in order; none for a sitting that is not known.
    public func events(of session: SessionID) async throws -> [SessionEvent] {
        try await read("reading a sitting") { db in
            guard let number = try StoredSession.number(of: session, db) else { return [] }
            return try db.rows(
                cached: """
                    SELECT sessionEvent.*, ? AS sessionID FROM sessionEvent
                    WHERE session = ? ORDER BY sequence
                    """,
                arguments: [session.rawValue, number]
            ).map(StoredEvent.event)
        }
    }

    /// The state of a sitting as it was stored with its last event; nil where there is none.
    public func session(_ id: SessionID) async throws -> Session? {
        try await read("reading a sitting") { try StoredSession.load(id, $0) }
    }

    /// Sittings, the newest first.
    public func sessions(
        _ filter: SessionFilter = SessionFilter()
    ) async throws -> [SessionSummary] {
        try await read("listing sittings") { db in
            var conditions = Conditions()
            conditions.add("startedAt >= ?", ifAny: filter.from.map(StoredTime.milliseconds))
            conditions.add("startedAt < ?", ifAny: filter.until.map(StoredTime.milliseconds))
            conditions.add("listener = ?", ifAny: filter.listener?.rawValue)
            conditions.add("purpose = ?", ifAny: filter.purpose?.rawValue)
            if let isOpen = filter.isOpen {
                conditions.add(isOpen ? "endedAt IS NULL" : "endedAt IS NOT NULL")
            }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT session.*, count(call) AS calls, coalesce(sum(heardMs), 0) AS heardMs,
                        coalesce(sum(progress = 'finished'), 0) AS finished,
                        coalesce(sum(progress = 'skipped'), 0) AS skipped,
                        (SELECT count(*) FROM annotation WHERE annotation.session = session.number
                            AND kind IN ('reason', 'painPoint')) AS tags,
                        (SELECT count(*) FROM annotation WHERE annotation.session = session.number
                            AND kind = 'idea') AS ideas
                    FROM session LEFT JOIN sessionCall ON sessionCall.session = session.number
                    \(conditions.sql) GROUP BY session.number ORDER BY startedAt DESC, session.number DESC
                    """,
                arguments: conditions.arguments
            ).map { row in
                SessionSummary(
                    id: SessionID(row["id"]), purpose: try row.one("purpose"),
                    listener: ListenerID(row["listener"]),
                    startedAt: StoredTime.date(row["startedAt"]), endedAt: row.date("endedAt"),
                    heardSeconds: Double(row["heardMs"] as Int) / 1000, callCount: row["calls"],
                    finishedCount: row["finished"], skippedCount: row["skipped"],
                    tagCount: row["tags"], ideaCount: row["ideas"],
                    eventCount: row["eventCount"])
            }
        }
    }

    /// Ideas of the sittings that began from one instant up to another, the newest sitting first
    /// and within it in the order of saying; `text` asks for words that all stand, or begin a word,
    /// in one idea.
    public func ideas(
        from: Date? = nil, until: Date? = nil, text: String? = nil, limit: Int = .max
    ) async throws -> [Idea] {
        try await read("listing ideas") { db in
            var conditions = Conditions()
            conditions.add("kind = 'idea'")
            conditions.add(
                "session.startedAt >= ?", ifAny: from.map(StoredTime.milliseconds))
            conditions.add(
                "session.startedAt < ?", ifAny: until.map(StoredTime.milliseconds))
            if let text { try conditions.addWordsOfAnnotation(text) }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT annotation.*, session.id AS sessionID, listener,
                        session.startedAt AS begun, call.id AS callID
                    FROM session JOIN annotation ON annotation.session = session.number
                    JOIN sessionCall ON sessionCall.session = annotation.session
                        AND sessionCall.call = annotation.call
                    JOIN call ON call.number = annotation.call
                    \(conditions.sql) ORDER BY session.startedAt DESC, session.number DESC,
                        sessionCall.position, annotation.position LIMIT ?
                    """,
                arguments: conditions.arguments + [limit]
            ).map { row in
                Idea(
                    annotation: try StoredAnnotation.annotation(row, call: CallID(row["callID"])),
                    session: SessionID(row["sessionID"]), listener: ListenerID(row["listener"]),
                    startedAt: StoredTime.date(row["begun"]))
            }
        }
    }
}
