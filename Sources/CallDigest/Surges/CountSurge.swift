/// Whether a count is more than another sample lets one expect.
enum CountSurge {
    /// How often chance alone would put `x` or more of the `x + before` affected calls into the
    /// sample of `n` calls and not into that of `earlier` (both > 0): the exact test of two Poisson
    /// rates, conditional on their sum (Przyborowski and Wilenski 1940, Biometrika 31:313).
    ///
    /// Numbers of calls may be effective ones. It needs no steady effort: a week in which twice as
    /// many calls were heard is no alarm.
    static func test(_ x: Int, of n: Double, before: Int, of earlier: Double) -> Double {
        BinomialDistribution.upperTail(x, of: x + before, chance: n / (n + earlier))
    }
}
