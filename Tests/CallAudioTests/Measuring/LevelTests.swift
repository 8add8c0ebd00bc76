import CallAudio
import CallModel
import Foundation
import Testing

@Suite("Levels")
struct LevelTests {
    private static func mono(_ samples: [Double], rate: Int = 8000) throws -> ChannelProfile {
        try #require(
            Listening.profile(Listening.rounded(samples), rate: rate, layout: .mono).mono)
    }

    /// ITU-T P.56 (12/2011) method B, sample by sample as the recommendation writes it.
    private static func reference(_ samples: [Double], rate: Double) -> Double {
        let g = exp(-1 / (rate * 0.03))
        let hangover = Int(0.2 * rate)
        let thresholds = (0..<15).map { pow(2, Double($0)) / 32768 }
        var active = [Int](repeating: 0, count: 15)
        var hang = [Int](repeating: hangover, count: 15)
        var p = 0.0
        var q = 0.0
        var energy = 0.0
        for sample in samples {
            let x = sample / 32768
            energy += x * x
            p = g * p + (1 - g) * abs(x)
            q = g * q + (1 - g) * p
            for j in 0..<15 {
                if q >= thresholds[j] {
                    active[j] += 1
                    hang[j] = 0
                } else if hang[j] < hangover {
                    active[j] += 1
                    hang[j] += 1
                }
            }
        }
        var before: (level: Double, excess: Double)?
        for j in 0..<15 where active[j] > 0 {
            let level = 10 * log10(energy / Double(active[j]))
            let excess = level - 20 * log10(thresholds[j]) - 15.9
            if excess <= 0, let before {
                let share = before.excess / (before.excess - excess)
                return before.level + share * (level - before.level)
            }
            before = (level, excess)
        }
        return before?.level ?? .nan
    }

    @Test(
        "the active level of speech agrees with P.56 done sample by sample", arguments: [3, 8, 21])
    func activeLevel(seed: UInt64) throws {
        var voice = SyntheticVoice(seed: seed)
        var samples = [Double](repeating: 0, count: 8000)
        for _ in 0..<2 {
            samples += voice.speak(seconds: 4).samples
            samples += [Double](repeating: 0, count: 12_000)
        }
        let noise = SyntheticSound.noise(count: samples.count, level: -65, colour: 0, seed: seed)
        samples = zip(samples, noise).map { ($0 + $1).rounded() }
        let level = try #require(try Self.mono(samples).activeSpeechLevelDBOV)
        // Bursts that might be tones are passed over, so a little more than the steps of 5 ms cost.
        #expect(abs(level - Self.reference(samples, rate: 8000)) < 0.15)
    }

    @Test("tone bursts of half the time have the level of the tone, less the hangover's share")
    func bursts() throws {
        // A voice-like tone with harmonics, so that it counts as speech.
        let on = (0..<16_000).map { index -> Double in
            let time = Double(index) / 8000
            let glide = 120 * time + 15 * sin(2 * Double.pi * 1.3 * time)
            return (1...20).reduce(0.0) {
                $0 + 900 * sin(2 * Double.pi * Double($1) * glide + Double($1 * $1))
            } * (1 + 0.5 * sin(2 * Double.pi * 4 * time))
        }
        let off = [Double](repeating: 0, count: 16_000)
        let samples = (on + off + on + off).map { $0.rounded() }
        let power = on.reduce(0) { $0 + $1 * $1 } / Double(on.count)
        let level = 10 * log10(power / 32768 / 32768)
        let measured = try #require(try Self.mono(samples).activeSpeechLevelDBOV)
        // Activity outlasts a burst by 0.2 s and the envelope's decay: 2.2...2.4 s of 2 s.
        #expect(measured < level - 10 * log10(2.2 / 2.0) + 0.05)
        #expect(measured > level - 10 * log10(2.45 / 2.0) - 0.05)
    }

    @Test("the peak is that of the largest sample, negative or positive")
    func peak() throws {
        var samples = [Double](repeating: 0, count: 8000)
        samples[4001] = -16384
        samples[4002] = 8192
        let channel = try Self.mono(samples)
        #expect(abs(try #require(channel.peakDBOV) + 6.0206) < 0.001)
        samples[12] = -32768
        #expect(try Self.mono(samples).peakDBOV == 0)
    }

    @Test("the noise floor is that of the noise between the speech", arguments: [-70.0, -55, -44])
    func noiseFloor(level: Double) throws {
        let call = SyntheticCall(
            .init(name: "noise", noise: [level, nil], noiseColour: 0), seconds: 20, seed: 4)
        let profile = Listening.profile(call.interleaved, layout: .agentFirst)
        let floor = try #require(profile.agent?.channel.noiseFloorDBOV)
        #expect(abs(floor - level) < 1)
        #expect(profile.customer?.channel.noiseFloorDBOV == nil)
    }

    @Test("runs of three and more samples at full scale are clipping")
    func clipping() throws {
        var samples = [Double](repeating: 100, count: 8000)
        for index in [10, 11, 500, 501, 502, 1000, 1001, 1002, 1003, 7000] {
            samples[index] = index % 2 == 0 ? 32767 : -32768
        }
        #expect(try Self.mono(samples).clippedFrameCount == 7)
        // A run across the border of two frames of 10 ms, and of two batches.
        for index in [2558, 2559, 2560, 2561] { samples[index] = 32767 }
        #expect(try Self.mono(samples).clippedFrameCount == 11)
    }

    @Test("the full scale of mu-law and A-law is what those codings reach")
    func compandedClipping() throws {
        for full in [32124.0, 32256] {
            var samples = [Double](repeating: 100, count: 8000)
            for index in 1000..<1010 { samples[index] = -full }
            #expect(try Self.mono(samples).clippedFrameCount == 10)
            // What is surpassed later was not full scale.
            samples[4000] = 32767
            #expect(try Self.mono(samples).clippedFrameCount == 0)
        }
        let quiet = [Double](repeating: 30_000, count: 8000)
        #expect(try Self.mono(quiet).clippedFrameCount == 0)
    }

    @Test("an offset of the equipment changes neither the level nor the speech")
    func offset() throws {
        var voice = SyntheticVoice(seed: 5)
        let still = [Double](repeating: 0, count: 16_000)
        let samples = still + voice.speak(seconds: 5).samples.map { $0.rounded() } + still
        let plain = try Self.mono(samples)
        let lifted = try Self.mono(samples.map { $0 + 300 })
        let level = try #require(plain.activeSpeechLevelDBOV)
        #expect(abs(try #require(lifted.activeSpeechLevelDBOV) - level) < 0.2)
        let scope = try #require(CallTimeRange(milliseconds: 1000, samples.count / 8))
        let score = DetectionScore(truth: plain.speech, found: lifted.speech, scope: scope)
        #expect(try #require(score.f1) > 0.98)
    }
}
