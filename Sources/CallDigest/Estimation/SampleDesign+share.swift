extension SampleDesign {
    /// Whether a range can be given: two calls, one degree of freedom, or every call heard.
    var hasRange: Bool { isCensus || (count >= 2 && df >= 1) }

    /// The share of calls with a value of 0...1 each; nil where no range can be given.
    ///
    /// The effective number of calls is capped by that of the weights alone, because the variance
    /// of a share seen in few calls is itself badly known. As a sample of what causes such calls,
    /// not of the calls there were, it is capped by the number of calls heard too.
    func share(
        of sparse: SparseValues, level: Double, interval: ShareInterval,
        isSampleOfCauses: Bool = false
    ) -> MeasuredShare? {
        guard isSampleOfCauses ? count >= 2 && df >= 1 : hasRange else { return nil }
        let (mean, variance) = mean(of: sparse)
        let p = min(mean, 1)
        let most = isSampleOfCauses ? min(designEffective, Double(count)) : designEffective
        let effective =
            p > 0 && p < 1 && variance > 0 ? min(p * (1 - p) / variance, most) : most
        let range = interval.range(p, effective: effective, calls: count, df: df, level: level)
        let standard = ShareInterval.kornGraubard.range(
            p, effective: effective, calls: count, df: df, level: 0.95)
        return MeasuredShare(
            value: p, low: range.low, high: range.high, variance: variance, effective: effective,
            allowsPercentage: DisplayRule.allowsPercentage(
                p, effective: effective, range: standard))
    }
}
