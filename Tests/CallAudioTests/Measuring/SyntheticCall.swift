import CallAudio
import CallModel
import Foundation

/// A two-sided call of which it is known to the sample who speaks when.
struct SyntheticCall {
    /// What makes a call hard.
    struct Condition {
        var name: String
        /// Of the agent's and the customer's side, in dBFS; nil for digital zero between turns.
        var noise: [Double?] = [nil, nil]
        var noiseColour = 0.3
        /// Of the agent's and the customer's speech, in dBFS.
        var level = [-20.0, -20.0]
        /// How far each side leaks into the other, in dB; nil for not at all.
        var echo: Double?
        var musicHold = false
        var silentHold = false
        var signals = false
        var muLaw = false
        var overlaps = true
    }

    let name: String
    /// The agent's, then the customer's samples, at 8 kHz.
    private(set) var samples: [[Int16]] = []
    /// Where each sounds, pauses up to 0.2 s bridged.
    private(set) var truth: [[CallTimeRange]] = []
    /// Where music or silence was put for a hold.
    private(set) var holds: [CallTimeRange] = []

    /// A call of about `seconds`.
    init(_ condition: Condition, seconds: Double, seed: UInt64) {
        name = condition.name
        var builder = Builder(condition, seed: seed)
        builder.talk(until: seconds)
        holds = builder.holds
        truth = builder.truth.map { DetectionScore.bridged($0, upTo: 0.2) }
        samples = builder.samples()
    }

    /// The samples of both sides in turn, as a decoder lends them.
    var interleaved: [Int16] {
        var both = [Int16](repeating: 0, count: 2 * samples[0].count)
        for index in samples[0].indices {
            both[2 * index] = samples[0][index]
            both[2 * index + 1] = samples[1][index]
        }
        return both
    }

    /// Its whole length.
    var scope: CallTimeRange? {
        CallTimeRange(start: .zero, end: CallTime(frame: samples[0].count, sampleRate: 8000))
    }

    private struct Builder {
        let condition: Condition
        var generator: SeededGenerator
        var voices: [SyntheticVoice]
        var sound: [[Double]] = [[], []]
        var truth: [[CallTimeRange]] = [[], []]
        var holds: [CallTimeRange] = []
        /// The end of the last turn, in samples.
        var now = 0

        init(_ condition: Condition, seed: UInt64) {
            self.condition = condition
            generator = SeededGenerator(seed: seed)
            voices = [SyntheticVoice(seed: seed &* 2 &+ 1), SyntheticVoice(seed: seed &* 2 &+ 2)]
        }

        mutating func talk(until seconds: Double) {
            if condition.signals {
                add(
                    SyntheticSound.cadence(
                        [440, 480], on: 2, off: 4, seconds: 8, level: -22), to: 1, at: 4000)
                now = 4000 + 8 * 8000
            }
            now += Int(generator.uniform(0.5...1.5) * 8000)
            var side = 0
            var turn = 0
            while Double(now) < seconds * 8000 {
                turn += 1
                if turn == 5, condition.musicHold { hold(music: true) }
                if turn == 8, condition.silentHold { hold(music: false) }
                if turn == 4, condition.signals {
                    add(SyntheticSound.digits("4407159", level: -18), to: 1, at: now + 4000)
                    now += 4000 + 7 * 1360
                }
                speak(side)
                side = generator.chance(0.9) ? 1 - side : side
            }
            if condition.signals {
                add(
                    SyntheticSound.cadence(
                        [480, 620], on: 0.5, off: 0.5, seconds: 4, level: -24), to: 1,
                    at: now + 8000)
                now += 5 * 8000
            }
            now += 8000
        }

        private mutating func speak(_ side: Int) {
            let overlaps = condition.overlaps && generator.chance(0.2)
            let gap =
                overlaps
                ? -generator.uniform(0.2...1.2)
                : generator.chance(0.15)
                    ? generator.uniform(2...6) : generator.uniform(0.15...1.2)
            let start = max(0, now + Int(gap * 8000))
            let (speech, sounding) = voices[side].speak(seconds: generator.uniform(0.6...9))
            place(speech, sounding, side, start)
            if condition.overlaps, speech.count > 24000, generator.chance(0.4) {
                let (reply, sounds) = voices[1 - side].speak(seconds: 0.25)
                place(reply, sounds, 1 - side, start + speech.count / 2)
            }
            now = max(now, start + speech.count)
        }

        private mutating func place(
            _ speech: [Double], _ sounding: [Range<Int>], _ side: Int, _ start: Int
        ) {
            let gain = pow(10, (condition.level[side] + 20) / 20) * generator.uniform(0.8...1.25)
            add(speech.map { $0 * gain }, to: side, at: start)
            truth[side] += sounding.compactMap { range in
                CallTimeRange(
                    start: CallTime(frame: start + range.lowerBound, sampleRate: 8000),
                    end: CallTime(frame: start + range.upperBound, sampleRate: 8000))
            }
        }

        private mutating func hold(music: Bool) {
            let seconds = generator.uniform(24...35)
            let start = now + 8000
            let end = start + Int(seconds * 8000)
            if music {
                add(
                    SyntheticSound.music(seconds: seconds, level: -20, seed: generator.next()),
                    to: 0, at: start)
            }
            if let range = CallTimeRange(
                start: CallTime(frame: start, sampleRate: 8000),
                end: CallTime(frame: end, sampleRate: 8000))
            {
                holds.append(range)
            }
            now = end
        }

        private mutating func add(_ added: [Double], to side: Int, at start: Int) {
            let missing = start + added.count - sound[side].count
            if missing > 0 { sound[side] += [Double](repeating: 0, count: missing) }
            for (index, sample) in added.enumerated() { sound[side][start + index] += sample }
        }

        mutating func samples() -> [[Int16]] {
            for side in 0..<2 {
                sound[side] += [Double](repeating: 0, count: max(0, now - sound[side].count))
            }
            let count = max(sound[0].count, sound[1].count)
            for side in 0..<2 {
                sound[side] += [Double](repeating: 0, count: count - sound[side].count)
            }
            let clean = sound
            for side in 0..<2 {
                if let echo = condition.echo {
                    let gain = pow(10, echo / 20)
                    let delay = side == 0 ? 480 : 1040
                    for index in delay..<count {
                        sound[side][index] += gain * clean[1 - side][index - delay]
                    }
                }
                if let level = condition.noise[side] {
                    let noise = SyntheticSound.noise(
                        count: count, level: level, colour: condition.noiseColour,
                        seed: generator.next())
                    for index in 0..<count { sound[side][index] += noise[index] }
                }
            }
            let muLaw = condition.muLaw
            return sound.map { side in
                side.map { sample in
                    Int16(clamping: Int((muLaw ? SyntheticSound.muLaw(sample) : sample).rounded()))
                }
            }
        }
    }
}

extension SyntheticCall {
    /// The conditions that the detector is measured under.
    static let conditions: [Condition] = [
        Condition(name: "digital zero"),
        Condition(name: "noise -70", noise: [-70, -70]),
        Condition(name: "noise -55", noise: [-55, -58]),
        Condition(name: "noise -44", noise: [-44, -44]),
        Condition(name: "noise -44, zero", noise: [-44, nil], noiseColour: 0.8),
        Condition(name: "mu-law", muLaw: true),
        Condition(name: "soft, mu-law", noise: [-62, -60], level: [-30, -32], muLaw: true),
        Condition(name: "unequal", noise: [-65, -60], level: [-16, -30]),
        Condition(name: "echo -38", noise: [-66, -70], echo: -38),
        Condition(
            name: "echo -38, zero, mu-law", level: [-18, -24], echo: -38, muLaw: true),
        Condition(
            name: "holds", noise: [-60, -64], musicHold: true, silentHold: true, muLaw: true),
        Condition(
            name: "holds, zero, echo", echo: -38, musicHold: true, silentHold: true),
        Condition(name: "signals", noise: [-60, -60], signals: true, muLaw: true),
        Condition(
            name: "all at once", noise: [-44, -50], echo: -38, musicHold: true,
            silentHold: true, signals: true, muLaw: true),
    ]
}
