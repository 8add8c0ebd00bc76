import CallModel
import Testing

@testable import CallAudio

@Suite("From the recording to the device")
struct PlaybackChainTests {
    private struct Played {
        var bytes: [UInt8] = []
        var spans: [PlayedTimeline.Span] = []
    }

    private func played(
        _ sound: MemorySound, layout: ChannelLayout = .mono, plan: PlaybackPlan = .none,
        settings: PlaybackSettings = .init(), channels: Int = 1, rate: Int = 8000,
        coding: DeviceFormat.Coding = .int16, piece: Int = 160
    ) throws -> Played {
        let device = HandDevice.Remote(channels: channels, rate: rate, coding: coding)
        let score = PlayerScore(sound: sound, layout: layout, plan: plan) {
            () throws(PlaybackError) in try HandDevice(device)
        }
        var chain = try PlaybackChain(
            score, settings: settings, from: 0, region: nil, for: device.format, fadesIn: false)
        var played = Played()
        while case .spans(let spans) = try chain.make(piece) {
            played.bytes += chain.bytes
            played.spans += spans
            let frames = spans.reduce(0) { $0 + $1.deviceFrames }
            #expect(frames * device.format.frameBytes == chain.bytes.count)
        }
        return played
    }

    private func values<Value: BitwiseCopyable>(_ bytes: [UInt8], as type: Value.Type) -> [Value] {
        bytes.withUnsafeBytes { Array($0.bindMemory(to: type)) }
    }

    @Test("any coding holds the 16 bits exactly")
    func codings() throws {
        let samples = MemorySound.noise(seconds: 0.2) + [-32768, 32767, 0, -1]
        func bytes(_ coding: DeviceFormat.Coding) throws -> [UInt8] {
            try played(MemorySound(samples), coding: coding).bytes
        }
        #expect(try values(bytes(.int16), as: Int16.self) == samples)
        #expect(try values(bytes(.int32), as: Int32.self) == samples.map { Int32($0) << 16 })
        #expect(try values(bytes(.float32), as: Float.self) == samples.map { Float($0) / 32768 })
        let low = try values(bytes(.int24), as: Int32.self).map { ($0 << 8) >> 16 }
        #expect(low == samples.map { Int32($0) })
        let packed = try bytes(.int24Packed)
        let wanted: [UInt8] = samples.flatMap { sample -> [UInt8] in
            let bits = UInt16(bitPattern: sample)
            return [0, UInt8(bits & 0xFF), UInt8(bits >> 8)]
        }
        #expect(packed == wanted)
    }

    @Test("one lane is on every channel, two are mixed where the device has one")
    func channels() throws {
        let mono = MemorySound.noise(seconds: 0.1)
        let doubled = try played(MemorySound(mono), channels: 2)
        #expect(values(doubled.bytes, as: Int16.self) == mono.flatMap { [$0, $0] })
        let stereo = MemorySound(MemorySound.noise(seconds: 0.1, channels: 2), channels: 2)
        let mixed = try played(stereo, layout: .agentFirst)
        let pairs = (0..<800).map { (stereo.samples[2 * $0], stereo.samples[2 * $0 + 1]) }
        let means: [Int16] = pairs.map { Int16((Int($0.0) + Int($0.1)) / 2) }
        #expect(values(mixed.bytes, as: Int16.self) == means)
        let wide = try played(stereo, layout: .agentFirst, channels: 4)
        let four: [Int16] = pairs.flatMap { [$0.0, $0.1, 0, 0] }
        #expect(values(wide.bytes, as: Int16.self) == four)
    }

    @Test(
        "a device that refuses the rate gets the sound at its own, in the same time",
        arguments: [
            (8000, 48_000), (8000, 44_100), (44_100, 48_000), (16_000, 11_025),
        ])
    func resampling(from: Int, to: Int) throws {
        let samples = SpokenSound.voice(seconds: 2, rate: from)
        let played = try played(
            MemorySound(samples, rate: from), rate: to, coding: .float32, piece: to / 50)
        let resampled = values(played.bytes, as: Float.self)
        #expect(abs(resampled.count - 2 * to) <= 2)
        // Where both rates have a frame at the same instant, both have the same value there.
        var worst: Float = 0
        for tenth in 5...15 {
            let (source, device) = (tenth * from / 10, tenth * to / 10)
            worst = max(worst, abs(Float(samples[source]) / 32768 - resampled[device]))
        }
        #expect(worst < 0.02, "\(worst)")
        #expect(played.spans.first?.source.lowerBound == 0)
        #expect(played.spans.last?.source.upperBound == 2 * from)
        var next = 0
        var frames = 0
        for span in played.spans {
            #expect(span.source.lowerBound == next)
            next = span.source.upperBound
            frames += span.deviceFrames
            #expect(abs(Double(next) / Double(from) - Double(frames) / Double(to)) < 0.0002)
        }
    }

    @Test("levelling brings a quiet side up, never past full scale, and leaves the rest alone")
    func levelling() throws {
        var profile = Profile(thresholds: .init(), seconds: 2)
        profile.agent = SideProfile(channel: ChannelProfile())
        profile.customer = SideProfile(channel: ChannelProfile())
        profile.agent?.channel.activeSpeechLevelDBOV = -38
        let quiet = MemorySound.noise(seconds: 2, amplitude: 300)
        var samples = quiet.flatMap { [$0, Int16.max] }
        // A bang that the gain would carry far past full scale.
        for frame in 8000..<8100 { samples[2 * frame] = frame % 2 == 0 ? 30_000 : -30_000 }
        var settings = PlaybackSettings()
        settings.isLevelling = true
        let levelled = try played(
            MemorySound(samples, channels: 2), layout: .agentFirst,
            plan: PlaybackPlan(profile, layout: .agentFirst), settings: settings, channels: 2)
        let heard = values(levelled.bytes, as: Int16.self)
        let factor = Decibels.factor(12)
        #expect(
            (0..<8000).allSatisfy { abs(Float(heard[2 * $0]) - Float(quiet[$0]) * factor) <= 1 })
        #expect((0..<16_000).allSatisfy { heard[2 * $0 + 1] == .max })
        let loudest = (0..<16_000).map { abs(Int(heard[2 * $0])) }.max() ?? 0
        #expect(loudest <= 29_203)
        #expect(loudest > 29_000)
        // Half a second after the bang the limiter has let go.
        #expect(
            (12_200..<16_000).allSatisfy {
                abs(Float(heard[2 * $0]) - Float(quiet[$0]) * factor) <= 20
            })
        #expect(levelled.spans.first.map { $0.peaks[1] } == 32767)
    }

    @Test("the pitch is kept at any speed", arguments: [0.5, 1.5, 2, 3])
    func pitch(speed: Double) throws {
        let samples = SpokenSound.steady(seconds: 4, pitch: 125)
        var settings = PlaybackSettings()
        settings.speed = speed
        let heard = values(
            try played(MemorySound(samples), settings: settings).bytes, as: Int16.self)
        #expect(abs(Double(heard.count) * speed / 32_000 - 1) < 0.02)
        // The sound repeats after its period, 64 frames, as much as the recording does.
        func likeness(_ samples: [Int16], _ lag: Int) -> Double {
            var (product, energy) = (0.0, 0.0)
            for index in 1000..<(samples.count - 1000) {
                product += Double(samples[index]) * Double(samples[index + lag])
                energy += Double(samples[index]) * Double(samples[index])
            }
            return product / energy
        }
        #expect(likeness(samples, 64) > 0.99)
        #expect(likeness(heard, 64) > 0.95, "\(likeness(heard, 64))")
        #expect(likeness(heard, 48) < 0.9)
    }
}
