public import Foundation
import GRDB

/// Everything that is known of the calls of one workspace and of what people did with them.
///
/// A value over one SQLite database; opening migrates it, so no archive of an older shape exists.
/// Exactly one process may write (see ``WorkspaceLock``); any number may read. Times are kept to
/// whole milliseconds.
public struct Archive: Sendable {
    /// The name of the database in the annotations folder.
    public static let fileName = "earful.sqlite"

    /// The database file; nil for an archive in memory.
    public let file: URL?
    /// Whether nothing can be written through this value.
    public let isReadOnly: Bool

    let database: any DatabaseWriter
    let changes = ChangeCount()
    let callChanges = ChangeCount()
    /// Shared by the copies of this value, so that what they write can wait together.
    let groupCommit = GroupCommit()
    /// Held as long as any copy of this value lives.
    private let lock: WorkspaceLock?

    /// Opens the archive of a workspace for reading and writing, and makes it when it is not there.
    ///
    /// `annotations` is the existing folder `Annotations/`; `command` is what to call this process
    /// when another one asks. Throws ``ArchiveError/owned(by:folder:)`` while another process owns
    /// the workspace and ``ArchiveError/newerSchema(file:unknown:)`` for a file of a newer version.
    public static func open(
        in annotations: URL, command: String, now: Date = Date()
    ) throws -> Archive {
        let lock = try WorkspaceLock(in: annotations, command: command, now: now)
        let file = annotations.appending(path: fileName)
        do {
            let pool = try Self.reporting("opening \(file.path)") {
                try DatabasePool(
                    path: file.path, configuration: DatabaseSettings.configuration(readOnly: false))
            }
            try DatabaseSettings.makeDurable(pool, file: file.path)
            return try Archive(database: pool, file: file, lock: lock)
        } catch {
            lock.release()
            throw error
        }
    }

    /// Opens the archive of a workspace for reading only, without owning it.
    ///
    /// Throws ``ArchiveError/notFound(file:)`` where there is none and
    /// ``ArchiveError/needsUpgrade(file:)`` for a file of an older version.
    public static func openReadOnly(in annotations: URL) throws -> Archive {
        let file = annotations.appending(path: fileName)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw ArchiveError.notFound(file: file.path)
        }
        return try reporting("opening \(file.path)") {
            let pool = try DatabasePool(
                path: file.path, configuration: DatabaseSettings.configuration(readOnly: true))
            return try Archive(readingFrom: pool, file: file)
        }
    }

    /// An empty archive that is gone when its last copy is.
    public static func inMemory() throws -> Archive {
        let queue = try DatabaseQueue(
            configuration: DatabaseSettings.configuration(readOnly: false))
        return try Archive(database: queue, file: nil, lock: nil)
    }

    /// Migrates a database and takes it as an archive.
    init(database: any DatabaseWriter, file: URL?, lock: WorkspaceLock?) throws {
        self.database = database
        self.file = file
        self.lock = lock
        isReadOnly = false
        try Self.reporting("migrating \(name)") {
            try database.read { try ArchiveSchema.refuseNewer($0, file: file?.path ?? "memory") }
            try ArchiveSchema.migrator.migrate(database)
        }
    }

    private init(readingFrom database: any DatabaseWriter, file: URL) throws {
        self.database = database
        self.file = file
        lock = nil
        isReadOnly = true
        try database.read { connection in
            try ArchiveSchema.refuseNewer(connection, file: file.path)
            guard try ArchiveSchema.migrator.hasCompletedMigrations(connection) else {
                throw ArchiveError.needsUpgrade(file: file.path)
            }
        }
    }

    /// Closes the database and gives the workspace back; the archive cannot be used afterwards.
    public func close() throws {
        try Self.reporting("closing \(name)") { try database.close() }
        lock?.release()
    }

    /// What to call the archive in a sentence.
    var name: String { file?.path ?? "the archive in memory" }
}
