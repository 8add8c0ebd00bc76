import GRDB

/// How every connection to the archive is opened.
enum DatabaseSettings {
    /// How long a statement waits for another connection's lock, in milliseconds.
    static let busyTimeoutMilliseconds = 5000

    static func configuration(readOnly: Bool) -> Configuration {
        var configuration = Configuration()
        configuration.label = "earful"
        configuration.readonly = readOnly
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(Double(busyTimeoutMilliseconds) / 1000)
        configuration.prepareDatabase { connection in
            // A mapped file and a write-ahead log can disagree in SQLite before 3.51.3.
            try connection.execute(sql: "PRAGMA mmap_size = 0")
            // Up to 16 MiB a connection: a month of a large archive is tallied from it.
            try connection.execute(sql: "PRAGMA cache_size = -16384")
            // What a statement may have to take back and what it sorts stays in memory: else SQLite
            // writes it to /var/tmp, and what listeners said is to be in the workspace alone.
            try connection.execute(sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    /// Makes every commit reach the disk before it is acknowledged.
    ///
    /// The pool sets `synchronous = NORMAL` when it turns the write-ahead log on, after whatever its
    /// configuration prepared: so this must come once the pool is open. Throws
    /// ``ArchiveError/notDurable(file:found:)`` when the setting does not hold.
    static func makeDurable(_ pool: DatabasePool, file: String) throws {
        let found = try pool.writeWithoutTransaction { connection in
            try connection.execute(sql: "PRAGMA synchronous = FULL")
            return try synchronous(connection)
        }
        guard found == 2 else {
            throw ArchiveError.notDurable(file: file, found: found.map(String.init) ?? "nothing")
        }
    }

    /// 0 off, 1 normal, 2 full, 3 extra.
    static func synchronous(_ connection: Database) throws -> Int? {
        try Int.fetchOne(connection, sql: "PRAGMA synchronous")
    }
}
