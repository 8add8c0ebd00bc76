extension SampleSize {
    /// Calls to hear on each side for a share that moves from one value to another to be told from
    /// chance (Fleiss, Levin and Paik 2003, section 4.2, without the correction for continuity; R
    /// `power.prop.test`).
    ///
    /// Shares in 0...1 that differ; `power` is the chance of telling it; `designEffect` is calls
    /// heard per effective call, >= 1.
    public static func toCompare(
        _ p1: Double, with p2: Double, power: Double = 0.8, level: Double = 0.95,
        designEffect: Double = 1
    ) -> Double {
        let mean = (p1 + p2) / 2
        let chance =
            NormalDistribution.quantile((1 + level) / 2)
            * (2 * mean * (1 - mean)).squareRoot()
        let truth =
            NormalDistribution.quantile(power)
            * (p1 * (1 - p1) + p2 * (1 - p2)).squareRoot()
        let difference = p1 - p2
        return (chance + truth) * (chance + truth) / (difference * difference) * designEffect
    }
}
