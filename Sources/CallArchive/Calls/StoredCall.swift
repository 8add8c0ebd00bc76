import CallModel
import GRDB

/// Calls and recordings as rows.
enum StoredCall {
    /// The number that stands for a call in other tables; nil where there is no such call.
    static func number(of id: CallID, _ db: Database) throws -> Int64? {
        try db.value(cached: "SELECT number FROM call WHERE id = ?", arguments: [id.rawValue])
    }

    /// The number of a call; throws ``ArchiveError/unknownCall(_:)``.
    static func existingNumber(of id: CallID, _ db: Database) throws -> Int64 {
        guard let number = try number(of: id, db) else { throw ArchiveError.unknownCall(id) }
        return number
    }

    /// The name of a call.
    static func id(of number: Int64, _ db: Database) throws -> CallID? {
        let text: String? = try db.value(
            cached: "SELECT id FROM call WHERE number = ?", arguments: [number])
        return text.map(CallID.init)
    }

    static func load(number: Int64, _ db: Database) throws -> Call? {
        guard
            let row = try db.row(
                cached: "SELECT * FROM call WHERE number = ?", arguments: [number])
        else { return nil }
        return Call(
            id: CallID(row["id"]), record: try record(row),
            recordingState: try row.one("recordingState"),
            recording: try StoredRecording.load(number, db),
            undecodableReason: row["undecodableReason"])
    }

    /// The call record in a row of `call`.
    static func record(_ row: Row) throws -> CallRecord {
        CallRecord(
            externalID: row["externalID"], startedAt: row.date("startedAt"),
            direction: try row.known("direction"), queue: row["queue"], site: row["site"],
            agent: row["agent"], caller: row["caller"], seconds: row["seconds"],
            holds: try (row["holds"] as String?).map {
                try StoredJSON.value(from: $0, of: "holds")
            },
            layout: try row.known("layout"), metadata: try metadata(row["metadata"]))
    }

    /// Other columns of a call record; most calls have none.
    static func metadata(_ text: String) throws -> [String: String] {
        text == "{}" ? [:] : try StoredJSON.value(from: text, of: "metadata")
    }
}
