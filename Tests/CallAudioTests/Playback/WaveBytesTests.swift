import CallAudio
import Foundation
import Synchronization
import Testing

@Suite("A sound as the bytes of a WAV file")
struct WaveBytesTests {
    /// A sound in memory, of which so many frames are ready.
    private final class Samples: SeekableSound {
        let sampleRate = 8000
        let channelCount: Int
        let samples: [Int16]
        let ready: Mutex<Int>

        init(frames: Int, channelCount: Int, seed: UInt64, ready: Int? = nil) {
            var random = SeededGenerator(seed: seed)
            samples = (0..<(frames * channelCount)).map { _ in
                Int16.random(in: .min ... .max, using: &random)
            }
            self.channelCount = channelCount
            self.ready = Mutex(ready ?? frames)
        }

        var frameCount: Int? { samples.count / channelCount }
        var readyFrameCount: Int { ready.withLock(\.self) }

        func read(
            at frame: Int, into buffer: UnsafeMutableBufferPointer<Int16>
        ) throws(AudioError) -> Int {
            let count = max(0, min(readyFrameCount - frame, buffer.count / channelCount))
            for index in 0..<(count * channelCount) {
                buffer[index] = samples[frame * channelCount + index]
            }
            return count
        }
    }

    private func bytes(_ wave: WaveBytes, _ range: Range<Int>) throws -> [UInt8] {
        // One byte in front, so that the buffer begins at an odd address every other time.
        let shift = range.lowerBound % 2
        return try [UInt8](unsafeUninitializedCapacity: range.count + shift) { buffer, count in
            let target = UnsafeMutableRawBufferPointer(
                rebasing: UnsafeMutableRawBufferPointer(buffer)[shift...])
            count = try wave.read(at: range.lowerBound, into: target) + shift
            buffer[0..<shift].initialize(repeating: 0)
        }.dropFirst(shift).map(\.self)
    }

    @Test("the header says what follows, and the samples follow", arguments: [1, 2])
    func whole(channels: Int) throws {
        let sound = Samples(frames: 1000, channelCount: channels, seed: 1)
        let wave = WaveBytes(sound, frameCount: 1000)
        let all = try bytes(wave, 0..<wave.byteCount)
        #expect(all.count == 44 + 1000 * channels * 2)
        #expect(String(decoding: all[0..<4], as: UTF8.self) == "RIFF")
        #expect(String(decoding: all[8..<16], as: UTF8.self) == "WAVEfmt ")
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).wav")
        try Data(all).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let read = try CallSound(CallSource(path: file.path))
        #expect(read.frameCount == 1000)
        #expect(read.channelCount == channels)
        #expect(read.sampleRate == 8000)
        let samples = try [Int16](unsafeUninitializedCapacity: 1000 * channels) { buffer, count in
            count = try read.read(at: 0, into: buffer) * channels
        }
        #expect(samples == sound.samples)
    }

    @Test("any range is that part of the whole")
    func ranges() throws {
        var random = SeededGenerator(seed: 7)
        for channels in [1, 2] {
            let sound = Samples(frames: 9000, channelCount: channels, seed: 3)
            let wave = WaveBytes(sound, frameCount: 9000)
            let all = try bytes(wave, 0..<wave.byteCount)
            for _ in 0..<300 {
                let start = Int.random(in: 0...(wave.byteCount), using: &random)
                let end = Int.random(in: start...wave.byteCount, using: &random)
                #expect(try bytes(wave, start..<end) == Array(all[start..<end]))
            }
            #expect(try bytes(wave, wave.byteCount..<(wave.byteCount + 10)).isEmpty)
        }
    }

    @Test("what is not decoded yet is not given, and the length is known all the same")
    func notReady() throws {
        let sound = Samples(frames: 500, channelCount: 2, seed: 5, ready: 100)
        let wave = WaveBytes(sound, frameCount: 500)
        #expect(wave.byteCount == 44 + 2000)
        #expect(wave.readyByteCount == 44 + 400)
        #expect(try bytes(wave, 0..<wave.byteCount).count == 44 + 400)
        #expect(try bytes(wave, 600..<700).isEmpty)
        sound.ready.withLock { $0 = 500 }
        #expect(try bytes(wave, 600..<700).count == 100)
    }

    @Test("a header has no size beyond the largest that fits")
    func large() throws {
        let sound = Samples(frames: 10, channelCount: 2, seed: 5)
        let wave = WaveBytes(sound, frameCount: 2_000_000_000)
        let header = try bytes(wave, 0..<44)
        #expect(header[4..<8].allSatisfy { $0 == 0xFF })
        #expect(header[40..<44].allSatisfy { $0 == 0xFF })
        #expect(wave.byteCount == 8_000_000_044)
    }
}
