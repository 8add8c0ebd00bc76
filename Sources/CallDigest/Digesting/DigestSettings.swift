public import CallModel

/// What a digest is asked for.
public struct DigestSettings: Sendable, Hashable {
    /// The level of every range, in 0.5...0.999: 0.9 for managers, 0.95 for analysts.
    public let level: Double
    /// What pain points are ranked by.
    public var measure: Digest.Measure
    /// How much worse a severity is than another.
    public var severityWeights: SeverityWeights
    /// How the range of a share is made.
    public var interval: ShareInterval

    /// Settings; by default those of the managers' digest. A level out of bounds is taken to the
    /// nearest bound.
    public init(
        level: Double = 0.9, measure: Digest.Measure = .minutesLost,
        severityWeights: SeverityWeights = .standard, interval: ShareInterval = .kornGraubard
    ) {
        self.level = min(max(level, 0.5), 0.999)
        self.measure = measure
        self.severityWeights = severityWeights
        self.interval = interval
    }
}
