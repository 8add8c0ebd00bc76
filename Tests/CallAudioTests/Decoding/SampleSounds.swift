/// Sounds for tests, made from a seed: the same on every machine.
enum SampleSounds {
    /// A generator of numbers that is good enough for noise (SplitMix64).
    struct Noise: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    /// A slow sweep with noise on it, channels beside one another and different.
    static func voice(frames: Int, channels: Int = 1, seed: UInt64 = 1, peak: Int = 12_000)
        -> [Int16]
    {
        var noise = Noise(state: seed)
        var phases = [Int](repeating: 0, count: channels)
        var samples: [Int16] = []
        samples.reserveCapacity(frames * channels)
        for frame in 0..<frames {
            for channel in 0..<channels {
                phases[channel] = (phases[channel] + 40 + frame % 200 + 13 * channel) % 1600
                let triangle = abs(phases[channel] - 800) * 2 - 800
                samples.append(
                    Int16(
                        triangle * peak * 9 / 8000
                            + Int.random(in: -peak / 10...peak / 10, using: &noise)))
            }
        }
        return samples
    }
}

/// Little-endian bytes for headers written by hand.
extension [UInt8] {
    init(_ text: String) { self = Array(text.utf8) }

    static func little(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    static func chunk(_ id: String, _ body: [UInt8], size: Int? = nil) -> [UInt8] {
        [UInt8](id) + little(size ?? body.count, 4) + body + (body.count % 2 == 0 ? [] : [0])
    }

    /// A `fmt ` chunk's body.
    static func format(
        tag: Int, channels: Int = 1, rate: Int = 8000, block: Int, bits: Int, extra: [UInt8] = []
    ) -> [UInt8] {
        little(tag, 2) + little(channels, 2) + little(rate, 4) + little(rate * block, 4)
            + little(block, 2) + little(bits, 2) + extra
    }

    static func riff(_ chunks: [UInt8]...) -> [UInt8] {
        let body = chunks.flatMap { $0 }
        return [UInt8]("RIFF") + little(body.count + 4, 4) + [UInt8]("WAVE") + body
    }
}

/// 16-bit samples as little-endian bytes.
func bytes(_ samples: [Int16]) -> [UInt8] {
    samples.flatMap { [UInt8].little(Int($0), 2) }
}
