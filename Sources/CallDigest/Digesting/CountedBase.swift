/// What the counted calls of a scope stand for.
struct CountedBase {
    /// How they were come by.
    let design: SampleDesign
    /// Calls of the scope that the counted ones speak for: those of strata of which any was heard.
    let covered: Double
    /// The share of the scope's calls that they do not speak for, in 0...1; nil where it cannot be
    /// told.
    let uncoveredShare: Double?
}
