public import CallModel

/// What a draw is asked for.
public enum DrawPlan: Sendable, Hashable {
    /// A number of calls of the frame, every call alike.
    case random(size: Int)
    /// A number of calls, shared out among the strata.
    case stratified(size: Int, allocation: Allocation = .proportional)
    /// A number of calls from each stratum by its name; a stratum not named gives none and is left
    /// out of the frame, one with fewer calls gives them all.
    case stratifiedSizes([String: Int])
    /// A number of calls, each with a probability in proportion to its risk score, but never under a
    /// fifth of the mean, so that nothing is unhearable.
    case risk(size: Int, selection: RiskSelection = .poisson)

    /// What the draw is stored as.
    public var method: Draw.Method {
        switch self {
        case .random: .random
        case .stratified, .stratifiedSizes: .stratified
        case .risk: .risk
        }
    }
}
