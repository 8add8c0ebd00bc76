import CallAudio
import CallModel

/// Hands samples to meters in blocks, as a decoder would.
enum Listening {
    /// Lends samples in blocks of the given sizes (in frames), again and again.
    static func feed(
        _ samples: [Int16], channels: Int, blocks: [Int] = [4096],
        to consume: (SampleBlock) -> Void
    ) {
        samples.withUnsafeBufferPointer { samples in
            var start = 0
            var turn = 0
            while start < samples.count {
                let end = min(samples.count, start + blocks[turn % blocks.count] * channels)
                consume(
                    SampleBlock(
                        samples: UnsafeBufferPointer(rebasing: samples[start..<end]),
                        channelCount: channels))
                start = end
                turn += 1
            }
        }
    }

    /// The profile of samples.
    static func profile(
        _ samples: [Int16], rate: Int = 8000, layout: ChannelLayout, blocks: [Int] = [4096],
        recordedHolds: [CallTimeRange]? = nil
    ) -> Profile {
        var meter = ProfileMeter(
            sampleRate: rate, layout: layout, recordedHolds: recordedHolds)
        feed(samples, channels: layout.channelCount, blocks: blocks) { meter.consume($0) }
        return meter.finish()
    }

    /// The samples of one channel as 16 bits.
    static func rounded(_ samples: [Double]) -> [Int16] {
        samples.map { Int16(clamping: Int($0.rounded())) }
    }
}
