public import CallModel
import Foundation
import GRDB

extension Archive {
    /// Appends an act to a fix, which had `expected` acts when the caller looked; it is on the disk
    /// when this returns.
    ///
    /// Throws ``ArchiveError/changedMeanwhile(_:)`` where another act was stored since.
    public func append(_ event: Initiative.Event, after expected: Int) async throws {
        try await write("storing an initiative") { db in
            let stored =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM initiativeEvent WHERE initiative = ?",
                    arguments: [event.initiative.rawValue]) ?? 0
            guard stored == expected else {
                throw ArchiveError.changedMeanwhile(
                    "The initiative \(event.initiative) was changed meanwhile: look at it again.")
            }
            try db.execute(
                sql: """
                    INSERT INTO initiativeEvent (initiative, sequence, at, actor, act)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    event.initiative.rawValue, stored, StoredTime.milliseconds(event.at),
                    event.by.rawValue, try StoredJSON.text(event.act, of: "initiative"),
                ])
        }
    }

    /// Every fix, by id.
    public func initiatives() async throws -> [Initiative] {
        try await read("listing initiatives") { db in
            try StoredInitiative.events(db).compactMap(Initiative.init)
        }
    }

    /// The acts of one fix, the oldest first; empty where there is none of that name.
    public func events(of initiative: InitiativeID) async throws -> [Initiative.Event] {
        try await read("reading an initiative") { db in
            try StoredInitiative.events(of: initiative, db).first ?? []
        }
    }
}

/// Fixes as rows.
enum StoredInitiative {
    /// The acts of every fix, or of one, by fix and then in order.
    static func events(
        of initiative: InitiativeID? = nil, _ db: Database
    ) throws -> [[Initiative.Event]] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT initiative, at, actor, act FROM initiativeEvent
                WHERE ?1 IS NULL OR initiative = ?1 ORDER BY initiative, sequence
                """, arguments: [initiative?.rawValue])
        var found: [[Initiative.Event]] = []
        while let row = try rows.next() {
            let event = Initiative.Event(
                initiative: InitiativeID(row["initiative"]), at: StoredTime.date(row["at"]),
                by: ListenerID(row["actor"]),
                act: try StoredJSON.value(from: row["act"], of: "initiative"))
            if found.last?.last?.initiative == event.initiative {
                found[found.count - 1].append(event)
            } else {
                found.append([event])
            }
        }
        return found
    }
}
