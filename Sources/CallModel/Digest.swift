/// A number with its honest range.
public struct Estimate: Sendable, Codable, Hashable {
    /// The best single value.
    public var value: Double
    /// The low end.
    public var low: Double
    /// The high end.
    public var high: Double

    /// An estimate.
    public init(value: Double, low: Double, high: Double) {
        self.value = value
        self.low = low
        self.high = high
    }
}

/// The ranked answer for a period. It holds numbers and facts, no wording: the words are made from it
/// for each surface. Every number leads back to seconds of audio.
public struct Digest: Sendable, Codable, Hashable {
    /// What pain points are ranked by: always the low end of a range of a month's total.
    public enum Measure: String, Sendable, Codable, CaseIterable {
        /// Calls that it touches: ``Finding/callsPerMonth``.
        case callsAffected
        /// Minutes that callers lose to it: ``Finding/minutesPerMonth``.
        case minutesLost
        /// Those minutes, weighted by severity: ``Finding/severityWeightedMinutesPerMonth``.
        case severityWeightedMinutes
    }

    /// How the calls were come by.
    public struct Sample: Sendable, Codable, Hashable {
        /// One part of the population.
        public struct Stratum: Sendable, Codable, Hashable {
            /// Its name.
            public var name: String
            /// Calls in it; nil where unknown.
            public var population: Int?
            /// Calls picked.
            public var drawn: Int
            /// Picked calls that were skipped.
            public var skipped: Int
            /// Counted calls.
            public var heard: Int
            /// The draws that drew from it, by id.
            public var draws: [DrawID] = []
            /// The name that those gave it.
            public var nameInDraws: String

            /// A stratum.
            public init(name: String, population: Int?, drawn: Int, skipped: Int, heard: Int) {
                self.name = name
                self.population = population
                self.drawn = drawn
                self.skipped = skipped
                self.heard = heard
                nameInDraws = name
            }
        }

        /// Calls of the period and scope; nil where unknown: then nothing is said "of all calls".
        public var population: Int?
        /// Calls heard and counted in shares and totals.
        public var counted: Int
        /// Calls heard that were picked by hand: evidence only.
        public var handPicked: Int
        /// Counted calls' worth in calls of a simple random sample; nil where there are too few, or
        /// where every call was heard.
        public var effective: Double?
        /// Whether the draws were stratified or random alone (design A), not mixed (design B).
        public var isStratified: Bool
        /// Whether every call of the scope was heard.
        public var isCensus: Bool
        /// The parts, by name.
        public var strata: [Stratum]
        /// Share of the population in strata of which no call was heard, in 0...1.
        public var uncoveredShare: Double?
        /// The largest share of one number that a single call carries, where its weight is over 20
        /// times the median; else nil.
        public var heaviestCallShare: Double?
        /// Different people who listened.
        public var listeners: Int
        /// Unique seconds heard.
        public var heardSeconds: Double
        /// Counted calls that two people or more heard.
        public var heardTwice = 0
        /// The draws that picked calls of the period, by id.
        public var draws: [DrawID] = []
        /// Degrees of freedom of every range: counted calls less strata (design A) or less one
        /// (design B); nil where there is no range. Under 8 the ranges themselves are shaky.
        public var degreesOfFreedom: Int?
        /// Calls left out of every number because their inclusion probability is missing or
        /// impossible: an error in the data, by id.
        public var rejected: [CallID]

        /// A sample of which nothing is known yet.
        public init(
            population: Int?, counted: Int, handPicked: Int, effective: Double?,
            isStratified: Bool, isCensus: Bool, strata: [Stratum], uncoveredShare: Double?,
            heaviestCallShare: Double?, listeners: Int, heardSeconds: Double,
            degreesOfFreedom: Int? = nil, rejected: [CallID] = []
        ) {
            self.population = population
            self.counted = counted
            self.handPicked = handPicked
            self.effective = effective
            self.isStratified = isStratified
            self.isCensus = isCensus
            self.strata = strata
            self.uncoveredShare = uncoveredShare
            self.heaviestCallShare = heaviestCallShare
            self.listeners = listeners
            self.heardSeconds = heardSeconds
            self.degreesOfFreedom = degreesOfFreedom
            self.rejected = rejected
        }
    }

    /// Seconds of audio that show a pain point.
    public struct Clip: Sendable, Codable, Hashable {
        /// The call.
        public var call: CallID
        /// When in the call; nil for the whole call.
        public var range: CallTimeRange?
        /// How bad, 1...5.
        public var severity: Int
        /// Who heard it.
        public var listener: ListenerID
        /// What they noted.
        public var note: String?
        /// Whether the call was picked by hand.
        public var handPicked: Bool

        /// A clip.
        public init(
            call: CallID, range: CallTimeRange?, severity: Int, listener: ListenerID,
            note: String?, handPicked: Bool
        ) {
            self.call = call
            self.range = range
            self.severity = severity
            self.listener = listener
            self.note = note
            self.handPicked = handPicked
        }
    }

    /// How firmly a pain point holds its place.
    public struct OrderCertainty: Sendable, Codable, Hashable {
        /// The probability of really being first, in 0...1.
        public var first: Double
        /// The probability of really being among the first three, in 0...1.
        public var topThree: Double
        /// The smallest rank that is plausible, from 1.
        public var lowestRank: Int
        /// The largest rank that is plausible.
        public var highestRank: Int

        /// A certainty.
        public init(first: Double, topThree: Double, lowestRank: Int, highestRank: Int) {
            self.first = first
            self.topThree = topThree
            self.lowestRank = lowestRank
            self.highestRank = highestRank
        }
    }

    /// What recurs, and how.
    public enum Recurrence: String, Sendable, Codable {
        /// At least three calls, callers and two weeks (two days where the period is a week).
        case recurring
        /// Two calls or more for each caller.
        case sameCallersAgain
        /// At least three calls, all with one agent: coaching, not process.
        case oneAgentOnly
        /// All in one week (one day where the period is a week): a burst.
        case oneWeekOnly
        /// Heard once or twice.
        case early
    }

    /// What was found of one pain point.
    public struct Finding: Sendable, Codable, Hashable {
        /// Its key.
        public var key: String
        /// Its name for people.
        public var label: String
        /// Whether it is of the kind that is shown even when heard once.
        public var regulated: Bool
        /// Its place, from 1; nil where it is not ranked.
        public var rank: Int?
        /// Minutes a month that callers lose to it; nil where there is no base for a range.
        public var minutesPerMonth: Estimate?
        /// Calls a month that it touches; nil as above.
        public var callsPerMonth: Estimate?
        /// Minutes a month weighted by severity (a 5 counts like four 3s, by default); nil as above.
        public var severityWeightedMinutesPerMonth: Estimate?
        /// Its share of calls; nil where there is no base for a range.
        public var share: Estimate?
        /// Its share drawn towards the mean of all pain points heard (empirical Bayes): an
        /// analyst's alternative, without a range; nil where there is no base for one.
        public var shrunkenShare: Double?
        /// The effective number of calls behind the share; nil where there is none, or where every
        /// call was heard.
        public var effective: Double?
        /// Whether the share is good enough to print as a percentage (NCHS rule); never where it
        /// was not heard: then say what the high end of the share still leaves open.
        public var showsPercentage: Bool
        /// The share of its minutes that its heaviest call carries, where the weight of that call
        /// is over 20 times the median weight; else nil.
        public var heaviestCallShare: Double?
        /// Counted calls in which somebody heard it.
        public var calls: Int
        /// Different callers among those.
        public var callers: Int
        /// Different agents among those.
        public var agents: Int
        /// Different ISO weeks among those.
        public var weeks: Int
        /// All calls in which somebody heard it, hand-picked ones too.
        public var evidenceCalls: Int
        /// Share of counted affected calls with severity 4 or 5, in 0...1; nil where there is none.
        public var severeShare: Double?
        /// The worst severity heard, 1...5; nil where there is none.
        public var worstSeverity: Int?
        /// Counted calls in the previous period; nil where that period was not listened to.
        public var previousCalls: Int?
        /// Whether it moved since the previous period; nil where that cannot be told, or where it
        /// was heard too rarely to ask.
        public var change: Change?
        /// The day within the two periods on which what the word means changed, so that they cannot
        /// be compared; nil where it did not.
        public var redefined: CalendarDay?
        /// Whether it rises or falls steadily over ``history``; nil where that cannot be told.
        public var trend: Trend?
        /// The weeks up to the period's end, the oldest first.
        public var history: [WeekPoint]
        /// How firmly it holds its place; nil where it is not ranked.
        public var order: OrderCertainty?
        /// How it recurs; nil where it was not heard in a counted call, or where all calls heard
        /// are of one week (one day where the period is a week), so that it cannot be told.
        public var recurrence: Recurrence?
        /// What it did in the last eight weeks, which ``recurrence`` then rests on; nil where those
        /// are not known.
        public var lately: Lately?
        /// Whether it is new, coming up or gone quiet; nil where it is none of it.
        public var novelty: Novelty?
        /// Its bursts within ``history``, the earliest first.
        public var bursts: [Burst]
        /// Up to three clips, the most telling first.
        public var evidence: [Clip]
        /// How far listeners agree on it; nil where that was not looked at, or nobody marked it.
        public var agreement: Agreement.Tag?

        /// A finding of which only the name is known yet.
        public init(key: String, label: String, regulated: Bool) {
            self.key = key
            self.label = label
            self.regulated = regulated
            self.showsPercentage = false
            self.calls = 0
            self.callers = 0
            self.agents = 0
            self.weeks = 0
            self.evidenceCalls = 0
            self.history = []
            self.bursts = []
            self.evidence = []
        }
    }

    /// What was found of one call reason.
    public struct ReasonFinding: Sendable, Codable, Hashable {
        /// Its key; nil for calls whose reason was not recorded.
        public var key: String?
        /// Its name for people, empty for "not recorded".
        public var label: String
        /// Counted calls, where listeners disagree in parts.
        public var calls: Double
        /// Its share of calls; nil where there is no base for a range.
        public var share: Estimate?
        /// The effective number of calls behind the share.
        public var effective: Double?
        /// Whether the share is good enough to print as a percentage.
        public var showsPercentage: Bool
        /// Counted calls in the previous period; nil where that period was not listened to.
        public var previousCalls: Double?

        /// A finding.
        public init(
            key: String?, label: String, calls: Double, share: Estimate?, effective: Double?,
            showsPercentage: Bool, previousCalls: Double?
        ) {
            self.key = key
            self.label = label
            self.calls = calls
            self.share = share
            self.effective = effective
            self.showsPercentage = showsPercentage
            self.previousCalls = previousCalls
        }
    }

    /// The period.
    public var period: Period
    /// The scope.
    public var scope: Scope
    /// The level of every range, such as 0.9.
    public var level: Double
    /// The version of the taxonomy in force.
    public var taxonomyVersion: Int
    /// How the calls were come by.
    public var sample: Sample
    /// Calls counted in the previous period; nil where none was heard.
    public var previousCounted: Int?
    /// The label of the previous period.
    public var previousLabel: String?
    /// How the period stands to the previous one; nil where none of that was heard.
    public var comparison: Comparison?
    /// What agreement between listeners was found from; nil where it was not looked at.
    public var agreement: AgreementBase?
    /// Pain points heard often enough to rank, by the low end of the minutes a month.
    public var ranked: [Finding]
    /// Pain points that are shown whatever their number: severity 5 or regulated, not ranked.
    public var alerts: [Finding]
    /// Pain points heard once or twice, or by too few callers, by severity then recency.
    public var early: [Finding]
    /// Pain points only in hand-picked calls.
    public var handPickedOnly: [Finding]
    /// Offered pain points that were not heard; their share still has a high end.
    public var notHeard: [Finding]
    /// Pain points that recurred and have gone quiet.
    public var quiet: [Finding]
    /// What stands out in the last week; nil where that cannot be asked.
    public var alarms: Alarms?
    /// Every fix, by id: whether it worked, or what it would be worth.
    public var initiatives: [InitiativeStanding] = []
    /// How much of what hurts was heard; nil where nothing was.
    public var coverage: Coverage?
    /// Every queue of every site, those that nobody listened to first; empty where not known.
    public var corners: [Corner]
    /// What was expected of these days before they were heard, beside what was measured; nil where
    /// nobody said.
    public var expectations: PerceptionGap.Summary?
    /// What the call log says of holds; nil where it says nothing.
    public var holds: Holds?
    /// The days with calls of a call log that has a hole; nil where it has none, or says nothing.
    public var partialLog: Tally.LoggedDays?
    /// Call reasons, the largest share first, "not recorded" last.
    public var reasons: [ReasonFinding]
    /// What could not be heard.
    public var unhearable: Unhearable
    /// What ``ranked`` is ordered by.
    public var measure: Measure

    /// Every pain point of the digest, section by section.
    public var findings: [Finding] {
        ranked + alerts + early + handPickedOnly + quiet + notHeard
    }

    /// A digest.
    public init(
        period: Period, scope: Scope, level: Double, taxonomyVersion: Int, sample: Sample,
        previousCounted: Int?, previousLabel: String?, ranked: [Finding], alerts: [Finding],
        early: [Finding], handPickedOnly: [Finding], notHeard: [Finding],
        reasons: [ReasonFinding], unhearable: Unhearable, measure: Measure = .minutesLost
    ) {
        self.period = period
        self.scope = scope
        self.level = level
        self.taxonomyVersion = taxonomyVersion
        self.sample = sample
        self.previousCounted = previousCounted
        self.previousLabel = previousLabel
        self.ranked = ranked
        self.alerts = alerts
        self.early = early
        self.handPickedOnly = handPickedOnly
        self.notHeard = notHeard
        quiet = []
        corners = []
        self.reasons = reasons
        self.unhearable = unhearable
        self.measure = measure
    }
}
