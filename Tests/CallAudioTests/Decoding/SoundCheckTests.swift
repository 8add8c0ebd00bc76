import CallModel
import Testing

@testable import CallAudio

@Suite("Silence and clipping")
struct SoundCheckTests {
    private func flaws(_ samples: [Int16], _ codecs: [AudioCodec], block: Int = 1000) -> Set<
        RecordingFlaw
    > {
        var check = SoundCheck(codecs: codecs)
        samples.withUnsafeBufferPointer { all in
            for start in stride(from: 0, to: all.count, by: block * codecs.count) {
                let end = min(start + block * codecs.count, all.count)
                check.consume(
                    SampleBlock(
                        samples: UnsafeBufferPointer(rebasing: all[start..<end]),
                        channelCount: codecs.count))
            }
        }
        return check.flaws
    }

    @Test("of companded and 8-bit silence are silence")
    func silence() {
        #expect(flaws((0..<999).map { $0 % 2 == 0 ? 8 : -8 }, [.aLaw]) == [.silent])
        #expect(flaws((0..<999).map { $0 % 3 == 0 ? -256 : 0 }, [.pcm8]) == [.silent])
        #expect(flaws((0..<999).map { $0 % 3 == 0 ? -256 : 0 }, [.pcm16]) == [])
        #expect(flaws([], [.pcm16]) == [])
    }

    @Test(
        "see one sound anywhere, whatever the length of the last block",
        arguments: [2, 15, 16, 17, 501])
    func lastSample(_ count: Int) {
        var samples = [Int16](repeating: 0, count: 2 * count)
        samples[2 * count - 1] = 5000
        #expect(flaws(samples, [.pcm16, .pcm16], block: 7) == [.firstChannelSilent])
        samples[2 * count - 2] = -5000
        #expect(flaws(samples, [.pcm16, .pcm16]) == [])
    }

    @Test("count runs of three at full scale, over the edges of blocks, by the codec's full scale")
    func clipping() {
        var samples = SampleSounds.voice(frames: 30_000)
        #expect(flaws(samples, [.pcm16]) == [])
        for index in [100, 101, 5000, 5001] { samples[index] = 32767 }
        #expect(flaws(samples, [.pcm16]) == [])
        for index in [999, 1000, 1001] { samples[index] = -32767 }
        #expect(flaws(samples, [.pcm16]) == [.clipped])
        let limited = samples.map { abs(Int($0)) == 32767 ? Int16($0.signum()) * 32124 : $0 }
        #expect(flaws(limited, [.muLaw]) == [.clipped])
        #expect(flaws(limited, [.pcm16]) == [])
        let rare = samples + SampleSounds.voice(frames: 10_000)
        #expect(flaws(rare, [.pcm16]) == [])
    }
}
