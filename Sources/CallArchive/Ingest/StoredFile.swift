import CallModel
import Foundation
import GRDB

/// Where files lie, and which of them failed, as rows.
enum StoredFile {
    /// Notes that known audio lies at a path. Throws ``ArchiveError/invalid(_:)`` for audio that
    /// no recording holds.
    static func note(_ location: FileLocation, at: Date, _ db: Database) throws {
        let file: Int64? = try db.value(
            cached: "SELECT number FROM recordedFile WHERE contentHash = ?",
            arguments: [location.contentHash.rawValue])
        guard let file else {
            throw ArchiveError.invalid(
                "The audio of \(location.stamp.path) is not in the archive; store its call first.")
        }
        try db.execute(
            cached: """
                INSERT INTO fileLocation
                    (path, name, file, byteCount, modifiedNanoseconds, inode, lastSeenAt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (path) DO UPDATE SET file = excluded.file,
                    byteCount = excluded.byteCount, inode = excluded.inode,
                    modifiedNanoseconds = excluded.modifiedNanoseconds,
                    lastSeenAt = excluded.lastSeenAt
                """,
            arguments: [
                location.stamp.path, location.stamp.name, file, location.stamp.byteCount,
                location.stamp.modifiedNanoseconds,
                location.stamp.inode.map { Int64(bitPattern: $0) }, StoredTime.milliseconds(at),
            ])
        try db.execute(
            cached: "DELETE FROM failedFile WHERE path = ?", arguments: [location.stamp.path])
    }

    /// Notes one more attempt that failed; attempts on other content do not count.
    static func noteFailure(
        _ stamp: FileStamp, contentHash: ContentHash?, reason: String, call: Int64?, at: Date,
        _ db: Database
    ) throws {
        try db.execute(
            cached: """
                INSERT INTO failedFile (path, byteCount, modifiedNanoseconds, contentHash, reason,
                    failedAt, attempts, call)
                VALUES (?, ?, ?, ?, ?, ?, 1, ?)
                ON CONFLICT (path) DO UPDATE SET
                    attempts = CASE
                        WHEN byteCount = excluded.byteCount
                            AND modifiedNanoseconds = excluded.modifiedNanoseconds
                        THEN attempts + 1 ELSE 1 END,
                    byteCount = excluded.byteCount,
                    modifiedNanoseconds = excluded.modifiedNanoseconds,
                    contentHash = excluded.contentHash, reason = excluded.reason,
                    failedAt = excluded.failedAt, call = coalesce(excluded.call, call)
                """,
            arguments: [
                stamp.path, stamp.byteCount, stamp.modifiedNanoseconds, contentHash?.rawValue,
                reason, StoredTime.milliseconds(at), call,
            ])
    }

    /// A row of `failedFile` with the call's name as `callID`.
    static func failure(_ row: Row) -> FailedFile {
        FailedFile(
            path: row["path"], byteCount: row["byteCount"],
            modifiedNanoseconds: row["modifiedNanoseconds"], reason: row["reason"],
            failedAt: StoredTime.date(row["failedAt"]), attempts: row["attempts"],
            call: row.identifier("callID"))
    }

    /// The calls whose sound lies, or lay, in a file of this name; `path` is the whole path.
    static func callsByName(
        _ name: String, _ db: Database
    ) throws -> [(path: String, candidate: Int64)] {
        try db.rows(
            cached: """
                SELECT path, call FROM fileLocation JOIN recordingPart USING (file) WHERE name = ?
                """,
            arguments: [name]
        ).map { ($0["path"], $0["call"]) }
    }
}
