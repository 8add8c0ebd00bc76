import CallModel
import Foundation

/// By how much a share moved from one sample to another that shares no call with it.
enum ShareDifference {
    /// The difference `after - before` with its range: each end is as far out as the two ranges, at
    /// the same level, reach together (the square-and-add rule, method 10 of Newcombe 1998, Stat Med
    /// 17:873, known as MOVER). All in -1...1.
    static func between(_ before: Estimate, _ after: Estimate) -> Estimate {
        let difference = after.value - before.value
        let down = hypot(after.value - after.low, before.high - before.value)
        let up = hypot(after.high - after.value, before.value - before.low)
        return Estimate(
            value: difference, low: max(-1, difference - down), high: min(1, difference + up))
    }

    /// How often chance alone would bring a difference at least as large, either way: the arcsine
    /// test with Anscombe's correction (1948, Biometrika 35:246). It is defined where nothing was
    /// heard at all, and keeps its word for rare things.
    ///
    /// The shares are `p1` and `p2`, the effective numbers of calls `n1` and `n2` > 0.
    static func test(
        _ p1: Double, of n1: Double, _ p2: Double, of n2: Double
    ) -> (z: Double, p: Double) {
        func angle(_ p: Double, _ n: Double) -> Double {
            asin(((n * p + 0.375) / (n + 0.75)).squareRoot())
        }
        let spread = (1 / (n1 + 0.5) + 1 / (n2 + 0.5)).squareRoot()
        let z = 2 * (angle(p2, n2) - angle(p1, n1)) / spread
        return (z, min(1, 2 * NormalDistribution.cumulative(-abs(z))))
    }
}
