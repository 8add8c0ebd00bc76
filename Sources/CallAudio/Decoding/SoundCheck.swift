import CallModel

/// Finds what is wrong with the sound itself, cheaply: silence and clipping of each channel.
///
/// Silent is a channel whose samples all lie within 32 of one another (16 either side: -66 dBFS), or
/// within one step of 8-bit coding. Clipped is a recording of which one sample in ten thousand of a
/// channel stands at full scale in a run of three or more.
struct SoundCheck: SampleConsumer {
    /// The extremes and runs of one channel.
    private struct Channel {
        var lowest = Int16.max
        var highest = Int16.min
        var silentSpan: Int
        var fullScale: Int
        var run = 0
        var clippedCount = 0
    }

    private var channels: [Channel]
    private var frameCount = 0

    /// A check of channels whose samples come from these codecs, in order.
    init(codecs: [AudioCodec]) {
        channels = codecs.map {
            Channel(silentSpan: $0 == .pcm8 ? 256 : 32, fullScale: $0.fullScale)
        }
    }

    mutating func consume(_ block: SampleBlock) {
        frameCount += block.frameCount
        let (lowest, highest) = Self.extremes(of: block)
        for index in channels.indices {
            channels[index].lowest = min(channels[index].lowest, lowest[index])
            channels[index].highest = max(channels[index].highest, highest[index])
            let limit = channels[index].fullScale
            if Int(highest[index]) >= limit || Int(lowest[index]) <= -limit {
                countRuns(block, channel: index)
            } else {
                channels[index].run = 0
            }
        }
    }

    /// The flaws of the sound; none where there is no sound.
    var flaws: Set<RecordingFlaw> {
        guard frameCount > 0 else { return [] }
        var flaws: Set<RecordingFlaw> = []
        let silent = channels.map { Int($0.highest) - Int($0.lowest) <= $0.silentSpan }
        if silent.allSatisfy({ $0 }) {
            flaws.insert(.silent)
        } else if silent.count == 2 {
            if silent[0] { flaws.insert(.firstChannelSilent) }
            if silent[1] { flaws.insert(.secondChannelSilent) }
        }
        // A channel stuck at full scale makes no sound: silent, not clipped.
        for (channel, isSilent) in zip(channels, silent) where !isSilent {
            if channel.clippedCount > 0, channel.clippedCount * 10_000 >= frameCount {
                flaws.insert(.clipped)
            }
        }
        return flaws
    }

    private mutating func countRuns(_ block: SampleBlock, channel index: Int) {
        let limit = channels[index].fullScale
        var run = channels[index].run
        var count = 0
        for position in stride(from: index, to: block.samples.count, by: channels.count) {
            let sample = Int(block.samples[position])
            guard sample >= limit || sample <= -limit else {
                run = 0
                continue
            }
            run += 1
            // The third sample makes a run of the two before it.
            count += run == 3 ? 3 : run > 3 ? 1 : 0
        }
        channels[index].run = run
        channels[index].clippedCount += count
    }

    /// The smallest and largest sample of each channel. Sixteen at a time: even lanes are the first
    /// of two channels, odd lanes the second.
    private static func extremes(of block: SampleBlock) -> (low: [Int16], high: [Int16]) {
        var low = SIMD16<Int16>(repeating: .max)
        var high = SIMD16<Int16>(repeating: .min)
        let samples = UnsafeRawBufferPointer(block.samples)
        let whole = block.samples.count & ~15
        for offset in stride(from: 0, to: whole * 2, by: 32) {
            let lanes = samples.loadUnaligned(fromByteOffset: offset, as: SIMD16<Int16>.self)
            // Masked replacing becomes one machine instruction; `pointwiseMin` does not.
            low.replace(with: lanes, where: lanes .< low)
            high.replace(with: lanes, where: lanes .> high)
        }
        for position in whole..<block.samples.count {
            low[position - whole] = min(low[position - whole], block.samples[position])
            high[position - whole] = max(high[position - whole], block.samples[position])
        }
        if block.channelCount == 1 { return ([low.min()], [high.max()]) }
        return (
            [low.evenHalf.min(), low.oddHalf.min()], [high.evenHalf.max(), high.oddHalf.max()]
        )
    }
}

extension AudioCodec {
    /// The largest magnitude that both signs of a sample of this codec reach.
    var fullScale: Int {
        switch self {
        case .muLaw: 32_124
        case .aLaw: 32_256
        case .pcm8: 32_512
        case .gsm610: 32_760
        default: 32_767
        }
    }
}
