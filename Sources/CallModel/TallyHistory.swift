public import Foundation

/// What came before a tally: the periods that it is compared with, in the same scope.
public struct TallyHistory: Sendable, Hashable {
    /// A version of the taxonomy with the instant from which it was in use.
    public struct DatedTaxonomy: Sendable, Hashable {
        /// The words.
        public var taxonomy: Taxonomy
        /// From when.
        public var from: Date

        /// A dated version.
        public init(taxonomy: Taxonomy, from: Date) {
            self.taxonomy = taxonomy
            self.from = from
        }
    }

    /// A fix with what was counted on both sides of it.
    public struct FixHistory: Sendable, Hashable {
        /// The fix.
        public var initiative: Initiative
        /// Before it shipped; nil where it has not, or where no day after is over.
        public var before: FixCounts?
        /// As many days after it settled.
        public var after: FixCounts?

        /// A fix.
        public init(initiative: Initiative, before: FixCounts? = nil, after: FixCounts? = nil) {
            self.initiative = initiative
            self.before = before
            self.after = after
        }
    }

    /// How far listeners agreed on the same calls.
    public struct Judged: Sendable, Hashable {
        /// In which stretch.
        public var period: Period
        /// On how many.
        public var counts: JudgedCounts

        /// Agreement in a stretch.
        public init(period: Period, counts: JudgedCounts) {
            self.period = period
            self.counts = counts
        }
    }

    /// The previous period; nil where nothing is to be compared.
    public var previous: PeriodCounts?
    /// ISO weeks that follow each other, the oldest first; the last ends with the period or before.
    public var weeks: [PeriodCounts]
    /// Every version of the taxonomy, the oldest first.
    public var taxonomies: [DatedTaxonomy]
    /// Pain points that were heard in a counted call before ``weeks`` began to be recent: earlier
    /// than four weeks before their end.
    public var heardBefore: Set<String>
    /// Every fix, by id.
    public var initiatives: [FixHistory] = []
    /// When the first call began that anybody listened to; nil where nobody did.
    public var listeningSince: Date?
    /// What listeners said of the calls that two of them heard; nil where agreement is not asked for.
    public var judged: Judged?

    /// What listeners expected of the very days and scope of the tally.
    public var guesses: [SealedGuess] = []

    /// Of the last weeks, those that are called recent.
    public static let recentWeeks = 4

    /// A history; by default there is none.
    public init(
        previous: PeriodCounts? = nil, weeks: [PeriodCounts] = [], taxonomies: [DatedTaxonomy] = [],
        heardBefore: Set<String> = [], listeningSince: Date? = nil
    ) {
        self.previous = previous
        self.weeks = weeks
        self.taxonomies = taxonomies
        self.heardBefore = heardBefore
        self.listeningSince = listeningSince
    }
}

extension Period {
    /// The `count` whole ISO weeks that end with the period, or the last before its end, the oldest
    /// first. A week that the period's end cuts is no whole one: half of it is no fall.
    public func lastWholeWeeks(_ count: Int) -> [Period] {
        let zone = TimeZone(identifier: timeZone) ?? .gmt
        var week = Period(weekOf: end.addingTimeInterval(-1), in: zone)
        if week.end > end { week = week.previous }
        var weeks: [Period] = []
        for _ in 0..<max(0, count) {
            weeks.append(week)
            week = week.previous
        }
        return weeks.reversed()
    }
}
