public import CallModel

/// A call of a sitting's plan, with all that a header and a waveform on a screen need.
public struct PlannedCall: Sendable, Identifiable {
    /// The call.
    public let call: Call
    /// How it comes before the listener.
    public let selection: Selection
    /// What its sound says; nil where nothing was measured.
    public let profile: Profile?
    /// Its sound for a screen, in at most ``longestWaveform`` points; nil without one.
    public let waveform: Waveform?
    /// Why it cannot be heard, or not to its end; nil where all of it can.
    public let obstacle: HearingObstacle?
    /// Seconds that hearing it is expected to take, > 0; nil where nothing can be heard.
    public let listeningSeconds: Double?

    /// The most points of a waveform: more than any screen has columns.
    public static let longestWaveform = 4096

    /// The call's name.
    public var id: CallID { call.id }
}
