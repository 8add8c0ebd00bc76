import CallModel

/// A tally with its calls and marks sorted out.
struct CountedPeriod {
    let tally: Tally
    let calls: HeardCalls
    let ledger: MarkLedger
    let reasons: ReasonLedger

    /// Sorts a tally out, with the pain points `expected` even where nobody heard them; throws
    /// where it contradicts itself.
    init(
        _ tally: Tally, weights: SeverityWeights, expected: [String] = []
    ) throws(TallyError) {
        self.tally = tally
        calls = try HeardCalls(tally)
        ledger = try MarkLedger(tally, calls: calls, weights: weights, expected: expected)
        reasons = try ReasonLedger(tally, calls: calls)
    }
}
