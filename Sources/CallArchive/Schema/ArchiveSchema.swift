import GRDB

/// The shape of the database, as the list of steps that lead to it from nothing.
///
/// Steps are only ever appended: what was released is never edited.
enum ArchiveSchema {
    /// The steps, oldest first; their names are stored in the database.
    static let steps: [(name: String, sql: String)] = [
        ("Create calls and their recordings", callTables),
        ("Create the taxonomy and draws", drawTables),
        ("Create sittings and what was said in them", sittingTables),
        ("Create the search over what was said", searchTables),
        ("Create initiatives", initiativeTables),
        ("Index calls for lists", listIndexes),
        ("Cover what tallies read", tallyIndexes),
        ("Create double assignments and settlements", agreementTables),
        ("Note which days changed", changedDays),
        ("Cover which calls have a word", keyIndex),
        ("Count the holds of call records", holdIndex),
        ("Cover the recordings of opened calls", openedIndex),
    ]

    /// The name of the newest step.
    static var version: String { steps.last?.name ?? "" }

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        for step in steps {
            migrator.registerMigration(step.name) { try $0.execute(sql: step.sql) }
        }
        return migrator
    }

    /// Throws ``ArchiveError/newerSchema(file:unknown:)`` for a database with steps unknown here.
    static func refuseNewer(_ connection: Database, file: String) throws {
        let applied = try migrator.appliedIdentifiers(connection)
        let unknown = applied.subtracting(steps.map(\.name)).sorted()
        guard unknown.isEmpty else {
            throw ArchiveError.newerSchema(file: file, unknown: unknown)
        }
    }
}
