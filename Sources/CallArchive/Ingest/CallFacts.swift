import CallModel
import Foundation
import GRDB

/// What the sources say of a call, and the one record that comes of it.
///
/// Within a source the newer statement wins, field by field, and what it leaves out stays as the
/// older one said it. Between sources ``FactSource`` has the order.
enum CallFacts {
    /// Adds facts to those of a call: the one record that comes of all of them, and whether any was
    /// new. Where `fillingOnly`, nothing that a source said before is changed.
    static func add(
        _ facts: [FactSource: CallRecord], to call: Int64, fillingOnly: Bool = false, at: Date,
        _ db: Database
    ) throws -> (record: CallRecord, isNew: Bool) {
        var stored = try load(call, db)
        var isNew = false
        for (source, record) in facts {
            let merged =
                stored[source].map {
                    fillingOnly ? $0.filled(from: record) : record.filled(from: $0)
                } ?? record
            guard merged != stored[source] else { continue }
            isNew = true
            stored[source] = merged
            try db.execute(
                cached: """
                    INSERT INTO callFact (call, source, record, learnedAt) VALUES (?, ?, ?, ?)
                    ON CONFLICT (call, source) DO UPDATE
                    SET record = excluded.record, learnedAt = excluded.learnedAt
                    """,
                arguments: [
                    call, source.rawValue, try StoredJSON.text(merged, of: "call record"),
                    StoredTime.milliseconds(at),
                ])
        }
        return (self.merged(stored), isNew)
    }

    /// The facts of a call by source.
    static func load(_ call: Int64, _ db: Database) throws -> [FactSource: CallRecord] {
        var facts: [FactSource: CallRecord] = [:]
        let rows = try db.rows(
            cached: "SELECT source, record FROM callFact WHERE call = ?", arguments: [call])
        for row in rows {
            let source: FactSource = try row.one("source")
            facts[source] = try StoredJSON.value(from: row["record"], of: "call record")
        }
        return facts
    }

    /// One record of many, the most trusted source first.
    static func merged(_ facts: [FactSource: CallRecord]) -> CallRecord {
        FactSource.allCases.reduce(into: CallRecord()) { merged, source in
            guard let record = facts[source] else { return }
            merged = merged.filled(from: record)
        }
    }
}
