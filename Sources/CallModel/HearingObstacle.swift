/// Why a call cannot be heard, or not to its end: said before it plays.
public enum HearingObstacle: Sendable, Hashable {
    /// No recording was ever delivered.
    case notRecorded
    /// The recording does not decode, for a reason in a sentence where it is known.
    case undecodable(reason: String?)
    /// The recording was deleted when its time was over.
    case retired
    /// The recording is known, and its file is not where it was; the sentence says what to do.
    case fileGone(sentence: String)
    /// Only some of the call was recorded: seconds that decode, of the seconds that were promised.
    case incomplete(seconds: Double, of: Double)

    /// What the archive knows to be in the way; nil where the whole call can be heard.
    public init?(of call: Call) {
        switch (call.recordingState, call.recording) {
        case (.decoded, let recording?):
            guard let promised = call.promisedSeconds, let share = call.completeness, share < 1
            else { return nil }
            self = .incomplete(seconds: recording.seconds, of: promised)
        case (.undecodable, _): self = .undecodable(reason: call.undecodableReason)
        case (.retired, _): self = .retired
        case (.none, _), (.decoded, nil): self = .notRecorded
        }
    }

    /// Whether nothing of the call can be heard.
    public var preventsHearing: Bool {
        if case .incomplete = self { false } else { true }
    }
}
