internal import CallModel

/// Stretches of a call, each instant once, in order and never touching.
///
/// Inserting costs a binary search and the shift of what follows, because a player reports some
/// seconds at a time, thousands of times in a sitting, and mostly at the end.
struct HeardRanges: Sendable, Equatable {
    /// The stretches.
    private(set) var ranges: [CallTimeRange] = []

    /// Adds a stretch; what was heard before is not heard twice, and what touches becomes one.
    mutating func insert(_ range: CallTimeRange) {
        let first = ranges.firstIndex(after: { $0.end < range.start })
        let last = ranges.firstIndex(after: { $0.start <= range.end })
        guard first < last else {
            ranges.insert(range, at: first)
            return
        }
        let start = min(range.start, ranges[first].start)
        let end = max(range.end, ranges[last - 1].end)
        guard let joined = CallTimeRange(start: start, end: end) else { return }
        ranges.replaceSubrange(first..<last, with: CollectionOfOne(joined))
    }
}

extension [CallTimeRange] {
    /// The first index at which a condition no longer holds, where it holds for a prefix.
    fileprivate func firstIndex(after holds: (CallTimeRange) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
