/// What a minute of each severity counts: a stated judgement, because severities are an order and
/// not amounts.
public struct SeverityWeights: Sendable, Codable, Hashable {
    /// A 5 counts like four 3s, a 1 like a quarter of one.
    public static let standard = SeverityWeights(unchecked: [0.25, 0.5, 1, 2, 4])

    private let weights: [Double]

    /// Weights for the severities 1...5; nil unless they are five finite numbers >= 0.
    public init?(_ weights: [Double]) {
        guard weights.count == 5, weights.allSatisfy({ $0.isFinite && $0 >= 0 }) else { return nil }
        self.init(unchecked: weights)
    }

    private init(unchecked weights: [Double]) {
        self.weights = weights
    }

    /// The weight of a severity in 1...5.
    subscript(severity: Int) -> Double { weights[severity - 1] }
}
