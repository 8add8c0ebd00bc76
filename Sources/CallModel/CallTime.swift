/// A position in a call, in whole milliseconds (>= 0) from the first instant of its recording.
public struct CallTime: Hashable, Comparable, Sendable {
    /// The first instant.
    public static let zero = CallTime(milliseconds: 0)

    /// Whole milliseconds from the first instant; never negative.
    public let milliseconds: Int

    /// A position; a negative one becomes the first instant.
    public init(milliseconds: Int) {
        self.milliseconds = max(0, milliseconds)
    }

    /// The position nearest to a number of seconds; what is not finite becomes the first instant.
    public init(seconds: Double) {
        let scaled = (seconds * 1000).rounded()
        self.init(milliseconds: scaled.isFinite ? Int(min(max(scaled, 0), 1e15)) : 0)
    }

    /// The position of a frame at a sample rate (in hertz, > 0), rounded down.
    public init(frame: Int, sampleRate: Int) {
        self.init(milliseconds: frame * 1000 / sampleRate)
    }

    /// Seconds from the first instant.
    public var seconds: Double { Double(milliseconds) / 1000 }

    /// The frame at a sample rate in hertz, rounded down.
    public func frame(sampleRate: Int) -> Int { milliseconds * sampleRate / 1000 }

    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }
}

extension CallTime: Codable {
    /// Reads whole milliseconds.
    public init(from decoder: any Decoder) throws {
        self.init(milliseconds: try decoder.singleValueContainer().decode(Int.self))
    }

    /// Writes whole milliseconds.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

/// A stretch of a call that is not empty: from `start` up to, not including, `end`.
public struct CallTimeRange: Hashable, Sendable, Codable {
    /// The first instant inside.
    public let start: CallTime
    /// The first instant after.
    public let end: CallTime

    /// A range, or nil where the end does not lie after the start.
    public init?(start: CallTime, end: CallTime) {
        guard start < end else { return nil }
        self.start = start
        self.end = end
    }

    /// A range in milliseconds, or nil where the end does not lie after the start.
    public init?(milliseconds start: Int, _ end: Int) {
        self.init(start: CallTime(milliseconds: start), end: CallTime(milliseconds: end))
    }

    /// Its length in milliseconds, > 0.
    public var milliseconds: Int { end.milliseconds - start.milliseconds }
    /// Its length in seconds, > 0.
    public var seconds: Double { Double(milliseconds) / 1000 }

    /// The part that lies in both, or nil where they do not meet.
    public func intersection(_ other: CallTimeRange) -> CallTimeRange? {
        CallTimeRange(start: max(start, other.start), end: min(end, other.end))
    }

    /// Reads `start` and `end`; throws `DecodingError` where the end does not lie after the start.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let start = try container.decode(CallTime.self, forKey: .start)
        let end = try container.decode(CallTime.self, forKey: .end)
        guard let range = CallTimeRange(start: start, end: end) else {
            throw DecodingError.dataCorruptedError(
                forKey: .end, in: container, debugDescription: "the end must lie after the start")
        }
        self = range
    }

    private enum CodingKeys: String, CodingKey {
        case start, end
    }
}

extension [CallTimeRange] {
    /// The same instants as the fewest ranges, in order; ranges that touch become one.
    public func union() -> [CallTimeRange] {
        var merged: [CallTimeRange] = []
        for range in sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
            if let last = merged.last, range.start <= last.end {
                if range.end > last.end,
                    let joined = CallTimeRange(start: last.start, end: range.end)
                {
                    merged[merged.count - 1] = joined
                }
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    /// The sum of the lengths, in milliseconds; instants in two ranges count twice.
    public var totalMilliseconds: Int { reduce(0) { $0 + $1.milliseconds } }
}
