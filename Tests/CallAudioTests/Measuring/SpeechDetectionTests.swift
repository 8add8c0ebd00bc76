import CallAudio
import CallModel
import Testing

@Suite("Speech detection")
struct SpeechDetectionTests {
    private static func condition(_ name: String) throws -> SyntheticCall.Condition {
        try #require(SyntheticCall.conditions.first { $0.name == name })
    }

    /// Frame F1 of both sides together.
    private static func f1(_ profile: Profile, _ call: SyntheticCall) throws -> Double {
        let scope = try #require(call.scope)
        let found = [profile.agent, profile.customer].map { $0?.channel.speech ?? [] }
        let scores = zip(call.truth, found).map {
            DetectionScore(truth: $0, found: $1, scope: scope)
        }
        let hits = scores.reduce(0) { $0 + $1.hitFrameCount }
        let frames = scores.reduce(0) { $0 + $1.foundFrameCount + $1.trueFrameCount }
        return 2 * Double(hits) / Double(frames)
    }

    @Test(
        "speech is found under noise, echo, companding and signals",
        arguments: [
            "digital zero", "noise -44, zero", "soft, mu-law", "echo -38, zero, mu-law",
        ])
    func conditions(name: String) throws {
        let call = SyntheticCall(try Self.condition(name), seconds: 24, seed: 11)
        let profile = Listening.profile(call.interleaved, layout: .agentFirst)
        #expect(try Self.f1(profile, call) >= 0.97)
        #expect(profile.holds.isEmpty)
    }

    @Test("a music hold is estimated as such, and no speech is found in it")
    func musicHold() throws {
        let call = SyntheticCall(
            .init(
                name: "holds", noise: [-60, -44], echo: -38, musicHold: true, signals: true,
                muLaw: true),
            seconds: 60, seed: 11)
        let profile = Listening.profile(call.interleaved, layout: .agentFirst)
        #expect(try Self.f1(profile, call) >= 0.96)
        #expect(profile.holds.map(\.origin) == [.music])
        #expect(profile.holdsAreEstimated)
        for (found, truth) in zip(profile.holds, call.holds) {
            let common = found.range.intersection(truth)?.milliseconds ?? 0
            #expect(common > truth.milliseconds - 2500)
            #expect(found.range.milliseconds < truth.milliseconds + 5000)
        }
    }

    @Test("a long quiet of both sides between speech is a hold, a shorter one dead air")
    func quietHold() throws {
        var voice = SyntheticVoice(seed: 21)
        let speech = voice.speak(seconds: 2).samples
        let line =
            speech + [Double](repeating: 0, count: 8 * 22_000) + speech
            + [Double](repeating: 0, count: 8 * 8_000) + speech
            + [Double](repeating: 0, count: 8 * 25_000)
        let noise = SyntheticSound.noise(count: line.count, level: -55, colour: 0.4, seed: 5)
        let samples = Listening.rounded(zip(line, noise).map { $0 + $1 })
        let profile = Listening.profile(samples, layout: .mono)
        #expect(profile.holds.map(\.origin) == [.quiet])
        #expect(abs(profile.holdSeconds - 22) < 0.2)
        #expect(profile.deadAir.count == 1)
        #expect(abs(profile.deadAirSeconds - 8) < 0.2)
        #expect(abs(try #require(profile.finalSilenceSeconds) - 25) < 0.2)
    }

    @Test("ringing, engaged tone, dialling and fax are not speech")
    func signals() throws {
        let pause = [Double](repeating: 0, count: 8000)
        let signals = [
            SyntheticSound.cadence([440, 480], on: 2, off: 4, seconds: 8, level: -20),
            SyntheticSound.cadence([425], on: 1, off: 4, seconds: 6, level: -25),
            SyntheticSound.cadence([400, 450], on: 0.4, off: 0.2, seconds: 2, level: -22),
            SyntheticSound.cadence([480, 620], on: 0.5, off: 0.5, seconds: 3, level: -24),
            SyntheticSound.digits("1234567890*#", level: -16),
            SyntheticSound.cadence([1100], on: 0.5, off: 3, seconds: 4, level: -18),
            SyntheticSound.tones([2100], seconds: 3, level: -15),
        ]
        let line = pause + signals.flatMap { $0 + pause }
        let noise = SyntheticSound.noise(count: line.count, level: -58, colour: 0.3, seed: 1)
        let samples = zip(line, noise).map { SyntheticSound.muLaw($0 + $1) }
        let channel = try #require(
            Listening.profile(Listening.rounded(samples), layout: .mono).mono)
        #expect(channel.speech.totalMilliseconds < 300)
    }

    @Test("steady noise, clicks and bursts of noise are not speech")
    func noises() throws {
        var samples = SyntheticSound.noise(count: 30 * 8000, level: -40, colour: 0.6, seed: 2)
        let burst = SyntheticSound.noise(count: 3200, level: -18, colour: 0, seed: 3)
        for start in [5.0, 9.0, 14.0] {
            for (index, sample) in burst.enumerated() {
                samples[Int(start * 8000) + index] += sample
            }
        }
        for click in 0..<10 { samples[160_000 + click * 3000] = 20_000 }
        let channel = try #require(
            Listening.profile(Listening.rounded(samples), layout: .mono).mono)
        #expect(channel.speech.totalMilliseconds < 300)
    }

    @Test("an echo 38 dB under the talker is not the other side's speech")
    func echo() throws {
        var voice = SyntheticVoice(seed: 9)
        let speech = voice.speak(seconds: 15).samples
        var samples: [Int16] = []
        for index in speech.indices {
            samples.append(Int16(clamping: Int(speech[index].rounded())))
            let echo = index < 800 ? 0 : speech[index - 800] * 0.0126
            samples.append(Int16(echo.rounded()))
        }
        let profile = Listening.profile(samples, layout: .customerFirst)
        #expect(profile.agent?.channel.speech.isEmpty == true)
        #expect(profile.customer?.channel.speech.isEmpty == false)
        #expect(profile.customer?.talkShare == 1)
    }

    @Test("a call of many minutes is decided piece by piece as if it were one")
    func longCall() throws {
        var voice = SyntheticVoice(seed: 14)
        let (speech, sounding) = voice.speak(seconds: 12)
        let period = speech + [Double](repeating: 0, count: 64_000 + 8 - speech.count % 8)
        let noise = SyntheticSound.noise(count: period.count, level: -60, colour: 0, seed: 6)
        let once = Listening.rounded(zip(period, noise).map { $0 + $1 })
        var meter = ProfileMeter(sampleRate: 8000, layout: .mono)
        for _ in 0..<10 { Listening.feed(once, channels: 1) { meter.consume($0) } }
        let profile = meter.finish()
        let length = once.count / 8
        #expect(profile.seconds == Double(10 * length) / 1000)
        let truth = DetectionScore.bridged(
            (0..<10).flatMap { turn in
                sounding.compactMap {
                    CallTimeRange(
                        milliseconds: turn * length + $0.lowerBound / 8,
                        turn * length + $0.upperBound / 8)
                }
            }, upTo: 0.2)
        let scope = try #require(CallTimeRange(milliseconds: 0, 10 * length))
        let score = DetectionScore(
            truth: truth, found: try #require(profile.mono).speech, scope: scope)
        #expect(try #require(score.f1) > 0.975)
    }
}
