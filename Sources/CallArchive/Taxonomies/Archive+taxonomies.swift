public import CallModel
public import Foundation
import GRDB

extension Archive {
    /// Takes a version of the taxonomy into use. The same words again are harmless.
    ///
    /// Throws ``ArchiveError/taxonomyDiffers(version:)`` where the version is stored with other
    /// words, and ``ArchiveError/invalid(_:)`` for a version below 1.
    public func adopt(
        _ taxonomy: Taxonomy, yaml: String, by actor: ListenerID, at: Date
    ) async throws {
        guard taxonomy.version >= 1 else {
            throw ArchiveError.invalid(
                "Versions of the taxonomy count from 1; \(taxonomy.version) is none.")
        }
        try await write("adopting a taxonomy") { db in
            if let stored = try StoredTaxonomy.load(version: taxonomy.version, db) {
                guard stored.taxonomy == taxonomy else {
                    throw ArchiveError.taxonomyDiffers(version: taxonomy.version)
                }
                return
            }
            try db.execute(
                sql: """
                    INSERT INTO taxonomyVersion (version, yaml, body, adoptedAt, adoptedBy)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    taxonomy.version, yaml, try StoredJSON.text(taxonomy, of: "taxonomy"),
                    StoredTime.milliseconds(at), actor.rawValue,
                ])
        }
    }

    /// Every version, the oldest first.
    public func taxonomies() async throws -> [TallyHistory.DatedTaxonomy] {
        try await read("reading the taxonomy") { db in try StoredTaxonomy.all(db) }
    }

    /// A version of the taxonomy, the newest where none is named; nil where there is none.
    public func taxonomy(version: Int? = nil) async throws -> AdoptedTaxonomy? {
        try await read("reading the taxonomy") { db in
            if let version { return try StoredTaxonomy.load(version: version, db) }
            return try StoredTaxonomy.newest(db)
        }
    }
}

/// Versions of the taxonomy as rows.
enum StoredTaxonomy {
    static func newest(_ db: Database) throws -> AdoptedTaxonomy? {
        try newestVersion(db).flatMap { try load(version: $0, db) }
    }

    /// The number of the version in force; nil where none was adopted.
    static func newestVersion(_ db: Database) throws -> Int? {
        try db.value(cached: "SELECT max(version) FROM taxonomyVersion", arguments: [])
    }

    /// The version in force; one of number 0 without words where none was adopted.
    static func inForce(_ db: Database) throws -> Taxonomy {
        try newest(db)?.taxonomy ?? .empty
    }

    /// Every version with the instant from which it was in use, the oldest first.
    static func all(_ db: Database) throws -> [TallyHistory.DatedTaxonomy] {
        try Row.fetchAll(db, sql: "SELECT body, adoptedAt FROM taxonomyVersion ORDER BY version")
            .map { row in
                TallyHistory.DatedTaxonomy(
                    taxonomy: try StoredJSON.value(from: row["body"], of: "taxonomy"),
                    from: StoredTime.date(row["adoptedAt"]))
            }
    }

    static func load(version: Int, _ db: Database) throws -> AdoptedTaxonomy? {
        let row = try db.row(
            cached: "SELECT * FROM taxonomyVersion WHERE version = ?", arguments: [version])
        return try row.map {
            AdoptedTaxonomy(
                taxonomy: try StoredJSON.value(from: $0["body"], of: "taxonomy"),
                yaml: $0["yaml"], adoptedAt: StoredTime.date($0["adoptedAt"]),
                adoptedBy: ListenerID($0["adoptedBy"]))
        }
    }
}
