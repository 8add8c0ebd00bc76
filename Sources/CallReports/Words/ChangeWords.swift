package import CallModel

/// Which way something moved, in the words and signs that a reader sees. A sign never stands without
/// its word on the same page.
package enum Movement: String, Sendable, CaseIterable {
    case growing, shrinking, maybeGrowing, maybeShrinking

    /// Nil where no clear change can be told.
    init?(_ verdict: Digest.Change.Verdict) {
        switch verdict {
        case .growing: self = .growing
        case .shrinking: self = .shrinking
        case .maybeGrowing: self = .maybeGrowing
        case .maybeShrinking: self = .maybeShrinking
        case .noClearChange: return nil
        }
    }

    /// Filled where it is clear, outlined where it is only maybe.
    package var sign: String {
        switch self {
        case .growing: "▲"
        case .shrinking: "▼"
        case .maybeGrowing: "△"
        case .maybeShrinking: "▽"
        }
    }
}

/// What moved since earlier periods, and why nothing can be said of it.
package protocol ChangeWords {
    var weeksTitle: String { get }
    /// Calls heard over some weeks, of which so many were listened to.
    func weeksHeard(_ calls: Int, listened: Int, of weeks: Int) -> String
    /// `growing`.
    func movement(_ movement: Movement) -> String
    /// `▲ growing since 2026-10`, for the signs that stand on a page.
    func legend(_ movements: [Movement], since period: String) -> String
    /// `Growing since 2026-10: 1 to 9 more of every 100 calls.`
    func change(_ verdict: Digest.Change.Verdict, by difference: Estimate, since period: String)
        -> String
    /// `About 510 calls a month now, about 380 in 2026-10.`
    func volume(_ now: Double, before: Double, in period: String, isCounted: Bool) -> String
    /// `Rising over 8 weeks, by about 6 of every 100 calls.`
    func trend(rise: Double, weeks: Int) -> String
    /// What it means changed, so that nothing can be said.
    func redefined(on day: CalendarDay, since period: String) -> String
    func notCompared(_ obstacle: Digest.Comparison.Obstacle, with period: String) -> String
    /// The number of calls itself moved, by `ratio`.
    /// That the call log of the period has a hole.
    func partialLog(_ log: Tally.LoggedDays) -> String
    func volumeMoved(_ ratio: Double, since period: String) -> String

    // The weeks.
    var changeColumn: String { get }
    /// `2026-W40 to 2026-W47; full height: 22 % of calls`.
    func weeks(_ first: String, _ last: String, height: Double) -> String
    /// What a break in the weeks means.
    var breakNote: String { get }
    /// `2026-W40: 1 of 12 calls`, for those who do not see the bars.
    func week(_ label: String, _ calls: Int, of counted: Int) -> String
}
