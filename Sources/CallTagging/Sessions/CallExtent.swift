public import CallModel

/// What there is of a call to hear.
public enum CallExtent: Sendable, Hashable {
    /// A recording that decodes to this length.
    case recorded(CallTime)
    /// No recording, or none that decodes or is still kept: the call can be opened, skipped and
    /// tagged as a whole, and no stretch of it can be heard or marked.
    case withoutRecording

    /// The extent of a call as the archive knows it.
    public init(of call: Call) {
        switch (call.recordingState, call.recording) {
        case (.decoded, let recording?): self = .recorded(CallTime(seconds: recording.seconds))
        default: self = .withoutRecording
        }
    }
}
