/// The limits that the measures of a ``Profile`` were taken with; stored with the numbers.
///
/// Defaults and their sources: dead air 3 s (Amazon Connect, Genesys practice); estimated hold after
/// 20 s of quiet; interruption over 0.5 s; own pauses up to 3 s join one turn (Gong).
public struct ProfileThresholds: Sendable, Codable, Hashable {
    /// The shortest gap that is dead air, in seconds.
    public var deadAirSeconds = 3.0
    /// The shortest quiet of both sides that is taken for a hold, in seconds.
    public var quietHoldSeconds = 20.0
    /// The shortest music that is taken for a hold, in seconds.
    public var musicHoldSeconds = 8.0
    /// Overlap over this is an interruption, up to it a backchannel; in seconds.
    public var interruptionSeconds = 0.5
    /// Pauses under this are bridged before interruptions are counted, in seconds.
    public var bridgedPauseSeconds = 0.25
    /// How far a backchannel may stick out of the other's speech, in seconds.
    public var backchannelMarginSeconds = 0.1
    /// Own pauses up to this join one turn, in seconds.
    public var turnPauseSeconds = 3.0
    /// The revision of the speech detector; profiles of different revisions are not compared.
    public var detectorRevision = 1

    /// The defaults.
    public init() {}
}

/// A stretch in which the caller waits on hold.
public struct Hold: Sendable, Codable, Hashable {
    /// How a hold is known.
    public enum Origin: String, Sendable, Codable {
        /// The telephone system logged it.
        case callRecord
        /// Estimated: steady music.
        case music
        /// Estimated: long quiet of both sides.
        case quiet
    }

    /// When.
    public var range: CallTimeRange
    /// How it is known.
    public var origin: Origin

    /// A hold.
    public init(range: CallTimeRange, origin: Origin) {
        self.range = range
        self.origin = origin
    }
}

/// What can be measured on any one channel, with or without knowing whose it is. Levels are in dBov
/// (0 dBov: the mean power of a full-scale square wave; a full-scale sine is -3.01 dBov).
public struct ChannelProfile: Sendable, Codable, Hashable {
    /// Where somebody speaks, in order, apart from one another.
    public var speech: [CallTimeRange] = []
    /// Level while somebody speaks (ITU-T P.56 method B style); nil where nobody does.
    public var activeSpeechLevelDBOV: Double?
    /// Level between the speech; nil where that is digital zero or there is no such stretch.
    public var noiseFloorDBOV: Double?
    /// The largest sample; nil where all are zero.
    public var peakDBOV: Double?
    /// Samples at full scale in runs of three or more.
    public var clippedFrameCount = 0

    /// A channel in which nothing was found yet.
    public init() {}
}

/// What one side of a two-sided call did. Ratios are in 0...1; nil where the denominator is zero.
public struct SideProfile: Sendable, Codable, Hashable {
    /// The measures of its channel.
    public var channel: ChannelProfile
    /// Speech outside holds, in seconds.
    public var talkSeconds = 0.0
    /// Own talk over the talk of both.
    public var talkShare: Double?
    /// Own talk over conversation time (as Amazon Connect counts it).
    public var talkOfConversation: Double?
    /// How often this side cut in while the other spoke.
    public var interruptionCount = 0
    /// The longest turn, in seconds; nil where this side never speaks.
    public var longestMonologueSeconds: Double?
    /// Median gap from the end of the other's turn to the own one, in seconds (0 where they overlap);
    /// nil where this side never answers.
    public var responseLatencySeconds: Double?

    /// A side of which only the channel is known yet.
    public init(channel: ChannelProfile) {
        self.channel = channel
    }
}

/// What the audio of a call itself says: measured once, in the pass that decodes it.
///
/// Definitions: see the documentation of `ConversationMeasures`. A measure that could not be taken is
/// absent; a mono call has no side measures.
public struct Profile: Sendable, Codable, Hashable {
    /// The limits that held.
    public var thresholds: ProfileThresholds
    /// The length of the recording, in seconds.
    public var seconds: Double
    /// The agent's side; nil for mono.
    public var agent: SideProfile?
    /// The customer's side; nil for mono.
    public var customer: SideProfile?
    /// The only channel of a mono recording; nil for two sides.
    public var mono: ChannelProfile?
    /// Holds in order: the call record's where it has them, else estimated.
    public var holds: [Hold] = []
    /// Holds in order as the sound alone suggests them; kept for the day when a call record comes or
    /// goes.
    public var estimatedHolds: [Hold] = []
    /// Dead air: gaps of at least the threshold in which nobody speaks and nobody is on hold.
    public var deadAir: [CallTimeRange] = []
    /// Hold in all, in seconds.
    public var holdSeconds = 0.0
    /// Dead air in all, in seconds.
    public var deadAirSeconds = 0.0
    /// Length without hold, in seconds.
    public var conversationSeconds = 0.0
    /// Time in which both speak, in seconds; nil for mono.
    public var overtalkSeconds: Double?
    /// Overtalk over conversation time; nil for mono.
    public var overtalkShare: Double?
    /// From the start to the first speech or hold, in seconds; nil where there is neither.
    public var initialSilenceSeconds: Double?
    /// From the last speech or hold to the end, in seconds; nil where there is neither.
    public var finalSilenceSeconds: Double?

    /// A profile in which nothing was measured yet.
    public init(thresholds: ProfileThresholds, seconds: Double) {
        self.thresholds = thresholds
        self.seconds = seconds
    }

    /// Whether the holds were guessed from the sound rather than taken from the call record.
    public var holdsAreEstimated: Bool { holds.contains { $0.origin != .callRecord } }

    /// The same measures with agent and customer exchanged.
    public func swappingSides() -> Profile {
        var swapped = self
        swapped.agent = customer
        swapped.customer = agent
        return swapped
    }
}
