/// How far equally many listeners a call agree beyond chance (Fleiss 1971, Psychological Bulletin
/// 76:378). Findings use ``KrippendorffAlpha``; this holds kappas that other programs report against
/// the same table.
struct FleissKappa {
    /// The agreement beyond chance, at most 1.
    let kappa: Double
    /// The same where no category is taken to be likelier than another (Randolph 2005).
    let freeMarginal: Double

    /// From how many listeners gave each call (the rows) each category (the columns); nil where
    /// there are fewer than two to a call, not equally many, or where all gave the same.
    init?(_ table: [[Double]]) {
        guard let first = table.first else { return nil }
        let raters = first.reduce(0, +)
        guard raters >= 2, table.allSatisfy({ $0.reduce(0, +) == raters }) else { return nil }
        let calls = Double(table.count)
        let observed =
            table.reduce(0) { sum, row in
                sum + row.reduce(0) { $0 + $1 * ($1 - 1) } / (raters * (raters - 1))
            } / calls
        let expected = first.indices.reduce(0.0) { sum, column in
            let share = table.reduce(0) { $0 + $1[column] } / (calls * raters)
            return sum + share * share
        }
        guard expected < 1 else { return nil }
        kappa = (observed - expected) / (1 - expected)
        let even = 1 / Double(first.count)
        freeMarginal = (observed - even) / (1 - even)
    }
}
