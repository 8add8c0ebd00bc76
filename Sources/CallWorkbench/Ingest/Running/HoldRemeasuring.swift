import CallArchive
import CallAudio
import CallModel

/// Applies the holds of a call record to a profile that was measured without them; nothing is
/// decoded for it.
struct HoldRemeasuring {
    let archive: Archive

    /// Measures a stored call again where its holds are other than its profile has; a record that
    /// is silent about holds leaves the profile as it is.
    func apply(_ holds: [CallTimeRange]?, to call: CallID) async throws {
        guard let holds, let stored = try await archive.profile(of: call) else { return }
        let remeasured = stored.remeasured(recordedHolds: holds)
        if remeasured != stored { try await archive.updateProfile(of: call, remeasured) }
    }
}
