public import CallModel

/// Takes the ``Waveform`` of a recording in its finest zoom, in one pass; coarser ones come from
/// `Waveform.coarser(by:)`.
///
/// Memory: the waveform, 8 bytes a point and channel pair (9 MB for ten hours of two sides at 32 ms).
public struct WaveformMeter: SampleConsumer {
    private let sampleRate: Int
    private let channelCount: Int
    private let framesPerPoint: Int
    private var extremes: [Int16] = []
    /// Frames of the point that is being gathered.
    private var gathered = 0
    /// Minimum and maximum of each channel of that point.
    private var low: [Int16]
    private var high: [Int16]

    /// The finest zoom that is worth storing: 32 ms a point, 256 frames at 8 kHz.
    public static func defaultFramesPerPoint(sampleRate: Int) -> Int {
        max(1, sampleRate * 32 / 1000)
    }

    /// A meter for a recording at a sample rate in hertz with one channel or two; `framesPerPoint`
    /// (> 0) frames make a point, by default those of 32 ms.
    public init(sampleRate: Int, channelCount: Int, framesPerPoint: Int? = nil) {
        self.sampleRate = sampleRate
        self.channelCount = channelCount
        self.framesPerPoint =
            max(1, framesPerPoint ?? Self.defaultFramesPerPoint(sampleRate: sampleRate))
        low = [Int16](repeating: .max, count: channelCount)
        high = [Int16](repeating: .min, count: channelCount)
    }

    /// Eats the next block, of as many channels as the meter was made for.
    public mutating func consume(_ block: SampleBlock) {
        precondition(block.channelCount == channelCount, "a block must have the meter's channels")
        guard let base = block.samples.baseAddress else { return }
        var taken = 0
        while taken < block.frameCount {
            let count = min(framesPerPoint - gathered, block.frameCount - taken)
            let start = base + taken * channelCount
            if channelCount == 2 {
                gatherPairs(start, count)
            } else {
                let (least, most) = SampleSums.extremes(start, count)
                low[0] = min(low[0], least)
                high[0] = max(high[0], most)
            }
            taken += count
            gathered += count
            if gathered == framesPerPoint { closePoint() }
        }
    }

    /// The waveform of all that was eaten; the last point may hold fewer frames.
    public mutating func finish() -> Waveform {
        if gathered > 0 { closePoint() }
        return Waveform(
            sampleRate: sampleRate, framesPerPoint: framesPerPoint, channelCount: channelCount,
            extremes: extremes)
    }

    private mutating func closePoint() {
        for channel in 0..<channelCount {
            extremes.append(low[channel])
            extremes.append(high[channel])
            low[channel] = .max
            high[channel] = .min
        }
        gathered = 0
    }

    /// Frames of two channels lie in turn in the vector, so its even lanes are the first channel and
    /// nothing needs to be taken apart.
    private mutating func gatherPairs(_ start: UnsafePointer<Int16>, _ count: Int) {
        var least = SIMD8<Int16>(repeating: .max)
        var most = SIMD8<Int16>(repeating: .min)
        let bytes = UnsafeRawPointer(start)
        let vectors = count / 8 * 2
        var index = 0
        while index < vectors {
            let one = bytes.loadUnaligned(fromByteOffset: 16 &* index, as: SIMD8<Int16>.self)
            let two = bytes.loadUnaligned(
                fromByteOffset: 16 &* index &+ 16, as: SIMD8<Int16>.self)
            least = pointwiseMin(least, pointwiseMin(one, two))
            most = pointwiseMax(most, pointwiseMax(one, two))
            index &+= 2
        }
        low[0] = min(low[0], least.evenHalf.min())
        low[1] = min(low[1], least.oddHalf.min())
        high[0] = max(high[0], most.evenHalf.max())
        high[1] = max(high[1], most.oddHalf.max())
        for index in 4 * vectors..<count {
            for channel in 0..<2 {
                let sample = start[2 * index + channel]
                low[channel] = min(low[channel], sample)
                high[channel] = max(high[channel], sample)
            }
        }
    }
}
