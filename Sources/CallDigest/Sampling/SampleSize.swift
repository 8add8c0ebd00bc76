import Foundation

/// How many calls to hear.
public enum SampleSize {
    /// Calls for a share to be known to within a margin (Cochran 1977, chapter 4).
    ///
    /// `margin` > 0 and `share` are in 0...1; `population` is the number of calls there are (nil for
    /// very many); `designEffect` is calls heard per effective call, >= 1.
    public static func forMargin(
        _ margin: Double, share: Double = 0.5, population: Int? = nil, level: Double = 0.95,
        designEffect: Double = 1
    ) -> Int {
        let z = NormalDistribution.quantile(1 - (1 - level) / 2)
        var size = z * z * share * (1 - share) / (margin * margin)
        if let population { size /= 1 + (size - 1) / Double(population) }
        let calls = Int((size * designEffect).rounded(.up))
        return population.map { min(calls, $0) } ?? calls
    }

    /// Calls to hear something at least `times` (>= 1) times with a probability of `chance` in 0..<1,
    /// when a `share` of calls in 0...1 (over 0) has it.
    public static func toHear(share: Double, times: Int = 1, chance: Double = 0.95) -> Int {
        // P(at least k of n) = I_share(k, n - k + 1), and it rises with n.
        func isEnough(_ calls: Int) -> Bool {
            IncompleteBeta.value(share, Double(times), Double(calls - times + 1)) >= chance
        }
        var high = times
        while !isEnough(high) { high *= 2 }
        var low = times - 1
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if isEnough(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
