import CallAudio
import Synchronization

/// The sound of a call in memory; how much of it is ready can be held back.
final class MemorySound: SeekableSound {
    let samples: [Int16]
    let sampleRate: Int
    let channelCount: Int
    private let ready: Mutex<Int>
    private let failsFrom: Int?

    /// Interleaved samples; of them `ready` frames can be read, nil for all; reading at `failsFrom` or
    /// later throws.
    init(
        _ samples: [Int16], channels: Int = 1, rate: Int = 8000, ready: Int? = nil,
        failsFrom: Int? = nil
    ) {
        self.samples = samples
        channelCount = channels
        sampleRate = rate
        self.ready = Mutex(ready ?? samples.count / channels)
        self.failsFrom = failsFrom
    }

    var readyFrameCount: Int { ready.withLock { $0 } }

    var frameCount: Int? {
        readyFrameCount == samples.count / channelCount ? readyFrameCount : nil
    }

    func makeReady(_ frames: Int? = nil) {
        ready.withLock { $0 = frames ?? samples.count / channelCount }
    }

    func read(
        at frame: Int, into buffer: UnsafeMutableBufferPointer<Int16>
    ) throws(AudioError) -> Int {
        if let failsFrom, frame >= failsFrom {
            throw AudioError(kind: .unreadable, path: "call.wav", sentence: "The disk is gone.")
        }
        let count = max(0, min(buffer.count / channelCount, readyFrameCount - frame))
        for index in 0..<(count * channelCount) {
            buffer[index] = samples[frame * channelCount + index]
        }
        return count
    }
}

extension MemorySound {
    /// Noise of all values, so that any frame is told from its neighbours.
    static func noise(
        seconds: Double, channels: Int = 1, rate: Int = 8000, seed: UInt64 = 1,
        amplitude: Int = 32767
    ) -> [Int16] {
        var generator = SeededGenerator(seed: seed)
        return (0..<(Int(seconds * Double(rate)) * channels)).map { _ in
            Int16(truncatingIfNeeded: Int.random(in: -amplitude - 1...amplitude, using: &generator))
        }
    }
}
