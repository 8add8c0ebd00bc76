/// A value for each counted call of which most are zero: what one pain point did to whom.
struct SparseValues {
    /// The calls with a value, as ascending indices into the calls of a ``SampleDesign``.
    let calls: [Int]
    /// Their values, >= 0.
    let values: [Double]
}
