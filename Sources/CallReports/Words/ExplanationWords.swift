package import CallModel

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
    case trend(weeks: String, rise: String, alone: String, together: String)
    case alarm(alone: String)
}

/// The arithmetic of one line, for those who check it.
package protocol ExplanationWords {
    func explained(_ sum: ExplainedSum) -> String
    var explainedCalls: String { get }
    var standsForColumn: String { get }
    var heardByColumn: String { get }
    var minutesColumn: String { get }
    var withItColumn: String { get }
    var periodColumn: String { get }
    /// Numbers of calls by what they are worth.
    var heardByWorthColumn: String { get }
    var withItByWorthColumn: String { get }
    var alarmPart: String { get }
    var weeksPart: String { get }
}

/// The calls behind a number, for those who want to hear them.
package protocol CallsBehindWords {
    /// Which calls they are; `names` are those of what was chosen.
    func callsBehind(_ choice: CallsBehind.Choice, _ names: [String]) -> String
    func callsBehindCount(counted: Int, handPicked: Int) -> String
    /// That a call which listeners differ on is shared out.
    func callsBehindParts(_ parts: Double) -> String
    var noCallsBehind: String { get }
    /// That so many calls are not listed for who may become their second listener.
    func withheld(_ calls: Int) -> String
    /// In place of what the first listener said, for who may become the second.
    var keptFresh: String { get }
    var standsForNote: String { get }
    /// `stands for 46.4 calls`.
    func standsFor(_ calls: String) -> String
    /// `counts for 0.5`.
    func countsFor(_ part: String) -> String
}
