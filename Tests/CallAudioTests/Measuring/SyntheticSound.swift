import Foundation

/// What else is heard on a telephone line, at 8 kHz, full scale being 32768.
enum SyntheticSound {
    static let rate = 8000.0

    /// Sines of equal strength with a joint level in dBFS (the mean power of a full-scale square wave
    /// is 0 dBFS).
    static func tones(_ frequencies: [Double], seconds: Double, level: Double) -> [Double] {
        let power = pow(10, level / 10) * 32768 * 32768
        let amplitude = (2 * power / Double(frequencies.count)).squareRoot()
        return (0..<Int(seconds * rate)).map { index in
            frequencies.reduce(0.0) {
                $0 + amplitude * sin(2 * Double.pi * $1 * Double(index) / rate)
            }
        }
    }

    /// Tones that come and go.
    static func cadence(
        _ frequencies: [Double], on: Double, off: Double, seconds: Double, level: Double
    ) -> [Double] {
        let sound = tones(frequencies, seconds: seconds, level: level)
        let period = on + off
        return sound.enumerated().map { index, sample in
            (Double(index) / rate).truncatingRemainder(dividingBy: period) < on ? sample : 0
        }
    }

    /// A number dialled by keys of 90 ms with gaps of 80 ms (ITU-T Q.23).
    static func digits(_ digits: String, level: Double) -> [Double] {
        let rows = [697.0, 770, 852, 941]
        let columns = [1209.0, 1336, 1477]
        let keys: [Character] = Array("123456789*0#")
        return digits.flatMap { digit -> [Double] in
            let key = keys.firstIndex(of: digit) ?? 10
            return tones([rows[key / 3], columns[key % 3]], seconds: 0.09, level: level)
                + [Double](repeating: 0, count: Int(0.08 * rate))
        }
    }

    /// A tune over chords with a drum, at a mean level in dBFS.
    static func music(seconds: Double, level: Double, seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        let count = Int(seconds * rate)
        var sound = [Double](repeating: 0, count: count)
        let beat = generator.uniform(0.28...0.45)
        let root = generator.uniform(180...260)
        let chords = [[0, 4, 7], [5, 9, 12], [7, 11, 14], [9, 12, 16]]
        let scale = [0, 2, 4, 5, 7, 9, 11, 12, 14]
        func play(_ note: Int, at start: Double, for length: Double, _ strength: Double) {
            let frequency = root * pow(2, Double(note) / 12)
            let first = Int(start * rate)
            for index in 0..<Int(length * rate) where first + index < count {
                let time = Double(index) / rate
                let shape = min(1, time / 0.01) * exp(-time / length) * strength
                for harmonic in 1...4 where frequency * Double(harmonic) < 3600 {
                    sound[first + index] +=
                        shape * sin(2 * Double.pi * frequency * Double(harmonic) * time)
                        / Double(harmonic * harmonic)
                }
            }
        }
        var time = 0.0
        var step = 0
        while time < seconds {
            if step % 4 == 0 {
                let chord = chords[(step / 4) % chords.count]
                for note in chord { play(note, at: time, for: beat * 4.2, 0.5) }
            }
            if generator.chance(0.75) {
                play(
                    12 + (scale.randomElement(using: &generator) ?? 0), at: time,
                    for: beat * (generator.chance(0.3) ? 2 : 1), 0.8)
            }
            if step % 2 == 1 {
                let first = Int(time * rate)
                for index in 0..<Int(0.05 * rate) where first + index < count {
                    sound[first + index] +=
                        0.5 * generator.normal() * exp(-Double(index) / rate / 0.012)
                }
            }
            time += beat
            step += 1
        }
        let power = sound.reduce(0) { $0 + $1 * $1 } / Double(max(1, count))
        let gain = pow(10, level / 20) * 32768 / max(1e-9, power.squareRoot())
        return sound.map { $0 * gain }
    }

    /// Noise at a level in dBFS; `colour` in 0..<1 is how far its power leans to low frequencies.
    static func noise(count: Int, level: Double, colour: Double, seed: UInt64) -> [Double] {
        var generator = SeededGenerator(seed: seed)
        let gain = pow(10, level / 20) * 32768 * (1 - colour * colour).squareRoot()
        var last = 0.0
        return (0..<count).map { _ in
            last = colour * last + generator.normal()
            return last * gain
        }
    }

    /// A sample after ITU-T G.711 mu-law and back.
    static func muLaw(_ sample: Double) -> Double {
        let magnitude = min(abs(sample), 32635) + 132
        let exponent = floor(log2(magnitude)) - 7
        let step = pow(2, exponent + 3)
        let decoded = (floor(magnitude / step) + 0.5) * step - 132
        return sample < 0 ? -decoded : decoded
    }
}
