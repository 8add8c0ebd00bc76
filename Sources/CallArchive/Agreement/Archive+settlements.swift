public import CallModel
import Foundation
import GRDB

extension Archive {
    /// Appends an act to what was settled of a call, which had `expected` acts when the caller
    /// looked; it is on the disk when this returns.
    ///
    /// Throws ``ArchiveError/unknownCall(_:)``, and ``ArchiveError/changedMeanwhile(_:)`` where another act
    /// was stored since.
    public func settle(
        _ call: CallID, _ act: Settlement.Act, after expected: Int
    ) async throws {
        try await write("settling a call") { db in
            let number = try StoredCall.existingNumber(of: call, db)
            let stored =
                try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM settlementEvent WHERE call = ?",
                    arguments: [number]) ?? 0
            guard stored == expected else {
                throw ArchiveError.changedMeanwhile(
                    "The call \(call) was settled by somebody else meanwhile: look at it again.")
            }
            try db.execute(
                sql: """
                    INSERT INTO settlementEvent (call, sequence, at, actor, act)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    number, stored, StoredTime.milliseconds(act.at), act.by.rawValue,
                    try StoredJSON.text(Settlement.Act.Body(act), of: "settlement"),
                ])
        }
    }

    /// What was settled of a call, with its history; nil where nothing ever was.
    public func settlement(of call: CallID) async throws -> Settlement? {
        try await read("reading what was settled of a call") { db in
            try StoredSettlement.load(of: call, db).first
        }
    }

    /// What stands settled, by call, under the words in force. Few calls ever are.
    public func settledLabels() async throws -> [CallID: Settlement.Labels] {
        try await read("reading what was settled") { db in
            let settlements = try StoredSettlement.load(db)
            var labels: [CallID: Settlement.Labels] = [:]
            let taxonomy = try StoredTaxonomy.newest(db)?.taxonomy
            for settlement in settlements {
                labels[settlement.call] = settlement.labels.map {
                    $0.underCurrentKeys(of: taxonomy)
                }
            }
            return labels
        }
    }
}

/// What was settled, as rows.
enum StoredSettlement {
    /// The settlements of all calls, or of one, by call id.
    static func load(of call: CallID? = nil, _ db: Database) throws -> [Settlement] {
        // In this order: there are few settlements and many calls, and the order that is asked for
        // must not lead through all of those.
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT call.id, at, actor, act FROM settlementEvent
                CROSS JOIN call ON call.number = settlementEvent.call
                WHERE ?1 IS NULL OR call.id = ?1 ORDER BY call.id, sequence
                """,
            arguments: [call?.rawValue])
        var found: [Settlement] = []
        while let row = try rows.next() {
            let call = CallID(row["id"])
            let body: Settlement.Act.Body = try StoredJSON.value(
                from: row["act"], of: "settlement")
            guard
                let act = body.act(
                    by: ListenerID(row["actor"]), at: StoredTime.date(row["at"]))
            else {
                throw ArchiveError.database(
                    doing: "reading what was settled",
                    reason: "An act on the call \(call) is of a newer version of Earful.")
            }
            if found.last?.call != call { found.append(Settlement(call: call, acts: [])) }
            found[found.count - 1].acts.append(act)
        }
        return found
    }
}

extension Settlement.Labels {
    /// The same under the words in force; of two that became one the worse severity holds.
    func underCurrentKeys(of taxonomy: Taxonomy?) -> Settlement.Labels {
        guard let taxonomy else { return self }
        var labels = Settlement.Labels(reason: reason.map(taxonomy.currentKey(forReason:)))
        for (key, severity) in painPoints {
            let key = taxonomy.currentKey(forPainPoint: key)
            labels.painPoints[key] = max(severity, labels.painPoints[key] ?? 0)
        }
        return labels
    }
}
