public import CallModel
public import Foundation
import GRDB

extension Archive {
    /// Stores decoded calls, all or none, in one transaction that is on the disk on return.
    ///
    /// Which call each one is: the one that holds one of its hashes; the one whose file lay at one
    /// of its paths (a file changed in place), unless their external ids differ; the one whose log
    /// row named a file; the one with its external id, if it has no sound yet; else a new one. A
    /// call's name, and what people said of it, stay through every change of its recording.
    ///
    /// Throws ``ArchiveError/invalid(_:)`` for a call whose parts do not fit one another.
    public func save(_ calls: [IngestedCall], at: Date) async throws -> [SavedCall] {
        try await write("storing calls") { db in
            try calls.map { try CallWriter.save($0, at: at, db) }
        }
    }

    /// Stores what was measured anew of a call, such as after holds were learned from its record.
    ///
    /// The waveform stays where none is given. Throws ``ArchiveError/unknownCall(_:)``.
    public func updateProfile(
        of call: CallID, _ profile: Profile, waveform: WaveformBlob? = nil
    ) async throws {
        try await write("storing a profile") { db in
            let number = try StoredCall.existingNumber(of: call, db)
            try StoredProfile.replace(profile, of: number, db)
            if let waveform { try StoredWaveform.replace(waveform, of: number, db) }
        }
    }

    /// Says which channel is whose, against recorder and call record; the profile's sides follow.
    ///
    /// It holds for whatever is ingested of the call later. Throws
    /// ``ArchiveError/unknownCall(_:)``, and ``ArchiveError/sidesUnknown(_:)`` where the recording
    /// or the layout is mono.
    public func changeLayout(
        of call: CallID, to layout: ChannelLayout, by actor: ListenerID, at: Date
    ) async throws {
        try await write("changing sides") { db in
            let number = try StoredCall.existingNumber(of: call, db)
            guard let recording = try StoredRecording.load(number, db),
                recording.layout != .mono, layout != .mono
            else { throw ArchiveError.sidesUnknown(call) }
            if recording.layout != layout {
                try SideOrder.exchange(recording, of: number, db)
            }
            try db.execute(
                sql: "UPDATE recording SET layoutSetBy = ?, layoutSetAt = ? WHERE call = ?",
                arguments: [actor.rawValue, StoredTime.milliseconds(at), number])
        }
    }
}
