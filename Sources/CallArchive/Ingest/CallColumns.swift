import CallModel
import GRDB

/// The columns of `call` that follow from its facts and its recording.
enum CallColumns {
    /// Makes a call of which only the name is known; its number.
    static func insert(_ id: CallID, _ db: Database) throws -> Int64 {
        try db.execute(cached: "INSERT INTO call (id) VALUES (?)", arguments: [id.rawValue])
        return db.lastInsertedRowID
    }

    /// Notes that the recording of a call was deleted when its time was over; whether that is news. A
    /// recording that is here stays.
    static func retire(_ call: Int64, _ db: Database) throws -> Bool {
        try db.execute(
            cached: """
                UPDATE call SET recordingState = 'retired'
                WHERE number = ? AND recordingState = 'none'
                """,
            arguments: [call])
        return db.changesCount > 0
    }

    /// Stores the merged record of a call.
    static func write(_ record: CallRecord, of call: Int64, _ db: Database) throws {
        try db.execute(
            cached: """
                UPDATE call SET externalID = ?, startedAt = ?, direction = ?, queue = ?, site = ?,
                    agent = ?, caller = ?, seconds = ?, holds = ?, layout = ?, metadata = ?
                WHERE number = ?
                """,
            arguments: [
                record.externalID, record.startedAt.map(StoredTime.milliseconds),
                record.direction?.rawValue, record.queue, record.site, record.agent,
                record.caller, record.seconds,
                try record.holds.map { try StoredJSON.text($0, of: "holds") },
                record.layout?.rawValue,
                record.metadata.isEmpty
                    ? "{}" : try StoredJSON.text(record.metadata, of: "metadata"),
                call,
            ])
    }

    /// Stores how long the sound of a call is and what is missing of it, by ``Call/completeness``.
    static func writeLength(
        _ recording: Recording?, record: CallRecord, of number: Int64, _ db: Database
    ) throws {
        let call = Call(
            id: CallID(""), record: record, recordingState: .decoded, recording: recording)
        let completeness = call.completeness
        let promised = [record.seconds, recording?.headerSeconds].compactMap { $0 }.max()
        let missing = completeness.map {
            $0 < 1 ? (promised ?? 0) - (recording?.seconds ?? 0) : 0
        }
        try db.execute(
            cached: """
                UPDATE call SET recordedSeconds = ?, completeness = ?, missingSeconds = ?
                WHERE number = ?
                """,
            arguments: [recording?.seconds, completeness, missing, number])
    }
}
