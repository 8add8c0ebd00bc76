/// What was heard week by week. It holds numbers and facts, no wording.
public struct WeekReport: Sendable, Codable, Hashable {
    /// One week.
    public struct Week: Sendable, Codable, Hashable {
        /// The week.
        public var period: Period
        /// Its calls in the call log; nil where the log does not say.
        public var population: Int?
        /// Those that were heard and that a draw had picked.
        public var counted: Int

        /// A week.
        public init(period: Period, population: Int?, counted: Int) {
            self.period = period
            self.population = population
            self.counted = counted
        }
    }

    /// One pain point.
    public struct Line: Sendable, Codable, Hashable {
        /// Its key.
        public var key: String
        /// Its name for people.
        public var label: String
        /// What was heard of it, a point for each of ``WeekReport/weeks``.
        public var points: [Digest.WeekPoint]
        /// Different callers of each week's counted calls with it; unknown ones count each.
        public var callers: [Int]

        /// A pain point.
        public init(key: String, label: String, points: [Digest.WeekPoint], callers: [Int]) {
            self.key = key
            self.label = label
            self.points = points
            self.callers = callers
        }

        /// Counted calls in which it was heard, over all weeks.
        public var calls: Int { points.reduce(0) { $0 + $1.calls } }
    }

    /// How many weeks a report can be of.
    public static let counts = 1...520
    /// How many it is of where nobody says: a quarter of a year.
    public static let usualCount = 13

    /// The scope.
    public var scope: Scope
    /// The level of every range.
    public var level: Double
    /// The weeks, the oldest first.
    public var weeks: [Week]
    /// The pain points heard in any of them: those heard in the most calls first, then by key.
    public var lines: [Line]

    /// A report.
    public init(scope: Scope, level: Double, weeks: [Week], lines: [Line]) {
        self.scope = scope
        self.level = level
        self.weeks = weeks
        self.lines = lines
    }
}
