public import CallModel
import Foundation
import GRDB

extension Archive {
    /// A call with its recording; nil where there is none of that name.
    public func call(_ id: CallID) async throws -> Call? {
        try await read("reading a call") { db in
            try StoredCall.number(of: id, db).flatMap { try StoredCall.load(number: $0, db) }
        }
    }

    /// What the sound of a call says; nil where it was not measured or there is no such call.
    public func profile(of id: CallID) async throws -> Profile? {
        try await read("reading a profile") { db in
            try StoredCall.number(of: id, db).flatMap { try StoredProfile.load($0, db) }
        }
    }

    /// What a screen draws of a call; nil where there is none.
    public func waveform(of id: CallID) async throws -> WaveformBlob? {
        try await read("reading a waveform") { db in
            try StoredCall.number(of: id, db).flatMap { try StoredWaveform.load($0, db) }
        }
    }

    /// Where the files of a call lie, in the order of the recording's files, the last seen first.
    public func locations(of id: CallID) async throws -> [SeenFile] {
        try await read("looking for files") { db in
            try StoredCall.number(of: id, db).map { try CallDetails.files(of: $0, db) } ?? []
        }
    }

    /// The calls with an external id, by their own ids.
    public func callIDs(withExternalID externalID: String) async throws -> [CallID] {
        try await read("looking for calls") { db in
            try String.fetchAll(
                db, sql: "SELECT id FROM call WHERE externalID = ? ORDER BY id",
                arguments: [externalID]
            ).map(CallID.init)
        }
    }

    /// The call that a person means by some text: its id; else its external id; else the beginning,
    /// of at least four characters, of its id or of the content hash of one of its files.
    ///
    /// Throws ``ArchiveError/unknownCall(_:)`` for none and ``ArchiveError/ambiguous(prefix:matches:)``
    /// for several, of which it names up to ten.
    public func resolve(_ text: String) async throws -> CallID {
        try await read("looking for a call") { db in
            if try StoredCall.number(of: CallID(text), db) != nil { return CallID(text) }
            let queries = [
                ("SELECT id FROM call WHERE externalID = ?1 ORDER BY id LIMIT 11", 1),
                (
                    """
                    SELECT id FROM call WHERE id >= ?1 AND id < ?2
                    UNION
                    SELECT id FROM recordedFile
                    JOIN recordingPart ON recordingPart.file = recordedFile.number
                    JOIN call ON call.number = recordingPart.call
                    WHERE contentHash >= ?1 AND contentHash < ?2
                    ORDER BY id LIMIT 11
                    """, 4
                ),
            ]
            // The greatest character there is: everything that begins so lies below it.
            let limits: StatementArguments = [text, text + "\u{10FFFF}"]
            for (sql, least) in queries where text.count >= least {
                let arguments = least == 1 ? [text] : limits
                let found = try String.fetchAll(db, sql: sql, arguments: arguments)
                if found.count == 1 { return CallID(found[0]) }
                if found.count > 1 {
                    throw ArchiveError.ambiguous(
                        prefix: text, matches: found.prefix(10).map(CallID.init))
                }
            }
            throw ArchiveError.unknownCall(CallID(text))
        }
    }

    /// Those of some calls whose sound can be heard.
    public func callsWithSound(among ids: [CallID]) async throws -> Set<CallID> {
        try await read("looking for sound") { db in
            let rows = try String.fetchAll(
                db,
                sql: """
                    SELECT call.id FROM json_each(?) CROSS JOIN call ON call.id = value
                    WHERE recordingState = 'decoded'
                    """,
                arguments: [try StoredJSON.text(ids.map(\.rawValue), of: "calls")])
            return Set(rows.map { CallID($0) })
        }
    }
}
