/// Ranges of frames that are found in order; near ones become one.
struct FrameRanges: Sendable {
    /// Frames between two ranges that still become one.
    private let gap: Int
    /// What was found, in order, apart from one another by more than the gap.
    private(set) var ranges: [Range<Int>] = []

    /// No range yet.
    init(gap: Int) { self.gap = gap }

    /// Adds a range that begins no earlier than those before.
    mutating func append(_ range: Range<Int>) {
        if let last = ranges.last, range.lowerBound - last.upperBound <= gap {
            ranges[ranges.count - 1] =
                last.lowerBound..<max(last.upperBound, range.upperBound)
        } else {
            ranges.append(range)
        }
    }
}
