import CallAudio
import Testing

/// Holds what a sound gives against the samples that it must give.
struct SoundProbe {
    let sound: any SeekableSound
    let samples: [Int16]

    init(_ sound: any SeekableSound, _ samples: [Int16]) {
        self.sound = sound
        self.samples = samples
    }

    func read(_ frame: Int, _ count: Int) throws -> [Int16] {
        var buffer = [Int16](repeating: -1, count: count * sound.channelCount)
        let got = try buffer.withUnsafeMutableBufferPointer { try sound.read(at: frame, into: $0) }
        return Array(buffer.prefix(got * sound.channelCount))
    }

    private func expected(_ frame: Int, _ count: Int) -> [Int16] {
        let channels = sound.channelCount
        if frame < 0 { return [] }
        return Array(samples.dropFirst(frame * channels).prefix(count * channels))
    }

    /// The frame of the first difference in a reading; nil where there is none.
    private func difference(_ frame: Int, _ count: Int) throws -> Int? {
        let (got, wanted) = (try read(frame, count), expected(frame, count))
        if got == wanted { return nil }
        let common = zip(got, wanted).prefix { $0 == $1 }.count
        return frame + common / sound.channelCount
    }

    /// Reads at the edges, around the ends of blocks, and at random, in an order that jumps about.
    func checkSeeks(seed: UInt64, count: Int = 60) throws {
        let length = samples.count / sound.channelCount
        var chance = SeededGenerator(seed: seed)
        var reads: [(frame: Int, count: Int)] = [
            (0, 1), (0, 700), (length - 1, 1), (length - 1, 50), (length, 10), (length + 5000, 10),
            (0, length + 10), (-5, 10),
        ]
        for edge in [160, 320, 505, 1017, 4096, 8192, 16_384] where edge < length {
            reads += [(edge - 1, 3), (edge, 2), (edge + 1, 1)]
        }
        for _ in 0..<count {
            reads.append(
                (
                    Int.random(in: 0..<max(1, length), using: &chance),
                    Int.random(in: 1...3000, using: &chance)
                ))
        }
        var wrong: [String] = []
        for (frame, count) in reads.shuffled(using: &chance) {
            if let place = try difference(frame, count) {
                wrong.append("\(count) frames at \(frame) differ from \(place) on")
            }
        }
        #expect(wrong == [])
    }
}
