import CallModel
import Foundation
import GRDB

/// The sound of a call as rows: one of `recording`, one of `recordingPart` and of `recordedFile`
/// for each file.
enum StoredRecording {
    static func load(_ call: Int64, _ db: Database) throws -> Recording? {
        guard
            let row = try db.row(
                cached: "SELECT * FROM recording WHERE call = ?", arguments: [call])
        else { return nil }
        let files = try db.rows(
            cached: """
                SELECT * FROM recordingPart JOIN recordedFile ON number = file
                WHERE call = ? ORDER BY position
                """,
            arguments: [call]
        ).map(file)
        return Recording(
            files: files, sampleRate: row["sampleRate"], frameCount: row["frameCount"],
            layout: try row.one("layout"),
            flaws: try StoredJSON.value(from: row["flaws"], of: "flaws"))
    }

    private static func file(_ row: Row) throws -> RecordedFile {
        RecordedFile(
            contentHash: ContentHash(row["contentHash"]), byteCount: row["byteCount"],
            container: try row.one("container"), codec: try row.one("codec"),
            sampleRate: row["sampleRate"], channelCount: row["channelCount"],
            frameCount: row["frameCount"], headerFrameCount: row["headerFrameCount"],
            side: try row.known("side"), offset: CallTime(milliseconds: row["offsetMs"]))
    }

    /// The content hashes of a call's files.
    static func hashes(of call: Int64, _ db: Database) throws -> Set<String> {
        try String.fetchSet(
            db.cachedStatement(
                sql: """
                    SELECT contentHash FROM recordingPart JOIN recordedFile ON number = file
                    WHERE call = ?
                    """),
            arguments: [call])
    }

    /// Puts a recording in place of what the call had. Who set the layout by hand keeps having set
    /// it; files that no recording holds any more are forgotten, with where they lay.
    static func replace(
        _ recording: Recording, of call: Int64, _ db: Database
    ) throws {
        let byHand = try db.row(
            cached: "SELECT layoutSetBy, layoutSetAt FROM recording WHERE call = ?",
            arguments: [call])
        try delete(call, db)
        try db.execute(
            cached: """
                INSERT INTO recording
                    (call, layout, layoutSetBy, layoutSetAt, sampleRate, frameCount, flaws)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                call, recording.layout.rawValue, byHand?["layoutSetBy"] as String?,
                byHand?["layoutSetAt"] as Int64?, recording.sampleRate, recording.frameCount,
                try StoredJSON.text(recording.flaws, of: "flaws"),
            ])
        for (position, file) in recording.files.enumerated() {
            try db.execute(
                cached: """
                    INSERT INTO recordingPart (call, position, file, side, offsetMs)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    call, position, try upsert(file, db), file.side?.rawValue,
                    file.offset.milliseconds,
                ])
        }
    }

    /// Takes the recording from a call; the files stay known until ``forgetLooseFiles(_:)``.
    static func delete(_ call: Int64, _ db: Database) throws {
        try db.execute(cached: "DELETE FROM recording WHERE call = ?", arguments: [call])
    }

    /// Forgets some files that are part of no recording, and where they lay.
    static func forgetLoose(_ hashes: Set<String>, _ db: Database) throws {
        for hash in hashes.sorted() {
            try db.execute(
                cached: """
                    DELETE FROM recordedFile WHERE contentHash = ?
                    AND NOT EXISTS (SELECT 1 FROM recordingPart WHERE file = recordedFile.number)
                    """,
                arguments: [hash])
        }
    }

    private static func upsert(_ file: RecordedFile, _ db: Database) throws -> Int64 {
        let number: Int64? = try db.value(
            cached: """
                INSERT INTO recordedFile (contentHash, byteCount, container, codec, sampleRate,
                    channelCount, frameCount, headerFrameCount)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (contentHash) DO UPDATE SET byteCount = excluded.byteCount,
                    container = excluded.container, codec = excluded.codec,
                    sampleRate = excluded.sampleRate, channelCount = excluded.channelCount,
                    frameCount = excluded.frameCount, headerFrameCount = excluded.headerFrameCount
                RETURNING number
                """,
            arguments: [
                file.contentHash.rawValue, file.byteCount, file.container.rawValue,
                file.codec.rawValue, file.sampleRate, file.channelCount, file.frameCount,
                file.headerFrameCount,
            ])
        guard let number else {
            throw ArchiveError.database(doing: "storing a file", reason: "It has no number.")
        }
        return number
    }
}
