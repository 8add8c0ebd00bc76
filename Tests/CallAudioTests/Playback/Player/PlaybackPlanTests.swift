import CallModel
import Testing

@testable import CallAudio

@Suite("What a player leaves out, and how loud it plays")
struct PlaybackPlanTests {
    /// A call with anything in it: holds over speech, dead air beside holds, all lengths.
    private func profile(seed: UInt64) -> Profile {
        var generator = SeededGenerator(seed: seed)
        func ranges(_ count: Int, upTo longest: Int) -> [CallTimeRange] {
            (0..<count).compactMap { _ in
                let start = Int.random(in: 0..<60_000, using: &generator)
                let length = Int.random(in: 1...longest, using: &generator)
                return CallTimeRange(milliseconds: start, min(60_000, start + length))
            }
            .union()
        }
        var profile = Profile(thresholds: .init(), seconds: 60)
        var (agent, customer) = (ChannelProfile(), ChannelProfile())
        agent.speech = ranges(6, upTo: 4000)
        customer.speech = ranges(6, upTo: 4000)
        profile.agent = SideProfile(channel: agent)
        profile.customer = SideProfile(channel: customer)
        profile.holds = ranges(3, upTo: 20_000).map { Hold(range: $0, origin: .callRecord) }
        profile.deadAir = ranges(4, upTo: 8000)
        return profile
    }

    @Test("no speech is skipped, only dead air and hold are, and 0.3 s stay at each end")
    func skippable() throws {
        var skipped = 0
        for seed in 1...500 as ClosedRange<UInt64> {
            let profile = profile(seed: seed)
            let plan = PlaybackPlan(profile, layout: .agentFirst)
            skipped += plan.skippable.count
            let speech =
                (profile.agent?.channel.speech ?? []) + (profile.customer?.channel.speech ?? [])
            let still = (profile.deadAir + profile.holds.map(\.range)).union()
            #expect(plan.skippable == plan.skippable.union())
            for range in plan.skippable {
                let kept = try CallTimeRange.of(
                    range.start.milliseconds - 300, range.end.milliseconds + 300)
                #expect(still.contains { $0.intersection(kept) == kept })
                #expect(speech.allSatisfy { $0.intersection(kept) == nil })
                #expect(range.milliseconds >= 200)
            }
            // Nothing that may go is kept: what is left of the still parts is speech and short rests.
            for milliseconds in stride(from: 0, to: 60_000, by: 50) {
                let instant = try CallTimeRange.of(
                    max(0, milliseconds - 650), min(60_000, milliseconds + 650))
                guard instant.milliseconds == 1300,
                    still.contains(where: { $0.intersection(instant) == instant }),
                    speech.allSatisfy({ $0.intersection(instant) == nil })
                else { continue }
                let point = CallTime(milliseconds: milliseconds)
                #expect(plan.skippable.contains { $0.start <= point && point < $0.end })
            }
        }
        #expect(skipped > 1000)
    }

    @Test("each channel is brought to the target, within limits, whichever side is on it")
    func gains() {
        var profile = Profile(thresholds: .init(), seconds: 60)
        var (agent, customer) = (ChannelProfile(), ChannelProfile())
        agent.activeSpeechLevelDBOV = -20
        customer.activeSpeechLevelDBOV = -60
        profile.agent = SideProfile(channel: agent)
        profile.customer = SideProfile(channel: customer)
        #expect(PlaybackPlan(profile, layout: .agentFirst).gainsDB == [-6, 20])
        #expect(PlaybackPlan(profile, layout: .customerFirst).gainsDB == [20, -6])
        profile.agent?.channel.activeSpeechLevelDBOV = nil
        #expect(PlaybackPlan(profile, layout: .agentFirst).gainsDB == [0, 20])
    }

    @Test("the time that is left is the call without what is skipped")
    func secondsLeft() throws {
        let plan = try PlaybackPlan.skipping(10_000, 20_000, of: 60)
        #expect(plan.skippable == [try .of(10_300, 19_700)])
        #expect(abs(plan.secondsLeft(of: 60) - 50.6) < 1e-9)
        #expect(PlaybackPlan.none.secondsLeft(of: 60) == 60)
    }
}
