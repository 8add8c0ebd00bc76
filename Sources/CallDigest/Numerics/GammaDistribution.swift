/// The gamma distribution: what is believed of a total that cannot be negative.
struct GammaDistribution {
    /// Its shape, > 0.
    let shape: Double
    /// Its scale, > 0: the mean is shape times scale.
    let scale: Double

    /// A gamma distribution.
    init(shape: Double, scale: Double = 1) {
        self.shape = shape
        self.scale = scale
    }

    /// The probability of a value of at most `x`.
    func cumulative(_ x: Double) -> Double { IncompleteGamma.lower(shape, x / scale) }

    /// The value below which a share `q` in 0...1 of the probability lies.
    func quantile(_ q: Double) -> Double { scale * IncompleteGamma.inverse(q, shape: shape) }

    /// The probability density at `x` >= 0.
    func density(_ x: Double) -> Double {
        x > 0 ? IncompleteGamma.kernel(shape, x / scale) / x : 0
    }

    /// The quantile of chi-squared with `df` > 0 degrees of freedom, not necessarily whole.
    static func chiSquaredQuantile(_ q: Double, df: Double) -> Double {
        2 * IncompleteGamma.inverse(q, shape: df / 2)
    }
}
