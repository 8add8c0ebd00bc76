import CallAudio
import CallModel
import Testing

/// Reference case S25 of the statistics specification: part a agrees with call-ai-metrics 0.1.0
/// (PyPI), part b adds a hold that the telephone system logged.
@Suite("Measures of a conversation")
struct ConversationMeasuresTests {
    private static let agentA = [(0.8, 6.5), (8.7, 20.0), (23.0, 41.0), (46.5, 50.0), (64.2, 66.0)]
    private static let customerA = [
        (6.9, 9.0), (12.0, 12.4), (21.5, 24.0), (52.0, 60.0), (60.5, 64.0),
    ]
    private static let agentB = agentA + [(112.0, 125.0), (131.5, 140.0), (141.0, 150.2)]
    private static let customerB = customerA + [(70.5, 74.0), (126.0, 128.0), (139.2, 141.4)]

    private static func ranges(_ seconds: [(Double, Double)]) -> [CallTimeRange] {
        seconds.compactMap {
            CallTimeRange(start: CallTime(seconds: $0.0), end: CallTime(seconds: $0.1))
        }
    }

    private static func measure(
        _ agent: [(Double, Double)], _ customer: [(Double, Double)],
        hold: [(Double, Double)] = [], end: Double
    ) throws -> ConversationMeasures {
        ConversationMeasures(
            agent: ranges(agent), customer: ranges(customer), holds: ranges(hold),
            call: try #require(CallTimeRange(start: .zero, end: CallTime(seconds: end))),
            thresholds: ProfileThresholds())
    }

    private func expect(_ value: Double?, _ expected: Double, _ name: Comment) {
        #expect(abs((value ?? .nan) - expected) < 1e-4, name)
    }

    @Test("a call without hold gives the published measures")
    func withoutHold() throws {
        let call = try Self.measure(Self.agentA, Self.customerA, end: 66)
        expect(call.time.durationSeconds, 66, "duration")
        expect(call.time.holdSeconds, 0, "hold")
        expect(call.time.conversationSeconds, 66, "conversation")
        expect(call.agent.talkSeconds, 40.3, "agent talk")
        expect(call.customer.talkSeconds, 16.5, "customer talk")
        expect(call.agent.talkShare, 0.709507, "agent talk share")
        expect(call.agent.talkOfConversation, 0.610606, "agent talk of conversation")
        expect(call.customer.talkOfConversation, 0.25, "customer talk of conversation")
        expect(call.overtalkSeconds, 1.7, "overtalk")
        expect(call.overtalkShare, 0.025758, "overtalk share")
        expect(call.time.silenceSeconds, 10.9, "silence")
        expect(call.time.initialSilenceSeconds, 0.8, "initial silence")
        expect(call.time.finalSilenceSeconds, 0, "final silence")
        expect(call.time.deadAirSeconds, 5.5, "dead air")
        #expect(call.time.deadAir == Self.ranges([(41, 46.5)]))
        #expect(call.agent.interruptionCount == 1)
        #expect(call.customer.interruptionCount == 0)
        #expect(call.agent.backchannelCount == 0)
        #expect(call.customer.backchannelCount == 1)
        #expect(call.turnCount == 8)
        expect(call.agent.longestMonologueSeconds, 18, "agent monologue")
        expect(call.customer.longestMonologueSeconds, 12, "customer monologue")
        expect(call.agent.responseLatencySeconds, 0, "agent latency")
        expect(call.customer.responseLatencySeconds, 1.5, "customer latency")
    }

    @Test("a call with a logged hold gives the published measures")
    func withHold() throws {
        let call = try Self.measure(
            Self.agentB, Self.customerB, hold: [(75, 110)], end: 152)
        expect(call.time.holdSeconds, 35, "hold")
        #expect(call.time.holds.count == 1)
        expect(call.time.conversationSeconds, 117, "conversation")
        expect(call.agent.talkSeconds, 71, "agent talk")
        expect(call.customer.talkSeconds, 24.2, "customer talk")
        expect(call.agent.talkShare, 0.745798, "agent talk share")
        expect(call.agent.talkOfConversation, 0.606838, "agent talk of conversation")
        expect(call.customer.talkOfConversation, 0.206838, "customer talk of conversation")
        expect(call.overtalkSeconds, 2.9, "overtalk")
        expect(call.overtalkShare, 0.024786, "overtalk share")
        expect(call.time.silenceSeconds, 24.7, "silence")
        expect(call.time.initialSilenceSeconds, 0.8, "initial silence")
        expect(call.time.finalSilenceSeconds, 1.8, "final silence")
        expect(call.time.deadAirSeconds, 13.5, "dead air")
        #expect(call.time.deadAir == Self.ranges([(41, 46.5), (66, 70.5), (128, 131.5)]))
        #expect(call.agent.interruptionCount == 1)
        #expect(call.customer.interruptionCount == 1)
        #expect(call.agent.backchannelCount == 0)
        #expect(call.customer.backchannelCount == 1)
        #expect(call.turnCount == 14)
        expect(call.agent.longestMonologueSeconds, 18, "agent monologue")
        expect(call.customer.longestMonologueSeconds, 12, "customer monologue")
        expect(call.agent.responseLatencySeconds, 0, "agent latency")
        expect(call.customer.responseLatencySeconds, 1.25, "customer latency")
    }

    @Test("a call in which nobody speaks has absent measures, not zeros")
    func nobodySpeaks() throws {
        let call = try Self.measure([], [], end: 30)
        #expect(call.agent.talkShare == nil)
        #expect(call.agent.longestMonologueSeconds == nil)
        #expect(call.agent.responseLatencySeconds == nil)
        #expect(call.time.initialSilenceSeconds == nil)
        #expect(call.time.finalSilenceSeconds == nil)
        #expect(call.time.deadAir.isEmpty)
        expect(call.agent.talkOfConversation, 0, "talk of conversation")
    }

    @Test("a hold over the whole call leaves no conversation to share")
    func holdThroughout() throws {
        let call = try Self.measure([(1, 2)], [(3, 4)], hold: [(0, 20), (15, 50)], end: 40)
        expect(call.time.holdSeconds, 40, "hold is clipped to the call and counted once")
        expect(call.time.conversationSeconds, 0, "conversation")
        #expect(call.overtalkShare == nil)
        #expect(call.agent.talkOfConversation == nil)
        #expect(call.agent.talkSeconds == 0)
    }

    @Test("speech that reaches into a hold counts up to it, and turns do not reach across")
    func speechInHold() throws {
        let call = try Self.measure(
            [(0, 12), (19, 20), (30.5, 33)], [(21, 22)], hold: [(10, 30)], end: 40)
        expect(call.agent.talkSeconds, 12.5, "talk outside the hold")
        expect(call.customer.talkSeconds, 0, "speech inside the hold is ignored")
        expect(call.agent.longestMonologueSeconds, 10, "the hold ends the turn")
        #expect(call.turnCount == 2)
    }
}
