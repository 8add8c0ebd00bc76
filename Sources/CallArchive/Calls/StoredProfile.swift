import CallModel
import GRDB

/// Profiles and waveforms as rows: what is filtered by as columns, the whole as JSON.
enum StoredProfile {
    static func load(_ call: Int64, _ db: Database) throws -> Profile? {
        let body: String? = try db.value(
            cached: "SELECT body FROM profile WHERE call = ?", arguments: [call])
        return try body.map { try StoredJSON.value(from: $0, of: "profile") }
    }

    /// Stores a profile in place of the one there was; nil takes it away.
    static func replace(_ profile: Profile?, of call: Int64, _ db: Database) throws {
        guard let profile else {
            try db.execute(cached: "DELETE FROM profile WHERE call = ?", arguments: [call])
            return
        }
        try db.execute(
            cached: """
                INSERT OR REPLACE INTO profile (call, holdSeconds, holdIsEstimated, deadAirSeconds,
                    conversationSeconds, overtalkShare, agentTalkShare, detectorRevision, body)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                call, profile.holdSeconds, profile.holdsAreEstimated, profile.deadAirSeconds,
                profile.conversationSeconds, profile.overtalkShare, profile.agent?.talkShare,
                profile.thresholds.detectorRevision,
                try StoredJSON.text(profile, of: "profile"),
            ])
    }
}

/// Packed waveforms as rows.
enum StoredWaveform {
    static func load(_ call: Int64, _ db: Database) throws -> WaveformBlob? {
        let row = try db.row(cached: "SELECT * FROM waveform WHERE call = ?", arguments: [call])
        return row.map {
            WaveformBlob(
                data: $0["data"], encoding: $0["encoding"], sampleRate: $0["sampleRate"],
                framesPerPoint: $0["framesPerPoint"], channelCount: $0["channelCount"])
        }
    }

    /// Stores a waveform in place of the one there was; nil takes it away.
    static func replace(_ waveform: WaveformBlob?, of call: Int64, _ db: Database) throws {
        guard let waveform else {
            try db.execute(cached: "DELETE FROM waveform WHERE call = ?", arguments: [call])
            return
        }
        try db.execute(
            cached: """
                INSERT OR REPLACE INTO waveform
                    (call, encoding, sampleRate, framesPerPoint, channelCount, data)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                call, waveform.encoding, waveform.sampleRate, waveform.framesPerPoint,
                waveform.channelCount, waveform.data,
            ])
    }
}
