public import CallModel
public import Foundation

/// Where facts of a call come from, the most trusted first: a field that two sources know is taken
/// from the earlier one.
public enum FactSource: String, Sendable, CaseIterable, Hashable {
    /// The call record of the telephone system, such as a row of a CSV file.
    case callRecord
    /// The name of the recording's file.
    case fileName
    /// What the recorder wrote into the recording's file.
    case embedded
}

/// A waveform as the audio module packed it; the archive never looks inside.
public struct WaveformBlob: Sendable, Hashable {
    /// The packed points.
    public var data: Data
    /// The name of the packing, non-empty.
    public var encoding: String
    /// Frames a second of the recording, in hertz.
    public var sampleRate: Int
    /// Frames in one point, > 0.
    public var framesPerPoint: Int
    /// One channel or two.
    public var channelCount: Int

    /// A packed waveform.
    public init(
        data: Data, encoding: String, sampleRate: Int, framesPerPoint: Int, channelCount: Int
    ) {
        self.data = data
        self.encoding = encoding
        self.sampleRate = sampleRate
        self.framesPerPoint = framesPerPoint
        self.channelCount = channelCount
    }
}

/// A call as it came out of the decoder, to be stored whole.
public struct IngestedCall: Sendable {
    /// What each source says of the call.
    public var facts: [FactSource: CallRecord]
    /// The sound; one file or two.
    public var recording: Recording
    /// What the sound says.
    public var profile: Profile?
    /// What a screen draws.
    public var waveform: WaveformBlob?
    /// Where its files lie; each content hash is one of the recording's.
    public var locations: [FileLocation]

    /// A call.
    public init(
        facts: [FactSource: CallRecord], recording: Recording, profile: Profile?,
        waveform: WaveformBlob?, locations: [FileLocation]
    ) {
        self.facts = facts
        self.recording = recording
        self.profile = profile
        self.waveform = waveform
        self.locations = locations
    }
}

/// What became of an ``IngestedCall``.
public struct SavedCall: Sendable, Hashable {
    /// What was new about it.
    public enum Change: String, Sendable, Hashable {
        /// The call was not known.
        case created
        /// The call was known without sound.
        case recordingAdded
        /// The call's sound took the place of other sound.
        case recordingReplaced
        /// The sound was known; what was measured was stored again, and where it lies was noted.
        case alreadyKnown
    }

    /// The call.
    public var id: CallID
    /// What was new.
    public var change: Change
}

/// One row of a call log.
public struct MetadataRow: Sendable, Hashable {
    /// What it says of the call.
    public var record: CallRecord
    /// The names or paths of the call's recordings, where the row has them.
    public var fileNames: [String]
    /// Whether the row says that the recording was deleted when its time was over.
    public var isRetired: Bool

    /// A row.
    public init(record: CallRecord, fileNames: [String] = [], isRetired: Bool = false) {
        self.record = record
        self.fileNames = fileNames
        self.isRetired = isRetired
    }
}

/// What became of a ``MetadataRow``.
public enum MetadataOutcome: Sendable, Hashable {
    /// A call that was not known.
    case created(CallID)
    /// Something new was learned of a call.
    case updated(CallID)
    /// All of it was known.
    case unchanged(CallID)
    /// The row names no call; why, in a sentence.
    case refused(reason: String)

    /// The call, where the row names one.
    public var call: CallID? {
        switch self {
        case .created(let id), .updated(let id), .unchanged(let id): id
        case .refused: nil
        }
    }
}
