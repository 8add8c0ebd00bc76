import CallAudio
import CallModel

/// What plays the sound of one call. Every call of it returns at once, except ``close()``.
protocol SoundPlaying: AnyObject, Sendable {
    /// Stretches that skipping leaves out.
    var skippable: [CallTimeRange] { get }
    /// What it says of itself.
    var reading: PlayerStatus { get }
    /// Tells it what to do.
    func tell(_ command: SoundCommand)
    /// Stretches that left the loudspeaker since the last call of this.
    func takeHeard() -> [HeardStretch]
    /// Stops, and gives the device back.
    func close()
}

/// Opens the sound of calls.
protocol SoundOpening: Sendable {
    /// The sound of a call, paused at its beginning; may take its time. Throws an error whose
    /// description is a sentence that says what to do.
    func open(_ call: PlayerCall) async throws -> any SoundPlaying
}

/// Keeps what is said and heard in a sitting.
protocol SittingKeeping: Sendable {
    /// Keeps an act: when it returns, the act is on the disk. Throws an error whose description is a
    /// sentence that says what to do.
    func keep(_ act: SittingAct) async throws -> SittingAnswer
    /// The call of the plan to hear next after one, also one that the player does not know yet; nil
    /// where none is left. Throws as ``keep(_:)`` does.
    func next(after call: CallID) async throws -> PlayerCall?
}
