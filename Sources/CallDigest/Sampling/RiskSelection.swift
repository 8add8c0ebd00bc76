/// How calls selected by risk are picked.
public enum RiskSelection: String, Sendable, Codable, CaseIterable {
    /// Each call on its own, where its permanent number lies under its probability: the number of
    /// calls is left to chance, the probabilities are exact, and calls may arrive day by day.
    case poisson
    /// As many calls as asked, those with the smallest permanent number over probability (Ohlsson
    /// 1998): the probabilities are approximate, well enough from 20 calls on.
    case sequentialPoisson
    /// As many calls as asked, at even steps through the summed probabilities of the frame in the
    /// order of the permanent numbers (Madow 1949).
    case systematic
}
