import CallModel
import Foundation
import GRDB

/// Stores one decoded call with everything that belongs to it.
enum CallWriter {
    static func save(_ ingested: IngestedCall, at: Date, _ db: Database) throws -> SavedCall {
        let hashes = try checkedHashes(of: ingested)
        let externalID = CallFacts.merged(ingested.facts).externalID
        let found = try CallMatch.call(
            holding: ingested.locations, externalID: externalID, db)
        let id: CallID
        let call: Int64
        if let found, let name = try StoredCall.id(of: found, db) {
            (id, call) = (name, found)
        } else {
            id = try CallMatch.newID(
                externalID: externalID, contentHash: ingested.recording.files[0].contentHash, db)
            call = try CallColumns.insert(id, db)
        }

        let before = try StoredRecording.hashes(of: call, db)
        if hashes.isStrictSubset(of: before) {
            // One half of a pair, seen alone: the pair stays.
            for location in ingested.locations { try StoredFile.note(location, at: at, db) }
            return SavedCall(id: id, change: .alreadyKnown)
        }
        let change: SavedCall.Change =
            if found == nil {
                .created
            } else if before.isEmpty {
                .recordingAdded
            } else {
                before == hashes ? .alreadyKnown : .recordingReplaced
            }
        // A copy under another name says nothing against what the first name said.
        let isCopy = try change == .alreadyKnown && !liesKnown(ingested.locations, of: call, db)
        let record = try CallFacts.add(
            ingested.facts, to: call, fillingOnly: isCopy, at: at, db
        ).record
        try db.execute(
            cached: """
                UPDATE call SET recordingState = 'decoded', undecodableReason = NULL
                WHERE number = ?
                """,
            arguments: [call])
        try CallColumns.write(record, of: call, db)
        try CallColumns.writeLength(ingested.recording, record: record, of: call, db)
        for hash in hashes.subtracting(before) { try takeAway(hash, from: call, db) }
        try write(ingested, of: call, db)
        for location in ingested.locations { try StoredFile.note(location, at: at, db) }
        try StoredRecording.forgetLoose(before.subtracting(hashes), db)
        return SavedCall(id: id, change: change)
    }

    private static func write(_ ingested: IngestedCall, of call: Int64, _ db: Database) throws {
        var recording = ingested.recording
        var profile = ingested.profile
        if try SideOrder.wanted(for: recording, of: call, db) != nil {
            recording = recording.exchangingSides()
            profile = profile?.swappingSides()
        }
        try StoredRecording.replace(recording, of: call, db)
        try StoredProfile.replace(profile, of: call, db)
        try StoredWaveform.replace(ingested.waveform, of: call, db)
    }

    private static func checkedHashes(of ingested: IngestedCall) throws -> Set<String> {
        let hashes = ingested.recording.files.map(\.contentHash.rawValue)
        let name = ingested.locations.first?.stamp.path ?? "A call without a location"
        guard (1...2).contains(hashes.count), Set(hashes).count == hashes.count else {
            throw ArchiveError.invalid(
                "\(name): a recording is one file, or two that differ; this one has \(hashes.count)."
            )
        }
        guard ingested.locations.allSatisfy({ hashes.contains($0.contentHash.rawValue) }) else {
            throw ArchiveError.invalid("\(name): a location holds other audio than the recording.")
        }
        return Set(hashes)
    }

    /// Whether a file of the call was seen at one of the paths before.
    private static func liesKnown(
        _ locations: [FileLocation], of call: Int64, _ db: Database
    ) throws -> Bool {
        let known = try String.fetchSet(
            db.cachedStatement(
                sql: "SELECT path FROM fileLocation JOIN recordingPart USING (file) WHERE call = ?"),
            arguments: [call])
        return locations.contains { known.contains($0.stamp.path) }
    }

    /// Takes a file from the other call that has it, as when two mono files turn out to be the two
    /// sides of one call. That call stays as one without sound where a log, a draw or a sitting
    /// knows it, else it never was one.
    private static func takeAway(_ hash: String, from call: Int64, _ db: Database) throws {
        let other: Int64? = try db.value(
            cached: """
                SELECT call FROM recordedFile JOIN recordingPart ON file = number
                WHERE contentHash = ? AND call <> ?
                """,
            arguments: [hash, call])
        guard let other else { return }
        try StoredRecording.delete(other, db)
        guard try CallMatch.isReferredTo(other, db) else {
            return try db.execute(cached: "DELETE FROM call WHERE number = ?", arguments: [other])
        }
        try db.execute(
            cached: "UPDATE call SET recordingState = 'none' WHERE number = ?", arguments: [other])
        try StoredProfile.replace(nil, of: other, db)
        try StoredWaveform.replace(nil, of: other, db)
        try CallColumns.writeLength(nil, record: CallRecord(), of: other, db)
    }
}
