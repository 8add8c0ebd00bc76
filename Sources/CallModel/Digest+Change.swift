// What moved since earlier periods.

extension Digest {
    /// Whether a pain point moved since the previous period.
    public struct Change: Sendable, Codable, Hashable {
        /// What may be said of it.
        public enum Verdict: String, Sendable, Codable {
            /// More than chance explains, and enough to matter.
            case growing, shrinking
            /// More than chance often brings, yet not enough to be sure on a page of many.
            case maybeGrowing, maybeShrinking
            /// Nothing of either.
            case noClearChange
        }

        /// What may be said of it.
        public var verdict: Verdict
        /// Its share of calls less that of the previous period, in -1...1.
        public var difference: Estimate
        /// Its share over that of the previous period; nil where it was not heard then.
        public var ratio: Double?
        /// Its share of calls in the previous period.
        public var previousShare: Estimate
        /// Calls a month that it touched in the previous period.
        public var previousCallsPerMonth: Double
        /// How often chance alone brings as large a difference, in 0...1.
        public var p: Double
        /// The same with all pain points of the page tested together.
        public var q: Double

        /// A change.
        public init(
            verdict: Verdict, difference: Estimate, ratio: Double?, previousShare: Estimate,
            previousCallsPerMonth: Double, p: Double, q: Double
        ) {
            self.verdict = verdict
            self.difference = difference
            self.ratio = ratio
            self.previousShare = previousShare
            self.previousCallsPerMonth = previousCallsPerMonth
            self.p = p
            self.q = q
        }
    }

    /// Whether a pain point rises or falls steadily over the weeks drawn.
    public struct Trend: Sendable, Codable, Hashable {
        /// Weeks listened to that it rests on, >= 4.
        public var weeks: Int
        /// By how much its share moved along the fitted line from the first to the last, -1...1.
        public var rise: Double
        /// How often chance alone brings as steady a movement, in 0...1.
        public var p: Double
        /// The same with all pain points of the page tested together.
        public var q: Double
        /// Whether it is more than chance explains, and enough to matter.
        public var isClear: Bool

        /// A trend.
        public init(weeks: Int, rise: Double, p: Double, q: Double, isClear: Bool) {
            self.weeks = weeks
            self.rise = rise
            self.p = p
            self.q = q
            self.isClear = isClear
        }
    }

    /// One week of a pain point.
    public struct WeekPoint: Sendable, Codable, Hashable {
        /// The ISO week, `2026-W47`, or the first day of any other seven.
        public var week: String
        /// Counted calls of the week; 0 in a week in which nobody listened: a gap, not a fall.
        public var counted: Int
        /// Counted calls of the week in which it was heard.
        public var calls: Int
        /// Its share of the week's calls; nil where there is no base for a range.
        public var share: Estimate?
        /// Whether what the word means changed in this week: what came before is no measure of it.
        public var startsAnew: Bool

        /// A week.
        public init(
            week: String, counted: Int, calls: Int, share: Estimate?, startsAnew: Bool = false
        ) {
            self.week = week
            self.counted = counted
            self.calls = calls
            self.share = share
            self.startsAnew = startsAnew
        }
    }

    /// How the period stands to the one before.
    public struct Comparison: Sendable, Codable, Hashable {
        /// Why two periods are not compared.
        public enum Obstacle: Sendable, Codable, Hashable {
            /// In one of them fewer than this many calls were heard.
            case tooFewCalls(fewest: Int)
            /// The call log of the period of this label has calls on so few of its days that it is
            /// no measure of the period.
            case partialLog(label: String, daysWithCalls: Int, days: Int)
            /// Other people listened: this share of the calls was heard by people of both periods.
            case otherListeners(shared: Double)
            /// It is not known of how many calls the samples were drawn.
            case unknownPopulation
        }

        /// The label of the previous period.
        public var label: String
        /// Its counted calls.
        public var counted: Int
        /// Why nothing is compared; nil where it is.
        public var obstacle: Obstacle?
        /// Calls a day in the call log, over those of the previous period; nil where either log is
        /// not whole.
        public var volumeRatio: Double?
        /// Pain points that were tested together.
        public var tested: Int

        /// A comparison.
        public init(
            label: String, counted: Int, obstacle: Obstacle? = nil, volumeRatio: Double? = nil,
            tested: Int = 0
        ) {
            self.label = label
            self.counted = counted
            self.obstacle = obstacle
            self.volumeRatio = volumeRatio
            self.tested = tested
        }

        /// Whether the number of calls moved by over a fifth, so that shares alone would mislead.
        public var leadsWithVolume: Bool {
            obstacle == nil && volumeRatio.map { $0 > 1.2 || $0 < 1 / 1.2 } ?? false
        }
    }
}
