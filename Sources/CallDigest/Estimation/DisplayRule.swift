/// When a share may be printed as a percentage (Parker et al. 2017, NCHS Vital Health Stat 2(175)):
/// at least 30 effective calls, and a 95 % Korn-Graubard range that is either at most 5 points wide,
/// or under 30 points and at most 130 % of the share.
enum DisplayRule {
    /// Whether it may, from the share and its 95 % range.
    static func allowsPercentage(
        _ p: Double, effective: Double, range: (low: Double, high: Double)
    ) -> Bool {
        let width = range.high - range.low
        guard p > 0, effective >= 30, width < 0.30 else { return false }
        return width <= 0.05 || width <= 1.30 * p
    }
}
