public import CallModel

/// A stretch of a call that left the loudspeaker, and how fast.
public struct HeardStretch: Sendable, Hashable {
    /// When in the call.
    public let range: CallTimeRange
    /// The speed, 0.5...3.
    public let speed: Double

    /// A stretch.
    public init(range: CallTimeRange, speed: Double) {
        self.range = range
        self.speed = speed
    }
}
