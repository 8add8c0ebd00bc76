import CallModel

/// A call of the plan, as the player shows it.
struct PlayerCall: Sendable, Hashable {
    /// What is in the way of hearing it.
    struct Obstacle: Sendable, Hashable {
        /// What is in the way, in a sentence.
        var sentence: String
        /// Whether nothing of it can be heard.
        var preventsHearing: Bool
    }

    var call: Call
    var selection: Selection
    /// What was measured; nil where nothing was.
    var profile: Profile?
    /// Its sound for a screen; nil without one.
    var waveform: Waveform?
    /// Nil where all of it can be heard.
    var obstacle: Obstacle?

    /// The call's name.
    var id: CallID { call.id }

    /// Whether there is any of it to hear.
    var isHearable: Bool { obstacle?.preventsHearing != true && length > .zero }

    /// How long what can be heard is.
    var length: CallTime {
        CallTime(seconds: call.recording?.seconds ?? 0)
    }
}
