import Foundation

/// A talker made of a glottal source and formants: syllables of stops, fricatives, nasals and vowels
/// with gliding pitch, in phrases with pauses, through a telephone's band.
struct SyntheticVoice {
    /// Formant frequencies of vowels, in hertz (Peterson and Barney 1952, men).
    private static let vowels: [[Double]] = [
        [270, 2290, 3010], [390, 1990, 2550], [530, 1840, 2480], [660, 1720, 2410],
        [730, 1090, 2440], [570, 840, 2410], [440, 1020, 2240], [300, 870, 2240],
        [640, 1190, 2390], [490, 1350, 1690],
    ]

    private enum Consonant: CaseIterable { case none, stop, fricative, nasal, voicedStop }

    let rate = 8000.0
    private let pitch: Double
    private let tract: Double
    private let pace: Double
    private var generator: SeededGenerator
    private var phase = 0.0
    private var previousSource = 0.0
    private var resonators = [Resonator](repeating: Resonator(), count: 4)
    private var hiss = Resonator()

    /// A talker with a pitch of 80 to 260 Hz, by seed.
    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let isHigh = generator.chance(0.5)
        pitch = isHigh ? generator.uniform(165...250) : generator.uniform(85...140)
        tract = isHigh ? generator.uniform(1.08...1.2) : generator.uniform(0.95...1.05)
        pace = generator.uniform(0.85...1.2)
        self.generator = generator
    }

    /// About `seconds` of speech at a mean level of -20 dBFS over what sounds, and where it sounds, in
    /// samples; it begins and ends with sound.
    mutating func speak(seconds: Double) -> (samples: [Double], sounding: [Range<Int>]) {
        var samples: [Double] = []
        var sounding: [Range<Int>] = []
        while Double(samples.count) < seconds * rate || sounding.isEmpty {
            if !sounding.isEmpty {
                let pause =
                    generator.chance(0.6)
                    ? generator.uniform(0.08...0.3) : generator.uniform(0.3...0.9)
                samples += [Double](repeating: 0, count: Int(pause * rate))
            }
            let start = samples.count
            phrase(syllables: Int(generator.uniform(2...9)), into: &samples)
            sounding.append(start..<samples.count)
        }
        let energy = sounding.reduce(0.0) { sum, range in
            sum + samples[range].reduce(0) { $0 + $1 * $1 }
        }
        let count = sounding.reduce(0) { $0 + $1.count }
        let gain = 3276.8 / max(1e-9, (energy / Double(count)).squareRoot())
        return (samples.map { $0 * gain }, sounding)
    }

    private mutating func phrase(syllables: Int, into samples: inout [Double]) {
        let start = samples.count
        for index in 0..<syllables {
            let place = Double(index) / Double(syllables)
            let stress = generator.uniform(0.5...1) * (1 - 0.4 * place)
            let tone = pitch * (1.12 - 0.25 * place) * generator.uniform(0.93...1.07)
            consonant(stress, tone, into: &samples)
            vowel(stress, tone, into: &samples)
            if generator.chance(0.3) { fricative(stress, 0.09, into: &samples) }
        }
        // Attack and decay of the phrase as of breath.
        let fade = Int(0.012 * rate)
        for index in 0..<min(fade, samples.count - start) {
            let share = Double(index) / Double(fade)
            samples[start + index] *= share
            samples[samples.count - 1 - index] *= share
        }
    }

    private mutating func consonant(_ stress: Double, _ tone: Double, into samples: inout [Double])
    {
        switch Consonant.allCases.randomElement(using: &generator) ?? .none {
        case .none: break
        case .stop:
            let closure = samples.isEmpty ? 0 : generator.uniform(0.03...0.08)
            samples += [Double](repeating: 0, count: Int(closure * rate))
            fricative(stress * 0.7, 0.025, into: &samples)
        case .fricative: fricative(stress, generator.uniform(0.05...0.13), into: &samples)
        case .nasal:
            voiced(
                from: [260, 1100, 2300], to: [260, 1300, 2300], seconds: 0.06, tone, tone,
                0.35 * stress, into: &samples)
        case .voicedStop:
            voiced(
                from: [200, 900, 2200], to: [250, 1200, 2300], seconds: 0.05, tone, tone,
                0.12 * stress, into: &samples)
        }
    }

    private mutating func vowel(_ stress: Double, _ tone: Double, into samples: inout [Double]) {
        let from = Self.vowels.randomElement(using: &generator) ?? Self.vowels[0]
        let to = generator.chance(0.4) ? Self.vowels.randomElement(using: &generator) ?? from : from
        voiced(
            from: from, to: to, seconds: generator.uniform(0.07...0.2) / pace, tone,
            tone * generator.uniform(0.85...1.08), stress, into: &samples)
    }

    private mutating func fricative(
        _ stress: Double, _ seconds: Double, into samples: inout [Double]
    ) {
        hiss.tune(frequency: generator.uniform(1800...3400), bandwidth: 900, rate: rate)
        let count = Int(seconds * rate)
        let level = generator.uniform(0.04...0.2) * stress
        for index in 0..<count {
            let shape = sin(Double.pi * (Double(index) + 0.5) / Double(count)).squareRoot()
            samples.append(hiss.pass(generator.normal()) * level * shape)
        }
    }

    private mutating func voiced(
        from: [Double], to: [Double], seconds: Double, _ startTone: Double, _ endTone: Double,
        _ level: Double, into samples: inout [Double]
    ) {
        let count = Int(seconds * rate)
        for index in 0..<count {
            let share = Double(index) / Double(count)
            if index % 40 == 0 {
                for formant in 0..<3 {
                    let frequency = (from[formant] + share * (to[formant] - from[formant])) * tract
                    resonators[formant].tune(
                        frequency: frequency, bandwidth: 60 + 0.05 * frequency, rate: rate)
                }
                resonators[3].tune(frequency: 3400, bandwidth: 300, rate: rate)
            }
            let tone = startTone + share * (endTone - startTone)
            phase += tone / rate * (1 + 0.01 * generator.normal())
            if phase >= 1 { phase -= 1 }
            // Rosenberg's pulse (1971), differentiated by the lips.
            let flow =
                phase < 0.4
                ? 0.5 * (1 - cos(Double.pi * phase / 0.4))
                : phase < 0.56 ? cos(Double.pi / 2 * (phase - 0.4) / 0.16) : 0
            var sample = flow - previousSource + 0.004 * generator.normal()
            previousSource = flow
            for formant in 0..<4 { sample = resonators[formant].pass(sample) }
            let shape = min(1, min(share, 1 - share) * 6 + 0.25)
            samples.append(sample * level * shape)
        }
    }

    /// A resonance of the second order, of unit gain at zero frequency (Klatt 1980).
    private struct Resonator {
        private var a = 1.0
        private var b = 0.0
        private var c = 0.0
        private var last = 0.0
        private var lastButOne = 0.0

        mutating func tune(frequency: Double, bandwidth: Double, rate: Double) {
            c = -exp(-2 * Double.pi * bandwidth / rate)
            b = 2 * exp(-Double.pi * bandwidth / rate) * cos(2 * Double.pi * frequency / rate)
            a = 1 - b - c
        }

        mutating func pass(_ sample: Double) -> Double {
            let value = a * sample + b * last + c * lastButOne
            lastButOne = last
            last = value
            return value
        }
    }
}
