/// How the range of a share is made.
public enum ShareInterval: String, Sendable, Codable, CaseIterable {
    /// Clopper and Pearson's with the effective number of calls (Korn and Graubard 1998, Survey
    /// Methodology 24:193; the NCHS standard): its low end may be read as "at least".
    case kornGraubard
    /// Wilson's with the effective number of calls and Student's t (Franco, Little, Louis and Slud
    /// 2019, JSSAM 7:334): a little narrower, for analysts.
    case wilson

    /// The range of a share `p` in 0...1 at a level, from `effective` calls (> 0; infinite where
    /// every call was heard) among `calls` heard, with `df` >= 1 degrees of freedom.
    func range(
        _ p: Double, effective: Double, calls: Int, df: Int, level: Double
    ) -> (low: Double, high: Double) {
        guard effective.isFinite else { return (p, p) }
        let tail = (1 - level) / 2
        let t = StudentDistribution.quantile(1 - tail, df: Double(df))
        switch self {
        case .kornGraubard:
            let ratio =
                df == calls - 1
                ? 1 : StudentDistribution.quantile(1 - tail, df: Double(calls - 1)) / t
            return Self.clopperPearson(p, calls: effective * ratio * ratio, tail: tail)
        case .wilson:
            return Self.score(p, calls: effective, deviate: t)
        }
    }

    /// Clopper and Pearson's exact range for a share of a number of calls that need not be whole.
    static func clopperPearson(
        _ p: Double, calls n: Double, tail: Double
    ) -> (low: Double, high: Double) {
        let x = n * p
        let rest = n * (1 - p)
        return (
            low: p <= 0 ? 0 : min(p, IncompleteBeta.inverse(tail, x, rest + 1)),
            high: p >= 1 ? 1 : max(p, IncompleteBeta.inverse(1 - tail, x + 1, rest))
        )
    }

    /// Wilson's score range, with a deviate of the normal or of Student's t.
    static func score(
        _ p: Double, calls n: Double, deviate t: Double
    ) -> (low: Double, high: Double) {
        let shrink = 1 + t * t / n
        let centre = (p + t * t / (2 * n)) / shrink
        let half = t / shrink * (p * (1 - p) / n + t * t / (4 * n * n)).squareRoot()
        return (low: p <= 0 ? 0 : max(0, centre - half), high: p >= 1 ? 1 : min(1, centre + half))
    }
}
