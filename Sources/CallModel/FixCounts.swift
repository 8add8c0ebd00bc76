/// What was counted on one side of a fix: in the days before it shipped, or in those after it settled.
public struct FixCounts: Sendable, Codable, Hashable {
    /// The key under which the pain points of the fix are counted as one.
    public static let joint = "\u{1}"

    /// Seven days.
    public struct Week: Sendable, Codable, Hashable {
        /// The first of them.
        public var start: CalendarDay
        /// Counted calls.
        public var counted: Int
        /// Those of them in which any of the pain points was heard.
        public var calls: Int
        /// Their share as a sample of causes; nil where fewer than two calls were counted.
        public var share: PeriodCounts.Share?

        /// Seven days.
        public init(
            start: CalendarDay, counted: Int, calls: Int, share: PeriodCounts.Share?
        ) {
            self.start = start
            self.counted = counted
            self.calls = calls
            self.share = share
        }
    }

    /// The counts: the pain points of the fix together under ``joint``, each other one under its key.
    public var counts: PeriodCounts
    /// The whole weeks next to the fix, the oldest first: before it shipped the last of them ends with
    /// the days counted, after it settled the first begins with them.
    public var weeks: [Week]

    /// Counts.
    public init(counts: PeriodCounts, weeks: [Week]) {
        self.counts = counts
        self.weeks = weeks
    }
}
