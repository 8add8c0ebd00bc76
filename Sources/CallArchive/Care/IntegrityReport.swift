import Foundation
import GRDB

/// How an archive is: what a check-up finds.
public struct IntegrityReport: Sendable, Hashable {
    /// What is broken, in SQLite's words; empty when nothing is.
    public var problems: [String]
    /// How the journal is kept; `wal` on disk.
    public var journalMode: String
    /// When a commit is on the disk: 0 off, 1 normal, 2 full, 3 extra. An archive that only reads
    /// commits nothing and has the default.
    public var synchronous: Int
    /// How long a statement waits for a lock, in milliseconds.
    public var busyTimeoutMilliseconds: Int
    /// Whether references between tables are enforced.
    public var foreignKeysOn: Bool
    /// Bytes of the file that are mapped into memory; 0.
    public var mmapBytes: Int
    /// The newest step of the schema that was taken.
    public var schemaVersion: String
    /// SQLite's version, such as `3.40.1`.
    public var sqliteVersion: String
    /// The size of the database file; 0 in memory.
    public var databaseBytes: Int
    /// The size of the log beside it; 0 in memory.
    public var walBytes: Int
    /// Rows of the main tables, by table.
    public var counts: [String: Int]
    /// Whether the archive was opened for reading only.
    public var isReadOnly: Bool
    /// Whether the archive is in memory.
    public var isInMemory: Bool

    /// Whether nothing is broken, and what is acknowledged survives a loss of power.
    public var isSound: Bool {
        problems.isEmpty && foreignKeysOn && mmapBytes == 0
            && (isInMemory || (journalMode == "wal" && (isReadOnly || synchronous >= 2)))
    }
}

extension IntegrityReport {
    /// What SQLite finds broken in pages, indices, constraints and references.
    static func problems(_ db: Database) throws -> [String] {
        let broken = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        let dangling = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
            let (table, parent): (String?, String?) = (row["table"], row["parent"])
            return "a row of \(table ?? "?") refers to a row of \(parent ?? "?") that is not there"
        }
        return broken + Set(dangling).sorted()
    }

    static let countedTables = [
        "call", "recording", "recordedFile", "fileLocation", "failedFile", "session",
        "sessionEvent", "annotation", "draw", "drawEntry", "taxonomyVersion",
    ]
}

extension Archive {
    /// Checks the whole database and says how it is set; takes as long as reading all of it.
    public func integrityReport() async throws -> IntegrityReport {
        let found = try await read("checking the archive") { db in
            var counts: [String: Int] = [:]
            for table in IntegrityReport.countedTables {
                counts[table] = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)")
            }
            let applied = try ArchiveSchema.migrator.appliedIdentifiers(db)
            return (
                problems: try IntegrityReport.problems(db), counts: counts,
                version: ArchiveSchema.steps.last { applied.contains($0.name) }?.name ?? ""
            )
        }
        // The settings that matter are those of the connection that writes.
        let (file, isReadOnly) = (file, isReadOnly)
        return try await inspect { db in
            func number(_ pragma: String) throws -> Int {
                try Int.fetchOne(db, sql: "PRAGMA \(pragma)") ?? 0
            }
            return IntegrityReport(
                problems: found.problems,
                journalMode: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
                synchronous: try number("synchronous"),
                busyTimeoutMilliseconds: try number("busy_timeout"),
                foreignKeysOn: try number("foreign_keys") == 1,
                mmapBytes: try number("mmap_size"), schemaVersion: found.version,
                sqliteVersion: try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "",
                databaseBytes: Self.size(file?.path),
                walBytes: Self.size(file.map { $0.path + "-wal" }), counts: found.counts,
                isReadOnly: isReadOnly, isInMemory: file == nil)
        }
    }

    private static func size(_ path: String?) -> Int {
        guard let path, let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        else { return 0 }
        return (attributes[.size] as? NSNumber)?.intValue ?? 0
    }
}
