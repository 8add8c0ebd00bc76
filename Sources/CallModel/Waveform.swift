/// The smallest and largest sample of each stretch of a recording, per channel: what a screen draws.
public struct Waveform: Sendable, Hashable {
    /// Frames a second of the recording, in hertz.
    public let sampleRate: Int
    /// Frames in one point, > 0.
    public let framesPerPoint: Int
    /// One channel or two.
    public let channelCount: Int
    /// For each point and each channel of it the minimum, then the maximum, in -32768...32767:
    /// `channelCount * 2 * pointCount` values.
    public let extremes: [Int16]

    /// A waveform of `extremes.count / (2 * channelCount)` points.
    public init(sampleRate: Int, framesPerPoint: Int, channelCount: Int, extremes: [Int16]) {
        self.sampleRate = sampleRate
        self.framesPerPoint = framesPerPoint
        self.channelCount = channelCount
        self.extremes = extremes
    }

    /// How many points it has.
    public var pointCount: Int { extremes.count / (2 * channelCount) }

    /// The smallest sample of a channel in a point.
    public func minimum(point: Int, channel: Int) -> Int16 {
        extremes[(point * channelCount + channel) * 2]
    }

    /// The largest sample of a channel in a point.
    public func maximum(point: Int, channel: Int) -> Int16 {
        extremes[(point * channelCount + channel) * 2 + 1]
    }

    /// The waveform with `factor` (> 0) points merged into one.
    public func coarser(by factor: Int) -> Waveform {
        guard factor > 1 else { return self }
        var merged: [Int16] = []
        merged.reserveCapacity((pointCount / factor + 1) * 2 * channelCount)
        for first in stride(from: 0, to: pointCount, by: factor) {
            for channel in 0..<channelCount {
                let points = first..<min(first + factor, pointCount)
                merged.append(points.lazy.map { minimum(point: $0, channel: channel) }.min() ?? 0)
                merged.append(points.lazy.map { maximum(point: $0, channel: channel) }.max() ?? 0)
            }
        }
        return Waveform(
            sampleRate: sampleRate, framesPerPoint: framesPerPoint * factor,
            channelCount: channelCount, extremes: merged)
    }
}
