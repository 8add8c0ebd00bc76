/// The range of a total that cannot be negative: the gamma interval of Fay and Feuer (1997, Stat Med
/// 16:791), which becomes the exact Poisson range where all weights are equal.
enum TotalInterval {
    /// The range at a level of a total `total` >= 0 with a variance >= 0, where one more affected
    /// call could add `increment` >= 0 to it. Without any variance, a total > 0 is taken as known.
    static func gamma(
        total: Double, variance: Double, increment: Double, level: Double
    ) -> (low: Double, high: Double) {
        let tail = (1 - level) / 2
        guard total > 0 else {
            return (0, increment / 2 * GammaDistribution.chiSquaredQuantile(1 - tail, df: 2))
        }
        guard variance > 0 else { return (total, total) }
        let scale = variance / total
        let low = scale / 2 * GammaDistribution.chiSquaredQuantile(tail, df: 2 * total / scale)
        let widened = total + increment
        let widenedScale = (variance + increment * increment) / widened
        let high =
            widenedScale / 2
            * GammaDistribution.chiSquaredQuantile(1 - tail, df: 2 * widened / widenedScale)
        return (min(low, total), max(high, total))
    }
}
