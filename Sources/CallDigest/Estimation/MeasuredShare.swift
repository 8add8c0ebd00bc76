/// A share of calls with what it rests on.
struct MeasuredShare {
    /// The share and its range.
    let value: Double
    let low: Double
    let high: Double
    /// The variance of the share.
    let variance: Double
    /// The effective number of calls; infinite where every call was heard.
    let effective: Double
    /// Whether it may be printed as a percentage.
    let allowsPercentage: Bool
}
