extension SampleDesign {
    /// Whether a range can be given: two calls, one degree of freedom, or every call heard.
    var hasRange: Bool { isCensus || (count >= 2 && df >= 1) }

    /// The share of calls with a value of 0...1 each; nil where no range can be given.
    ///
    /// The effective number of calls is capped by that of the weights alone, because the variance
    /// of a share seen in few calls is itself badly known.
    func share(of sparse: SparseValues, level: Double, interval: ShareInterval) -> MeasuredShare? {
        guard hasRange else { return nil }
        let (mean, variance) = mean(of: sparse)
        let p = min(mean, 1)
        let effective =
            p > 0 && p < 1 && variance > 0
            ? min(p * (1 - p) / variance, designEffective) : designEffective
        let range = interval.range(p, effective: effective, calls: count, df: df, level: level)
        let standard = ShareInterval.kornGraubard.range(
            p, effective: effective, calls: count, df: df, level: 0.95)
        return MeasuredShare(
            value: p, low: range.low, high: range.high, variance: variance, effective: effective,
            allowsPercentage: DisplayRule.allowsPercentage(
                p, effective: effective, range: standard))
    }
}
