import Foundation

/// The standard normal distribution.
enum NormalDistribution {
    /// The probability of a value of at most `z`.
    static func cumulative(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

    /// The value below which a share `q` of the probability lies; infinite at 0 and 1.
    static func quantile(_ q: Double) -> Double {
        // The square of a normal variable is chi-squared with one degree of freedom.
        let magnitude = GammaDistribution.chiSquaredQuantile(abs(2 * q - 1), df: 1).squareRoot()
        return q < 0.5 ? -magnitude : magnitude
    }
}
