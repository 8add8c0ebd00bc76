/// With what probability a call is picked.
public enum InclusionProbability {
    /// The probability of being picked by any of several draws whose frames held the call, each with
    /// a probability in (0, 1]: `1 - prod(1 - pi)` (Bankier 1986, JASA 81:1074); nil without draws.
    public static func combined(_ probabilities: [Double]) -> Double? {
        switch probabilities.count {
        case 0: nil
        // One draw's probability must come out as it went in, to the last bit.
        case 1: probabilities[0]
        default: 1 - probabilities.reduce(1) { $0 * (1 - $1) }
        }
    }
}
