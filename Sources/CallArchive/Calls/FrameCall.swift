public import CallModel
public import Foundation

/// A call as a draw sees it: what frames are limited by, strata divided by, and risk judged by.
public struct FrameCall: Sendable, Hashable, Identifiable {
    /// Its name.
    public var id: CallID
    /// When it began; nil where the call record does not say.
    public var startedAt: Date?
    /// The site.
    public var site: String?
    /// The queue.
    public var queue: String?
    /// Who began it.
    public var direction: CallDirection?
    /// The agent's pseudonym.
    public var agent: String?
    /// The caller's pseudonym.
    public var caller: String?
    /// Every other column of the call record.
    public var metadata: [String: String]
    /// What became of the sound.
    public var recordingState: RecordingState
    /// How much sound decodes, in seconds; nil without a recording.
    public var recordedSeconds: Double?
    /// How much of the call can be heard, in 0...1; nil where nobody says how long it was.
    public var completeness: Double?
    /// Hold in all, in seconds; nil where it was not measured.
    public var holdSeconds: Double?
    /// Dead air in all, in seconds; nil where it was not measured.
    public var deadAirSeconds: Double?
    /// Overtalk over conversation time, in 0...1; nil for mono.
    public var overtalkShare: Double?
}

extension FrameCall {
    /// A call of a frame; what is left out is unknown.
    public init(id: CallID, recordingState: RecordingState) {
        self.id = id
        self.recordingState = recordingState
        metadata = [:]
    }
}
