/// Whether a share rises or falls steadily over several periods.
struct LinearTrend {
    /// One period.
    struct Point {
        /// When: periods are as far apart as their scores.
        var score: Double
        /// The (effective) number of calls, > 0.
        var calls: Double
        /// Those of them that were affected.
        var affected: Double
    }

    /// The test statistic, chi-squared with one degree of freedom.
    let chiSquared: Double
    /// How often chance alone would bring as steady a rise or fall.
    let p: Double
    /// By how much the fitted line moves from the first period to the last.
    let rise: Double

    /// The test of Cochran and Armitage (Armitage 1955, Biometrics 11:375); nil for fewer than
    /// `fewest` points, or where no call or every call was affected.
    init?(_ points: [Point], fewest: Int = 4) {
        guard points.count >= fewest, let first = points.first, let last = points.last else {
            return nil
        }
        let calls = points.reduce(0) { $0 + $1.calls }
        let affected = points.reduce(0) { $0 + $1.affected }
        let share = affected / calls
        let scores = points.reduce(0) { $0 + $1.score * $1.calls }
        let squares = points.reduce(0) { $0 + $1.score * $1.score * $1.calls }
        let spread = squares - scores * scores / calls
        guard share > 0, share < 1, spread > 0 else { return nil }
        let pull = points.reduce(0) { $0 + $1.score * $1.affected } - share * scores
        chiSquared = pull * pull / (share * (1 - share) * spread)
        p = min(1, 2 * NormalDistribution.cumulative(-chiSquared.squareRoot()))
        rise = pull / spread * (last.score - first.score)
    }
}
