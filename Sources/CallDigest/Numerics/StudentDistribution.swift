/// Student's t distribution.
enum StudentDistribution {
    /// The value below which a share `q` in 0...1 of the probability lies, for `df` > 0.
    static func quantile(_ q: Double, df: Double) -> Double {
        // t² / (df + t²) is a beta variable of shapes 1/2 and df/2.
        let y = IncompleteBeta.inverse(abs(2 * q - 1), 0.5, df / 2)
        let magnitude = (df * y / (1 - y)).squareRoot()
        return q < 0.5 ? -magnitude : magnitude
    }
}
