import CallModel
public import Foundation
import GRDB

extension Archive {
    /// What is known of files from a look at them, in the order given: one query for all.
    public func standing(of stamps: [FileStamp]) async throws -> [FileStanding] {
        guard !stamps.isEmpty else { return [] }
        let paths = try StoredJSON.text(stamps.map(\.path), of: "paths")
        return try await read("looking for known files") { db in
            let known = try Self.byPath(
                """
                SELECT fileLocation.path, fileLocation.byteCount, modifiedNanoseconds, call.id AS callID
                FROM json_each(?) JOIN fileLocation ON fileLocation.path = value
                JOIN recordingPart USING (file) JOIN call ON call.number = recordingPart.call
                """, paths, db)
            let failed = try Self.byPath(
                """
                SELECT failedFile.*, call.id AS callID FROM json_each(?)
                JOIN failedFile ON failedFile.path = value
                LEFT JOIN call ON call.number = failedFile.call
                """, paths, db)
            return stamps.map { stamp in
                if let row = failed[stamp.path] {
                    return Self.matches(row, stamp)
                        ? .failed(StoredFile.failure(row)) : .changed
                }
                guard let row = known[stamp.path] else { return .new }
                return Self.matches(row, stamp)
                    ? .unchanged(call: CallID(row["callID"])) : .changed
            }
        }
    }

    private static func byPath(
        _ sql: String, _ paths: String, _ db: Database
    ) throws -> [String: Row] {
        let rows = try Row.fetchAll(db, sql: sql, arguments: [paths])
        return Dictionary(rows.map { ($0["path"], $0) }) { first, _ in first }
    }

    private static func matches(_ row: Row, _ stamp: FileStamp) -> Bool {
        row["byteCount"] == stamp.byteCount
            && row["modifiedNanoseconds"] == stamp.modifiedNanoseconds
    }

    /// Notes that known audio was seen at paths, as after a file was moved or copied: the call and
    /// what was said of it stay as they are.
    ///
    /// Throws ``ArchiveError/invalid(_:)`` for audio that no recording holds.
    public func noteLocations(_ locations: [FileLocation], at: Date) async throws {
        try await write("noting where files lie") { db in
            for location in locations { try StoredFile.note(location, at: at, db) }
        }
    }

    /// Paths below a folder where files were once seen and are not `present` now, sorted; the empty
    /// folder stands for everywhere.
    public func missingLocations(
        under folder: String = "", present: Set<String>
    ) async throws -> [String] {
        let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
        return try await read("looking for missing files") { db in
            try String.fetchAll(
                db, sql: "SELECT path FROM fileLocation UNION SELECT path FROM failedFile"
            ).filter { $0.hasPrefix(prefix) && !present.contains($0) }.sorted()
        }
    }

    /// Forgets that files lay at paths; recordings, calls and what was said of them stay.
    public func forgetLocations(_ paths: [String]) async throws {
        try await write("forgetting where files lay") { db in
            for path in paths {
                try db.execute(
                    cached: "DELETE FROM fileLocation WHERE path = ?", arguments: [path])
                try db.execute(cached: "DELETE FROM failedFile WHERE path = ?", arguments: [path])
            }
        }
    }
}
