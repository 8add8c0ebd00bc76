public import Foundation

/// Who began a call.
public enum CallDirection: String, Sendable, Codable, CaseIterable {
    case inbound, outbound, `internal`
}

/// What the call record (the PBX's, not the recorder's) says of a call. A field that the record does
/// not have is nil: absent is not zero.
public struct CallRecord: Sendable, Codable, Hashable {
    /// The call's name in the system that handled it.
    public var externalID: String?
    /// When it began.
    public var startedAt: Date?
    /// Who began it.
    public var direction: CallDirection?
    /// The queue it waited in.
    public var queue: String?
    /// The site that took it.
    public var site: String?
    /// The agent's pseudonym.
    public var agent: String?
    /// The caller's pseudonym: equal for calls of the same caller, and never the number itself.
    public var caller: String?
    /// How long the call lasted, in seconds, >= 0.
    public var seconds: Double?
    /// Holds as the telephone system logged them; an empty list says that there were none, nil that
    /// the record is silent about holds.
    public var holds: [CallTimeRange]?
    /// Which channel is whose, where the record says.
    public var layout: ChannelLayout?
    /// Every other column of the record, by its name.
    public var metadata: [String: String]

    /// A record; what is left out is unknown.
    public init(
        externalID: String? = nil, startedAt: Date? = nil, direction: CallDirection? = nil,
        queue: String? = nil, site: String? = nil, agent: String? = nil, caller: String? = nil,
        seconds: Double? = nil, holds: [CallTimeRange]? = nil, layout: ChannelLayout? = nil,
        metadata: [String: String] = [:]
    ) {
        self.externalID = externalID
        self.startedAt = startedAt
        self.direction = direction
        self.queue = queue
        self.site = site
        self.agent = agent
        self.caller = caller
        self.seconds = seconds
        self.holds = holds
        self.layout = layout
        self.metadata = metadata
    }

    /// This record, with what it does not say taken from another.
    public func filled(from other: CallRecord) -> CallRecord {
        CallRecord(
            externalID: externalID ?? other.externalID, startedAt: startedAt ?? other.startedAt,
            direction: direction ?? other.direction, queue: queue ?? other.queue,
            site: site ?? other.site, agent: agent ?? other.agent, caller: caller ?? other.caller,
            seconds: seconds ?? other.seconds, holds: holds ?? other.holds,
            layout: layout ?? other.layout,
            metadata: metadata.merging(other.metadata) { mine, _ in mine })
    }
}

/// What became of the sound of a call.
public enum RecordingState: String, Sendable, Codable, CaseIterable {
    /// No recording was ever delivered.
    case none
    /// The recording decodes.
    case decoded
    /// A recording was delivered and cannot be decoded.
    case undecodable
    /// The recording was deleted when its time was over.
    case retired
}

/// One contact by voice: what the call record says of it, and its recording where there is one.
///
/// A call without a recording is a call too: it belongs to the frame that draws are made from.
public struct Call: Sendable, Codable, Hashable {
    /// Its name; never changes.
    public var id: CallID
    /// What the call record says.
    public var record: CallRecord
    /// What became of the sound.
    public var recordingState: RecordingState
    /// The sound, where it was decoded (kept after retention, without the audio).
    public var recording: Recording?
    /// Why the sound cannot be decoded, in a sentence.
    public var undecodableReason: String?

    /// A call.
    public init(
        id: CallID, record: CallRecord, recordingState: RecordingState,
        recording: Recording? = nil, undecodableReason: String? = nil
    ) {
        self.id = id
        self.record = record
        self.recordingState = recordingState
        self.recording = recording
        self.undecodableReason = undecodableReason
    }

    /// How long the call was by the longer of the call record's and the header's seconds; nil where
    /// neither says.
    public var promisedSeconds: Double? {
        [record.seconds, recording?.headerSeconds].compactMap { $0 }.max()
    }

    /// How much of the call can be heard: recorded seconds over the longer of the call record's and
    /// the header's seconds, in 0...1; nil where neither says how long the call was.
    ///
    /// A second more or less than promised is how recorders round: it counts as complete.
    public var completeness: Double? {
        guard let recording, let promised = promisedSeconds, promised > 0 else { return nil }
        return promised - recording.seconds <= 1 ? 1 : recording.seconds / promised
    }
}
