import CallAudio
import CallModel
import Foundation
import Testing

@Suite("Profile of a recording")
struct ProfileMeterTests {
    private static let call = SyntheticCall(
        .init(name: "call", noise: [-60, nil], muLaw: true), seconds: 25, seed: 3)

    /// Samples at a multiple of the rate: linear interpolation would lose treble, so a sinc under a
    /// Hann window, 24 samples wide.
    private static func upsampled(_ samples: [Int16], by factor: Int) -> [Int16] {
        let reach = 12
        let taps = (0..<factor).map { phase in
            (-reach + 1...reach).map { offset -> Double in
                let distance = Double(offset) - Double(phase) / Double(factor)
                let window = 0.5 + 0.5 * cos(Double.pi * distance / Double(reach))
                let angle = Double.pi * distance
                return abs(angle) < 1e-9 ? 1 : window * sin(angle) / angle
            }
        }
        var output = [Int16](repeating: 0, count: samples.count * factor)
        for index in samples.indices {
            for phase in 0..<factor {
                var sum = 0.0
                for (tap, weight) in taps[phase].enumerated() {
                    let at = index + tap - reach + 1
                    if at >= 0, at < samples.count { sum += weight * Double(samples[at]) }
                }
                output[index * factor + phase] = Int16(clamping: Int(sum.rounded()))
            }
        }
        return output
    }

    @Test("the size of the blocks changes nothing")
    func blockSizes() {
        let samples = Array(Self.call.interleaved.prefix(2 * 8000 * 8))
        let whole = Listening.profile(samples, layout: .agentFirst, blocks: [samples.count])
        for blocks in [[1, 7, 160], [2560], [4096, 33]] {
            #expect(Listening.profile(samples, layout: .agentFirst, blocks: blocks) == whole)
        }
        #expect(whole.agent?.channel.speech.isEmpty == false)
    }

    @Test("48 kHz and 16 kHz give what 8 kHz gives", arguments: [2, 6])
    func rates(factor: Int) throws {
        var voice = SyntheticVoice(seed: 12)
        let still = [Double](repeating: 0, count: 8000)
        let speech = still + voice.speak(seconds: 5).samples + still
        let noise = SyntheticSound.noise(count: speech.count, level: -60, colour: 0.5, seed: 2)
        let samples = Listening.rounded(zip(speech, noise).map { $0 + $1 })
        let low = Listening.profile(samples, layout: .mono)
        let high = Listening.profile(
            Self.upsampled(samples, by: factor), rate: 8000 * factor, layout: .mono)
        #expect(abs(high.seconds - low.seconds) < 1e-9)
        let scope = try #require(CallTimeRange(milliseconds: 0, samples.count / 8))
        let score = DetectionScore(
            truth: try #require(low.mono).speech, found: try #require(high.mono).speech,
            scope: scope)
        #expect(try #require(score.f1) > 0.985)
        let levels = [low, high].compactMap(\.mono?.activeSpeechLevelDBOV)
        // The interpolation takes a little of what lies near 4 kHz.
        #expect(levels.count == 2 && abs(levels[0] - levels[1]) < 0.3)
        let floors = [low, high].compactMap(\.mono?.noiseFloorDBOV)
        #expect(floors.count == 2 && abs(floors[0] - floors[1]) < 1)
    }

    @Test("rates whose frames are no whole samples work", arguments: [11_025, 22_050, 44_100])
    func oddRates(rate: Int) throws {
        let samples = [Int16](repeating: 0, count: rate * 3)
        let profile = Listening.profile(samples, rate: rate, layout: .mono)
        #expect(profile.seconds == 3)
        #expect(profile.mono?.speech.isEmpty == true)
    }

    @Test("nothing gives an empty profile", arguments: [ChannelLayout.mono, .agentFirst])
    func empty(layout: ChannelLayout) {
        let profile = Listening.profile([], layout: layout)
        #expect(profile.seconds == 0)
        #expect(profile.conversationSeconds == 0)
        #expect(profile.initialSilenceSeconds == nil)
        #expect(profile.mono == (layout == .mono ? ChannelProfile() : nil))
        #expect(profile.agent?.talkShare == nil)
    }

    @Test("one frame is measured too")
    func oneFrame() {
        let profile = Listening.profile([1000, -500], layout: .agentFirst)
        #expect(profile.seconds == 1.0 / 8000)
        #expect(profile.agent?.channel.peakDBOV == 20 * log10(1000.0 / 32768))
        #expect(profile.customer?.channel.speech.isEmpty == true)
    }

    @Test("a silent recording has absent levels, and no number that is none")
    func silent() throws {
        let profile = Listening.profile([Int16](repeating: 0, count: 16_000), layout: .agentFirst)
        let agent = try #require(profile.agent)
        #expect(agent.channel == ChannelProfile())
        #expect(agent.talkSeconds == 0)
        #expect(agent.talkShare == nil)
        #expect(agent.talkOfConversation == 0)
        #expect(profile.seconds == 1)
        let coded = try JSONEncoder().encode(profile)
        #expect(try JSONDecoder().decode(Profile.self, from: coded) == profile)
    }

    @Test("mono has one channel and no sides")
    func mono() {
        let profile = Listening.profile(
            Array(Self.call.samples[0].prefix(40_000)), layout: .mono)
        #expect(profile.mono != nil)
        #expect(profile.agent == nil)
        #expect(profile.customer == nil)
        #expect(profile.overtalkSeconds == nil)
        #expect(profile.overtalkShare == nil)
    }

    @Test("the layout says which channel is whose, and sides can be swapped afterwards")
    func layout() {
        let samples = Array(Self.call.interleaved.prefix(160_000))
        let agentFirst = Listening.profile(samples, layout: .agentFirst)
        let customerFirst = Listening.profile(samples, layout: .customerFirst)
        #expect(agentFirst.agent?.channel == customerFirst.customer?.channel)
        #expect(agentFirst.swappingSides() == customerFirst)
        #expect(agentFirst.swappingSides().remeasured(recordedHolds: nil) == customerFirst)
    }

    @Test("holds of a call record that comes later change the measures without the sound")
    func laterHolds() throws {
        let samples = Array(Self.call.interleaved.prefix(240_000))
        let hold = try #require(CallTimeRange(milliseconds: 2000, 6000))
        let beyond = try #require(CallTimeRange(milliseconds: 90_000, 95_000))
        let plain = Listening.profile(samples, layout: .agentFirst)
        let known = Listening.profile(
            samples, layout: .agentFirst, recordedHolds: [hold, beyond])
        #expect(known.holds == [Hold(range: hold, origin: .callRecord)])
        #expect(!known.holdsAreEstimated)
        #expect(known.holdSeconds == 4)
        #expect(known.conversationSeconds == plain.seconds - 4)
        #expect(plain.remeasured(recordedHolds: [hold, beyond]) == known)
        #expect(known.remeasured(recordedHolds: nil) == plain)
    }
}
