/// What was counted in a period and scope, as far as other periods are compared with it. It is small
/// whatever the number of calls, and can be kept.
///
/// A comparison asks whether what causes calls changed. For that even a period of which every call was
/// heard is a sample (Deming 1975, Am Stat 29:146), so ``PainPoint/share`` takes no call for more than
/// one; ``PainPoint/shown`` speaks of the calls there were.
public struct PeriodCounts: Sendable, Codable, Hashable {
    /// A share with what it rests on.
    public struct Share: Sendable, Codable, Hashable {
        /// The share, with its range.
        public var estimate: Estimate
        /// The effective number of calls, at most the number heard.
        public var effective: Double

        /// A share.
        public init(estimate: Estimate, effective: Double) {
            self.estimate = estimate
            self.effective = effective
        }
    }

    /// Calls touched, of all calls: whole ones where all weigh alike, else as many as they are worth.
    public struct Load: Sendable, Codable, Hashable {
        /// Calls touched.
        public var affected: Double
        /// All calls.
        public var calls: Double

        /// A load.
        public init(affected: Double, calls: Double) {
            self.affected = affected
            self.calls = calls
        }
    }

    /// One pain point.
    public struct PainPoint: Sendable, Codable, Hashable {
        /// Counted calls in which it was heard.
        public var calls = 0
        /// Its share of the calls there were; nil where there is no base for a range.
        public var shown: Estimate?
        /// Its share as a sample of causes; nil where there is no base for a range.
        public var share: Share?
        /// Calls as tests of counts take them; nil where there is no base for a range.
        public var load: Load?
        /// Who called.
        public var callers = People()
        /// Whose calls they were.
        public var agents = People()

        /// One that nobody heard.
        public init() {}
    }

    /// Listeners who heard the same calls together.
    public struct Hearers: Sendable, Codable, Hashable {
        /// Who; sorted.
        public var listeners: [ListenerID]
        /// Counted calls that just these heard.
        public var calls: Int

        /// Listeners.
        public init(listeners: [ListenerID], calls: Int) {
            self.listeners = listeners
            self.calls = calls
        }
    }

    /// The period.
    public var period: Period
    /// Calls of the period and scope, heard or not; nil where the call log does not say.
    public var population: Int?
    /// On which days those began; nil where the call log does not say.
    public var loggedDays: Tally.LoggedDays?
    /// What the call log says of holds.
    public var holds = LoggedHolds()
    /// Counted calls of the scope.
    public var counted: Int
    /// Calls that the counted ones speak for; nil where there is no base for a range.
    public var covered: Double?
    /// Who heard the counted calls.
    public var hearers: [Hearers]
    /// The agents of the counted calls.
    public var agents: People
    /// The pain points marked in the scope, by key; on hand-picked calls too.
    public var painPoints: [String: PainPoint]
    /// What is to be said of every other pain point.
    public var unheard: PainPoint
    /// Counted calls by reason (a half where two listeners disagree).
    public var reasons: [String: Double]
    /// Counted calls to which nobody gave a reason.
    public var withoutReason: Double

    /// Counts of a period in which nobody listened.
    public init(period: Period, population: Int? = nil, loggedDays: Tally.LoggedDays? = nil) {
        self.period = period
        self.population = population
        self.loggedDays = loggedDays
        counted = 0
        hearers = []
        agents = People()
        painPoints = [:]
        unheard = PainPoint()
        reasons = [:]
        withoutReason = 0
    }

    /// What was counted of a pain point.
    public subscript(key: String) -> PainPoint { painPoints[key] ?? unheard }
}
