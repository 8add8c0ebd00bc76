/// One sum of a digest's line, with its numbers written out.
package enum ExplainedSum: Sendable {
    case share(affected: String, all: String, share: String)
    case variance(String)
    case effective(share: String, variance: String, byWeights: String, effective: String)
    case shareRange(level: String, degrees: String, low: String, high: String)
    case total(minutes: String, calls: String, months: String, total: String)
    case totalRange(level: String, increment: String, low: String, high: String)
    case order(rank: String, first: String, topThree: String, places: String)
    case difference(period: String, before: String, difference: String, low: String, high: String)
    case chance(alone: String, tested: String, together: String)
}

/// The arithmetic of one line, for those who check it.
package protocol ExplanationWords {
    func explained(_ sum: ExplainedSum) -> String
    var explainedCalls: String { get }
    var standsForColumn: String { get }
    var heardByColumn: String { get }
    var minutesColumn: String { get }
    var withItColumn: String { get }
}
