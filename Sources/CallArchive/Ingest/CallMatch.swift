import CallModel
import GRDB

/// Which call something is about, and what to name a call that is new.
enum CallMatch {
    /// The call that decoded or undecodable sound belongs to; nil for one that is not known.
    ///
    /// The same bytes are the same call; a file changed in place is the same call; then the call
    /// whose log row named the file; then the call with that external id. The last two only where
    /// the call has no sound yet: a second recording under one external id is another contact.
    static func call(
        holding locations: [FileLocation], externalID: String?, _ db: Database
    ) throws -> Int64? {
        let holding = try locations.compactMap { try byContent($0.contentHash, db) }
        if let first = holding.first {
            // Of the two calls that a pair's files were, the one that somebody knows goes on.
            return try holding.first { try isReferredTo($0, db) } ?? first
        }
        for location in locations {
            if let call = try byPath(location.stamp.path, db),
                try !isKnown(call, otherThanAs: externalID, db)
            {
                return call
            }
        }
        for location in locations {
            if let call = try expecting(location.stamp.path, db), try isSilent(call, db) {
                return call
            }
        }
        guard let externalID else { return nil }
        return try byExternalID(externalID, db).first { try isSilent($0, db) }
    }

    /// The call that a row of a call log is about; nil for one that is not known.
    static func call(
        loggedAs externalID: String?, fileNames: [String], _ db: Database
    ) throws -> Int64? {
        for name in fileNames {
            if let call = try db.value(
                cached: "SELECT call FROM expectedFile WHERE path = ?", arguments: [name]) as Int64?
            {
                return call
            }
        }
        for name in fileNames {
            let candidates = try StoredFile.callsByName(FilePathEnding.name(of: name), db)
            if let call = FilePathEnding.best(candidates, for: name) { return call }
        }
        guard let externalID else { return nil }
        if let call = try StoredCall.number(of: CallID(externalID), db) { return call }
        return try byExternalID(externalID, db).first
    }

    /// The call whose log row named the file at a path, as far as the ends of the paths tell.
    static func expecting(_ path: String, _ db: Database) throws -> Int64? {
        let rows = try db.rows(
            cached: "SELECT path, call FROM expectedFile WHERE name = ?",
            arguments: [FilePathEnding.name(of: path)])
        return FilePathEnding.best(rows.map { ($0["path"], $0["call"]) }, for: path)
    }

    static func byContent(_ hash: ContentHash, _ db: Database) throws -> Int64? {
        try db.value(
            cached: """
                SELECT call FROM recordedFile JOIN recordingPart ON file = number
                WHERE contentHash = ?1
                UNION ALL
                SELECT call FROM failedFile WHERE contentHash = ?1 AND call IS NOT NULL
                LIMIT 1
                """,
            arguments: [hash.rawValue])
    }

    /// Whether a log, a draw or a sitting knows a call, or the system that handled it.
    static func isReferredTo(_ call: Int64, _ db: Database) throws -> Bool {
        let found: Int? = try db.value(
            cached: """
                SELECT 1 FROM call WHERE number = ?1 AND (
                    externalID IS NOT NULL
                    OR EXISTS (SELECT 1 FROM sessionCall WHERE call = ?1)
                    OR EXISTS (SELECT 1 FROM sessionEvent WHERE call = ?1)
                    OR EXISTS (SELECT 1 FROM drawEntry WHERE call = ?1)
                    OR EXISTS
                        (SELECT 1 FROM callFact WHERE call = ?1 AND source = 'callRecord'))
                """,
            arguments: [call])
        return found != nil
    }

    static func byExternalID(_ id: String, _ db: Database) throws -> [Int64] {
        try Int64.fetchAll(
            db.cachedStatement(
                sql: "SELECT number FROM call WHERE externalID = ? ORDER BY number"),
            arguments: [id])
    }

    /// A name for a new call: the external id, else the beginning of the content hash; with more of
    /// the hash where the name is taken.
    static func newID(
        externalID: String?, contentHash: ContentHash?, _ db: Database
    ) throws -> CallID {
        let digits = contentHash?.rawValue ?? ""
        let names =
            [externalID, externalID.map { "\($0)-\(digits.prefix(8))" }].compactMap { $0 }
            + [String(digits.prefix(16)), digits]
        for name in names where !name.isEmpty {
            if try StoredCall.number(of: CallID(name), db) == nil { return CallID(name) }
        }
        throw ArchiveError.invalid("A call needs an external id or a recording to be named by.")
    }

    static func byPath(_ path: String, _ db: Database) throws -> Int64? {
        try db.value(
            cached: """
                SELECT call FROM fileLocation JOIN recordingPart USING (file) WHERE path = ?1
                UNION ALL
                SELECT call FROM failedFile WHERE path = ?1 AND call IS NOT NULL
                LIMIT 1
                """,
            arguments: [path])
    }

    /// Whether a call bears another external id: then a file at its path is another call's, as
    /// where a recorder writes every call to one name.
    private static func isKnown(
        _ call: Int64, otherThanAs externalID: String?, _ db: Database
    ) throws -> Bool {
        let known: String? = try db.value(
            cached: "SELECT externalID FROM call WHERE number = ?", arguments: [call])
        guard let known, let externalID else { return false }
        return known != externalID
    }

    /// Whether a call has no recording that decodes.
    private static func isSilent(_ call: Int64, _ db: Database) throws -> Bool {
        let found: Int? = try db.value(
            cached: "SELECT 1 FROM recording WHERE call = ?", arguments: [call])
        return found == nil
    }
}
