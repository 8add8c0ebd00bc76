public import CallModel
import Foundation
import GRDB

extension Archive {
    /// Everything that is known of a call. Throws ``ArchiveError/unknownCall(_:)``.
    ///
    /// Of a call that waits for a second listener what the first one said is left out for a `reader`
    /// who has not heard it.
    public func callDetails(
        _ id: CallID, readBy reader: ListenerID? = nil
    ) async throws -> CallDetails {
        try await read("reading a call") { db in
            let number = try StoredCall.existingNumber(of: id, db)
            guard let call = try StoredCall.load(number: number, db) else {
                throw ArchiveError.unknownCall(id)
            }
            let draws = try CallDetails.draws(of: number, db)
            let byHand: Int? = try db.value(
                cached: "SELECT 1 FROM recording WHERE call = ? AND layoutSetBy IS NOT NULL",
                arguments: [number])
            let details = CallDetails(
                call: call, facts: try CallFacts.load(number, db),
                files: try CallDetails.files(of: number, db), layoutSetByHand: byHand != nil,
                profile: try StoredProfile.load(number, db),
                waveform: try StoredWaveform.load(number, db),
                sittings: try CallDetails.sittings(of: number, db), draws: draws,
                inclusionProbability: InclusionProbability.combined(
                    draws.map(\.inclusionProbability)),
                history: try CallDetails.history(of: number, db))
            guard let reader, try !KeptFresh.calls(among: [number], for: reader, db).isEmpty else {
                return details
            }
            return details.keptFresh()
        }
    }
}

extension CallDetails {
    static func files(of call: Int64, _ db: Database) throws -> [SeenFile] {
        try db.rows(
            cached: """
                SELECT fileLocation.*, contentHash FROM recordingPart
                JOIN fileLocation USING (file) JOIN recordedFile ON number = recordingPart.file
                WHERE call = ? ORDER BY position, lastSeenAt DESC, path
                """,
            arguments: [call]
        ).map { row in
            SeenFile(
                location: FileLocation(
                    stamp: FileStamp(
                        path: row["path"], byteCount: row["byteCount"],
                        modifiedNanoseconds: row["modifiedNanoseconds"],
                        inode: (row["inode"] as Int64?).map { UInt64(bitPattern: $0) }),
                    contentHash: ContentHash(row["contentHash"])),
                lastSeenAt: StoredTime.date(row["lastSeenAt"]))
        }
    }

    fileprivate static func sittings(of call: Int64, _ db: Database) throws -> [CallSitting] {
        try db.rows(
            cached: """
                SELECT session.number, session.id, purpose, listener, startedAt, isHeard
                FROM sessionCall JOIN session ON session.number = sessionCall.session
                WHERE call = ? ORDER BY startedAt, session.number
                """,
            arguments: [call]
        ).compactMap { row in
            guard let heard = try StoredSession.calls(of: row["number"], only: call, db).first
            else { return nil }
            return CallSitting(
                session: SessionID(row["id"]), purpose: try row.one("purpose"),
                listener: ListenerID(row["listener"]),
                startedAt: StoredTime.date(row["startedAt"]), heard: heard,
                isHeard: row["isHeard"])
        }
    }

    fileprivate static func draws(of call: Int64, _ db: Database) throws -> [DrawMembership] {
        try db.rows(
            cached: """
                SELECT draw.id, madeAt, method, drawStratum.name, inclusionProbability,
                    drawEntry.position AS place
                FROM drawEntry JOIN draw ON draw.number = drawEntry.draw
                JOIN drawStratum ON drawStratum.draw = drawEntry.draw AND drawStratum.position = stratum
                WHERE call = ? ORDER BY madeAt, draw.number
                """,
            arguments: [call]
        ).map { row in
            DrawMembership(
                draw: DrawID(row["id"]), madeAt: StoredTime.date(row["madeAt"]),
                method: try row.one("method"), stratum: row["name"],
                inclusionProbability: row["inclusionProbability"], position: row["place"])
        }
    }

    fileprivate static func history(of call: Int64, _ db: Database) throws -> [SessionEvent] {
        try db.rows(
            cached: """
                SELECT sessionEvent.*, session.id AS sessionID FROM sessionEvent
                JOIN session ON session.number = sessionEvent.session
                WHERE call = ? ORDER BY at, sessionEvent.session, sequence
                """,
            arguments: [call]
        ).map(StoredEvent.event)
    }
}
