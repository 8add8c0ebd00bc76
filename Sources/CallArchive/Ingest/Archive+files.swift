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

    /// Where audio was last seen whose content hashes begin with `prefixes` (hexadecimal digits), by
    /// prefix; nowhere, for a prefix that no recorded file has.
    public func paths(ofHashes prefixes: Set<String>) async throws -> [String: [String]] {
        let values = try StoredJSON.text(prefixes.sorted(), of: "hashes")
        let found = try await read("looking where sound lies") { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT value, fileLocation.path FROM json_each(?)
                    JOIN recordedFile ON contentHash >= value AND contentHash < value || 'g'
                    JOIN fileLocation ON fileLocation.file = recordedFile.number
                    """, arguments: [values]
            ).map { (prefix: $0["value"] as String, path: $0["path"] as String) }
        }
        return Dictionary(grouping: found, by: \.prefix).mapValues { $0.map(\.path) }
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
