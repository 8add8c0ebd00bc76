public import CallModel
import Foundation

/// One line of a list of calls.
public struct CallSummary: Sendable, Hashable, Identifiable {
    /// Its name.
    public var id: CallID
    /// What the call record says.
    public var record: CallRecord
    /// What became of the sound.
    public var recordingState: RecordingState
    /// Why the sound cannot be decoded, in a sentence.
    public var undecodableReason: String?
    /// How much sound decodes, in seconds; nil without a recording.
    public var recordedSeconds: Double?
    /// How much of the call can be heard, in 0...1; nil where nobody says how long it was.
    public var completeness: Double?
    /// Which channel is whose; nil without a recording.
    public var layout: ChannelLayout?
    /// What a listener must know before trusting the recording.
    public var flaws: [RecordingFlaw]
    /// Hold in all, in seconds; nil where it was not measured.
    public var holdSeconds: Double?
    /// Whether the holds were guessed from the sound.
    public var holdIsEstimated: Bool
    /// Dead air in all, in seconds; nil where it was not measured.
    public var deadAirSeconds: Double?
    /// The agent's talk over the talk of both, in 0...1; nil for mono.
    public var agentTalkShare: Double?
    /// Overtalk over conversation time, in 0...1; nil for mono.
    public var overtalkShare: Double?
    /// Keys of the reasons that listeners gave, mergers followed, sorted.
    public var reasons: [String]
    /// Keys of the pain points that listeners marked, mergers followed, sorted.
    public var painPoints: [String]
    /// Who heard it, sorted.
    public var listeners: [ListenerID]
    /// Whether what the first listener said is left out, because the reader may become the second,
    /// who is to hear it fresh.
    public var isKeptFresh = false

    /// The same without what anybody said.
    func keptFresh() -> CallSummary {
        var summary = self
        summary.isKeptFresh = true
        (summary.reasons, summary.painPoints) = ([], [])
        return summary
    }
}

/// A part of a list of calls.
public struct CallPage: Sendable, Hashable {
    /// The calls, in order.
    public var calls: [CallSummary]
    /// Where the next part begins; nil when this was the last.
    public var next: CallCursor?
}
