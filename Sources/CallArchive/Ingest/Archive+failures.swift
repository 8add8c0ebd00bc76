public import CallModel
public import Foundation
import GRDB

extension Archive {
    /// Notes that a file could not be taken in, and leaves it for another attempt.
    public func recordFailure(_ stamp: FileStamp, reason: String, at: Date) async throws {
        try await write("noting a failure") { db in
            try StoredFile.noteFailure(
                stamp, contentHash: nil, reason: reason, call: nil, at: at, db)
        }
    }

    /// Notes that a call's recording does not decode: the call stands in the archive all the same,
    /// as ``RecordingState/undecodable``, and its file is left for another attempt.
    ///
    /// A call that has sound that decodes keeps it. Returns the call's name.
    public func recordUndecodable(
        _ location: FileLocation, facts: [FactSource: CallRecord], reason: String, at: Date
    ) async throws -> CallID {
        try await write("noting an undecodable recording") { db in
            let externalID = CallFacts.merged(facts).externalID
            let found = try CallMatch.call(holding: [location], externalID: externalID, db)
            let call: Int64
            if let found {
                call = found
            } else {
                let id = try CallMatch.newID(
                    externalID: externalID, contentHash: location.contentHash, db)
                call = try CallColumns.insert(id, db)
            }
            let record = try CallFacts.add(facts, to: call, at: at, db).record
            try CallColumns.write(record, of: call, db)
            if let recording = try StoredRecording.load(call, db) {
                try CallColumns.writeLength(recording, record: record, of: call, db)
            }
            try db.execute(
                cached: """
                    UPDATE call SET recordingState = 'undecodable', undecodableReason = ?
                    WHERE number = ? AND recordingState <> 'decoded'
                    """,
                arguments: [reason, call])
            try StoredFile.noteFailure(
                location.stamp, contentHash: location.contentHash, reason: reason, call: call,
                at: at, db)
            guard let id = try StoredCall.id(of: call, db) else {
                throw ArchiveError.database(doing: "naming a call", reason: "It has no name.")
            }
            return id
        }
    }

    /// Files that could not be taken in and have not been since, by path.
    public func failures() async throws -> [FailedFile] {
        try await read("listing failures") { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT failedFile.*, call.id AS callID FROM failedFile
                    LEFT JOIN call ON call.number = failedFile.call ORDER BY path
                    """
            ).map(StoredFile.failure)
        }
    }
}
