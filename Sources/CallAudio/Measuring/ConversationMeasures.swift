public import CallModel

/// What the two sides of a call do with its time, from their speech segments and the holds alone.
///
/// Definitions. Holds are united and clipped to the call; speech inside a hold is ignored, and the
/// stretches between holds are treated separately.
/// - *conversation*: duration less hold. *talk*: a side's segments outside holds.
/// - *talk share*: own talk over the talk of both (Genesys); *talk of conversation*: own talk over
///   conversation (Amazon Connect).
/// - *overtalk*: time in which both speak. *silence*: conversation in which nobody does.
/// - *dead air*: gaps of at least the threshold with nobody speaking and no hold, counted whole; not
///   before the first or after the last speech.
/// - *initial* and *final silence*: from the start to the first speech or hold; from the last to the
///   end.
/// - *interruption*: a segment (pauses under `bridgedPauseSeconds` bridged) that starts while the
///   other speaks and overlaps it by more than `interruptionSeconds`. *Backchannel*: one that lies
///   within the other's (and `backchannelMarginSeconds` around it), overlapping it by no more.
/// - *turn*: segments of a side, backchannels left out, joined over own pauses up to
///   `turnPauseSeconds` until the other side or a hold takes over; *longest monologue*: the longest
///   turn, pauses included.
/// - *response latency*: median gap from the end of the other's turn to the own next one, 0 where
///   they overlap, not across a hold.
///
/// Times are seconds; shares lie in 0...1 and are nil where their denominator is zero.
public struct ConversationMeasures: Sendable, Hashable {
    /// What one side does.
    public struct SideMeasures: Sendable, Hashable {
        /// Speech outside holds, in seconds.
        public internal(set) var talkSeconds = 0.0
        /// Own talk over the talk of both.
        public internal(set) var talkShare: Double?
        /// Own talk over conversation.
        public internal(set) var talkOfConversation: Double?
        /// Interruptions by this side.
        public internal(set) var interruptionCount = 0
        /// Backchannels by this side.
        public internal(set) var backchannelCount = 0
        /// The longest turn in seconds; nil without any.
        public internal(set) var longestMonologueSeconds: Double?
        /// The median response latency in seconds; nil where this side never answers.
        public internal(set) var responseLatencySeconds: Double?
    }

    /// The agent's measures.
    public private(set) var agent = SideMeasures()
    /// The customer's measures.
    public private(set) var customer = SideMeasures()
    /// What does not depend on whose speech it is.
    public let time: CallTimeMeasures
    /// Time in which both speak.
    public let overtalkSeconds: Double
    /// Overtalk over conversation.
    public let overtalkShare: Double?
    /// Turns of both sides.
    public let turnCount: Int

    /// Measures `call` (its first to its last instant) by the segments of each side, in any order.
    public init(
        agent: [CallTimeRange], customer: [CallTimeRange], holds: [CallTimeRange],
        call: CallTimeRange, thresholds: ProfileThresholds
    ) {
        let agentTalk = CallTimeMeasures.outside(holds, agent.union(), within: call)
        let customerTalk = CallTimeMeasures.outside(holds, customer.union(), within: call)
        time = CallTimeMeasures(
            speech: agentTalk + customerTalk, holds: holds, call: call, thresholds: thresholds)
        let conversation = time.conversationSeconds
        let both = agentTalk.totalMilliseconds + customerTalk.totalMilliseconds
        let either = (agentTalk + customerTalk).union().totalMilliseconds
        overtalkSeconds = Double(both - either) / 1000
        overtalkShare = conversation > 0 ? overtalkSeconds / conversation : nil
        let turns = TurnTaking(
            agent: agentTalk, customer: customerTalk, holds: time.holds, thresholds: thresholds)
        turnCount = turns.turns.count
        for side in Side.allCases {
            let talk = side == .agent ? agentTalk : customerTalk
            var measures = SideMeasures()
            measures.talkSeconds = Double(talk.totalMilliseconds) / 1000
            measures.talkShare =
                both > 0 ? Double(talk.totalMilliseconds) / Double(both) : nil
            measures.talkOfConversation =
                conversation > 0 ? measures.talkSeconds / conversation : nil
            measures.interruptionCount = turns.interruptions(by: side)
            measures.backchannelCount = turns.backchannels(by: side)
            measures.longestMonologueSeconds = turns.longestTurn(of: side)
            measures.responseLatencySeconds = turns.medianLatency(of: side)
            if side == .agent { self.agent = measures } else { self.customer = measures }
        }
    }
}
