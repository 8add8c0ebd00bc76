/// What a device takes.
struct DeviceFormat: Sendable, Hashable {
    /// How a sample is written.
    enum Coding: String, Sendable, CaseIterable {
        case int16, int32, float32
        /// 24 bits in the low three bytes of four.
        case int24
        /// 24 bits in three bytes.
        case int24Packed

        /// Bytes of a sample.
        var byteCount: Int {
            switch self {
            case .int16: 2
            case .int24Packed: 3
            case .int32, .float32, .int24: 4
            }
        }
    }

    /// How a sample is written, least significant byte first.
    var coding: Coding
    /// Frames a second, in hertz.
    var rate: Int
    /// Samples in a frame, > 0.
    var channelCount: Int
    /// Frames that the device holds.
    var bufferFrames: Int
    /// Frames after which the device asks for more.
    var periodFrames: Int

    /// Bytes of a frame.
    var frameBytes: Int { coding.byteCount * channelCount }

    /// Rates to ask a device for, best first: the recording's, then its multiples, which are resampled
    /// with the least loss. `rate` is in hertz.
    static func wantedRates(for rate: Int) -> [Int] { (1...12).map { $0 * rate } }

    /// Channel counts to ask a device for, best first.
    static func wantedChannelCounts(for channelCount: Int) -> [Int] {
        channelCount == 1 ? [1, 2] : [2, 1]
    }
}
