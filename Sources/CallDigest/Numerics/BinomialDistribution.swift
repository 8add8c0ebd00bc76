import Foundation

/// The binomial distribution: of so many calls, how many are touched.
enum BinomialDistribution {
    /// The probability of `x` or more of `n` calls, each touched with the chance `q` in 0...1.
    static func upperTail(_ x: Int, of n: Int, chance q: Double) -> Double {
        guard x > 0 else { return 1 }
        guard x <= n else { return 0 }
        // The probability of x or more is that of a beta variable being at most q (DLMF 8.17.5).
        return IncompleteBeta.value(q, Double(x), Double(n - x + 1))
    }

    /// The logarithm of the probability of exactly `x` of `n` calls, for a chance in 0...1; the
    /// numbers need not be whole.
    static func logarithm(_ x: Double, of n: Double, chance q: Double) -> Double {
        let ways =
            GammaFunction.logarithm(n + 1) - GammaFunction.logarithm(x + 1)
            - GammaFunction.logarithm(n - x + 1)
        let hits = x > 0 ? x * log(q) : 0
        let misses = n - x > 0 ? (n - x) * log1p(-q) : 0
        return ways + hits + misses
    }
}
