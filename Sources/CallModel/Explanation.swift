/// The arithmetic of one line of a digest, with its inputs: what a pain point's numbers are made of.
public struct Explanation: Sendable, Codable, Hashable {
    /// One part of the population.
    public struct Group: Sendable, Codable, Hashable {
        /// Its name.
        public var name: String
        /// Calls in it.
        public var population: Int
        /// Counted calls, outside the scope too.
        public var counted: Int
        /// Counted calls of the scope.
        public var inScope: Int
        /// Those of them in which it was heard; listeners who disagree count in parts.
        public var affected: Double

        /// A group.
        public init(
            name: String, population: Int, counted: Int, inScope: Int, affected: Double
        ) {
            self.name = name
            self.population = population
            self.counted = counted
            self.inScope = inScope
            self.affected = affected
        }
    }

    /// One counted call in which it was heard.
    public struct Affected: Sendable, Codable, Hashable {
        /// The call.
        public var call: CallID
        /// How many calls it stands for.
        public var weight: Double
        /// The part of its listeners who heard it, in 0...1.
        public var share: Double
        /// Minutes lost, the mean of its listeners.
        public var minutes: Double
        /// The worst severity.
        public var severity: Int
        /// When in the call it was marked; empty where it was marked for the whole call.
        public var ranges: [CallTimeRange]

        /// A call.
        public init(
            call: CallID, weight: Double, share: Double, minutes: Double, severity: Int,
            ranges: [CallTimeRange]
        ) {
            self.call = call
            self.weight = weight
            self.share = share
            self.minutes = minutes
            self.severity = severity
            self.ranges = ranges
        }
    }

    /// A mean over calls, and what it adds up to in a month.
    public struct Mean: Sendable, Codable, Hashable {
        /// The weighted mean of a call.
        public var value: Double
        /// Its variance.
        public var variance: Double

        /// A mean.
        public init(value: Double, variance: Double) {
            self.value = value
            self.variance = variance
        }
    }

    /// The digest that the line stands in.
    public var digest: Digest
    /// The line.
    public var finding: Digest.Finding
    /// The groups, where the design is stratified; else empty.
    public var groups: [Group]
    /// The counted calls in which it was heard, by id.
    public var affected: [Affected]
    /// Calls that all counted calls together stand for.
    public var weightSum: Double
    /// The share of calls.
    public var share: Mean
    /// Random calls that the counted ones are worth, by their weights alone; nil where every call
    /// was heard.
    public var designEffective: Double?
    /// Minutes of a call.
    public var minutes: Mean
    /// Calls that the sample speaks for.
    public var covered: Double
    /// Months that the period is a part of: what a total of the period is divided by.
    public var months: Double
    /// What one more affected call could add to the minutes of a month.
    public var increment: Double

    /// Calls that are not in ``affected``, for a reader who may become their second listener.
    public private(set) var withheld = 0

    /// The same without some calls in which it was heard: to stand here would tell.
    public func keepingFresh(_ ids: Set<CallID>) -> Explanation {
        var explanation = self
        explanation.affected.removeAll { ids.contains($0.call) }
        explanation.withheld = affected.count - explanation.affected.count
        explanation.finding.evidence.removeAll { ids.contains($0.call) }
        explanation.digest = digest.keepingFresh(ids)
        return explanation
    }

    /// An explanation.
    public init(
        digest: Digest, finding: Digest.Finding, groups: [Group], affected: [Affected],
        weightSum: Double, share: Mean, designEffective: Double?, minutes: Mean, covered: Double,
        months: Double, increment: Double
    ) {
        self.digest = digest
        self.finding = finding
        self.groups = groups
        self.affected = affected
        self.weightSum = weightSum
        self.share = share
        self.designEffective = designEffective
        self.minutes = minutes
        self.covered = covered
        self.months = months
        self.increment = increment
    }
}
