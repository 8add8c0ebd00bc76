/// The early aberration reporting of public health, for counts over the whole population, such as
/// the calls of a week: a count above the mean of seven earlier ones by three of their standard
/// deviations (EARS C1 and C2; Hutwagner et al. 2003, J Urban Health 80 suppl 1:i89).
///
/// It takes the effort to be steady, so it is not for counts of what was heard in a sample.
struct EarlyWarning {
    /// The counts that the last one is held against, and by how much it must stand out.
    static let baseline = 7
    static let deviations = 3.0
    /// A baseline that is all alike is taken to vary by this much.
    static let leastDeviation = 0.5

    /// The mean of the baseline.
    let mean: Double
    /// Its standard deviation, before the floor.
    let deviation: Double
    /// The highest count that is no alarm.
    let upper: Double
    /// The count in standard deviations above the mean.
    let z: Double
    /// Whether the count is above.
    var isAlarm: Bool { z > Self.deviations }

    /// The warning for the last of some counts; `lag` counts before it are passed over, so that a
    /// rise that began there does not hide itself: 0 is C1, 2 is C2. Nil for too few counts.
    init?(_ counts: [Double], lag: Int) {
        guard let last = counts.last, counts.count > Self.baseline + lag else { return nil }
        let base = counts.dropLast(1 + lag).suffix(Self.baseline)
        mean = base.reduce(0, +) / Double(base.count)
        let mean = mean
        deviation =
            (base.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(base.count - 1))
            .squareRoot()
        let spread = max(deviation, Self.leastDeviation)
        upper = mean + Self.deviations * spread
        z = (last - mean) / spread
    }
}
