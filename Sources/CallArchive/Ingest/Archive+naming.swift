public import CallModel
import GRDB

extension Archive {
    /// The calls that files belong to, in the order of the paths: the call whose file lies, or
    /// failed, at the path; else the one whose log row named it, as ``save(_:at:)`` matches names.
    public func recordsNaming(_ paths: [String]) async throws -> [NamedRecord?] {
        try await read("looking for call records") { db in
            try paths.map { path in
                let found = try CallMatch.byPath(path, db) ?? CallMatch.expecting(path, db)
                guard let found, let id = try StoredCall.id(of: found, db) else { return nil }
                return NamedRecord(
                    call: id, record: CallFacts.merged(try CallFacts.load(found, db)),
                    fileNames: try db.rows(
                        cached:
                            "SELECT path FROM expectedFile WHERE call = ? ORDER BY position, path",
                        arguments: [found]
                    ).map { $0["path"] },
                    locations: try CallDetails.files(of: found, db).map(\.location))
            }
        }
    }

    /// The calls whose recordings hold these bytes, in the order of the hashes; nil where none does.
    public func callIDs(ofContent hashes: [ContentHash]) async throws -> [CallID?] {
        try await read("looking for recordings") { db in
            try hashes.map { hash in
                let id: String? = try db.value(
                    cached: """
                        SELECT call.id FROM recordedFile
                        JOIN recordingPart ON recordingPart.file = recordedFile.number
                        JOIN call ON call.number = recordingPart.call WHERE contentHash = ?
                        """,
                    arguments: [hash.rawValue])
                return id.map(CallID.init)
            }
        }
    }

    /// The call whose recording holds these bytes; nil where none does.
    public func callID(ofContent hash: ContentHash) async throws -> CallID? {
        try await callIDs(ofContent: [hash])[0]
    }
}
