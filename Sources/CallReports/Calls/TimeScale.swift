public import CallModel

/// The time of a call laid along columns.
public struct TimeScale: Sendable, Hashable {
    /// The length of the call in milliseconds, > 0.
    public let milliseconds: Int

    /// A scale; a length of 0 or less becomes a millisecond.
    public init(milliseconds: Int) {
        self.milliseconds = max(1, milliseconds)
    }

    /// The column of an instant, 0 or more, not bounded to the right.
    public func column(of time: CallTime, width: Int) -> Int {
        Int(Double(time.milliseconds) * Double(width) / Double(milliseconds))
    }

    /// The columns that a stretch covers, within `width`; at least one, empty only where it lies past
    /// the end.
    public func columns(of range: CallTimeRange, width: Int) -> Range<Int> {
        let start = min(width, column(of: range.start, width: width))
        let end = max(start + 1, column(of: range.end, width: width))
        return start..<max(start, min(width, end))
    }

    /// The start, the middle and the end, in `width` columns.
    public func axis(width: Int) -> String {
        let seconds = Double(milliseconds) / 1000
        let start = ClockText.duration(seconds: 0)
        let middle = ClockText.duration(seconds: seconds / 2)
        let end = ClockText.duration(seconds: seconds)
        let before = max(1, width / 2 - middle.count / 2 - start.count)
        let after = width - start.count - before - middle.count - end.count
        guard after >= 1 else {
            let space = String(repeating: " ", count: max(1, width - start.count - end.count))
            return start + space + end
        }
        return start + String(repeating: " ", count: before) + middle
            + String(repeating: " ", count: after) + end
    }
}
