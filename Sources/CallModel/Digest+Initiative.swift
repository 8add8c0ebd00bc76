// Whether the fixes work, and what others would be worth.

extension Digest {
    /// The fixes that are to make a pain point rarer, but those that were given up.
    public func fixes(of finding: Finding) -> [InitiativeStanding] {
        initiatives.filter {
            $0.initiative.droppedBecause == nil
                && $0.initiative.plan.painPoints.contains(finding.key)
        }
    }

    /// The days on both sides of a fix.
    public struct Days: Sendable, Codable, Hashable {
        /// Those before it shipped.
        public var before: Period
        /// Those after it settled, as many.
        public var after: Period

        /// Days.
        public init(before: Period, after: Period) {
            self.before = before
            self.after = after
        }
    }

    /// What came of one fix.
    public struct Outcome: Sendable, Codable, Hashable {
        /// What may be said of it, going by the range of the difference alone.
        public enum Verdict: Sendable, Codable, Hashable {
            /// All of the range lies below nought: it hurts less.
            case worked
            /// All of it lies above.
            case rose
            /// It holds nought and is no wider than what was hoped for.
            case noChange
            /// It holds nought and much else: so many more calls must be heard after it shipped.
            case cannotTell(more: Int)
            /// The two stretches cannot be compared.
            case notCompared(Comparison.Obstacle)
            /// What a word means changed between them.
            case redefined
        }

        /// What may be said.
        public var verdict: Verdict
        /// The days before it shipped, and as many after it settled; nil where they are not told.
        public var days: Days?
        /// Counted calls of the days before it shipped, and of those after it settled.
        public var countedBefore: Int
        /// Counted calls after it settled.
        public var countedAfter: Int
        /// Share of calls before; nil where there is no base for a range.
        public var before: Estimate?
        /// Share of calls after.
        public var after: Estimate?
        /// The difference, after less before.
        public var difference: Estimate?
        /// A pain point that no fix touches, by its name, and how that moved meanwhile; nil where
        /// there is none.
        public var untouched: String?
        /// Its key.
        public var untouchedKey: String?
        /// The difference of the untouched one.
        public var untouchedDifference: Estimate?
        /// Where the weeks were heading on both sides; nil where either has too few of them.
        public var course: Course?

        /// Whether it may be celebrated: it hurts less, and not because it was falling anyway.
        public var isVerifiedWin: Bool {
            guard verdict == .worked else { return false }
            return course.map { $0.slopeBefore.high >= 0 || $0.step.high < 0 } ?? true
        }

        /// An outcome.
        public init(
            verdict: Verdict, countedBefore: Int, countedAfter: Int, before: Estimate? = nil,
            after: Estimate? = nil, difference: Estimate? = nil, untouched: String? = nil,
            untouchedDifference: Estimate? = nil
        ) {
            self.verdict = verdict
            self.countedBefore = countedBefore
            self.countedAfter = countedAfter
            self.before = before
            self.after = after
            self.difference = difference
            self.untouched = untouched
            self.untouchedDifference = untouchedDifference
        }
    }

    /// The weeks on both sides of a fix, with a straight line through each: whether they were moving
    /// already, and whether there is a step where the fix shipped.
    public struct Course: Sendable, Codable, Hashable {
        /// The weeks before it shipped and after it settled, the oldest first.
        public var weeks: [WeekPoint]
        /// Those of them before it that the line goes through: weeks in which somebody listened.
        public var fittedBefore: Int
        /// The same after it.
        public var fittedAfter: Int
        /// By how much the share of calls moved in a week before.
        public var slopeBefore: Estimate
        /// By how much it moved at once.
        public var step: Estimate
        /// By how much more it moved in a week after than before.
        public var slopeChange: Estimate

        /// A course.
        public init(
            weeks: [WeekPoint], fittedBefore: Int, fittedAfter: Int, slopeBefore: Estimate,
            step: Estimate, slopeChange: Estimate
        ) {
            self.weeks = weeks
            self.fittedBefore = fittedBefore
            self.fittedAfter = fittedAfter
            self.slopeBefore = slopeBefore
            self.step = step
            self.slopeChange = slopeChange
        }
    }

    /// What a fix would be worth, going by the period.
    public struct Worth: Sendable, Codable, Hashable {
        /// Minutes that callers would lose less in a month.
        public var minutesSavedPerMonth: Estimate
        /// What it takes, in minutes of work.
        public var costMinutes: Double
        /// The probability that it pays back within half a year, in 0...1.
        public var paysBack: Double
        /// Whether it is small, likely to pay back, and pays back even at the low end.
        public var isSmallWin: Bool

        /// A worth.
        public init(
            minutesSavedPerMonth: Estimate, costMinutes: Double, paysBack: Double, isSmallWin: Bool
        ) {
            self.minutesSavedPerMonth = minutesSavedPerMonth
            self.costMinutes = costMinutes
            self.paysBack = paysBack
            self.isSmallWin = isSmallWin
        }
    }

    /// A fix on the status board.
    public struct InitiativeStanding: Sendable, Codable, Hashable {
        /// The fix.
        public var initiative: Initiative
        /// The names of its pain points.
        public var labels: [String]
        /// What came of it; nil before any day after it settled is over.
        public var outcome: Outcome?
        /// What it would be worth; nil where it shipped, or where nothing can be said.
        public var worth: Worth?

        /// A standing.
        public init(
            initiative: Initiative, labels: [String], outcome: Outcome? = nil, worth: Worth? = nil
        ) {
            self.initiative = initiative
            self.labels = labels
            self.outcome = outcome
            self.worth = worth
        }
    }
}
