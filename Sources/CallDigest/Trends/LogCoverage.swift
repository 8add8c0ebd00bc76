import CallModel
import Foundation

/// Whether two call logs can be held against each other, or one of them has a hole.
enum LogCoverage {
    /// Days running without a call that no week-end and no holiday explains: within a week four, for
    /// Saturday and Sunday end one; over longer, Easter has four.
    static func longSilence(days: Int) -> Int { days <= 7 ? 4 : 5 }

    /// Of the days with calls of one period, the part that the other must have too.
    static let leastShare = 0.75

    /// The period whose log is partial beside the other: one with a long silence that chance does not
    /// explain at its number of calls, or with calls on far fewer of its days. Nil where both are
    /// whole, or where nothing is known of the days.
    static func partial(
        _ counts: PeriodCounts, beside other: PeriodCounts
    ) -> PeriodCounts? {
        if hasHole(other) { return other }
        if hasHole(counts) { return counts }
        guard let days = share(of: counts), let others = share(of: other) else { return nil }
        if others < leastShare * days { return other }
        if days < leastShare * others { return counts }
        return nil
    }

    private static func share(of counts: PeriodCounts) -> Double? {
        counts.loggedDays.map { Double($0.daysWithCalls) / Double(max(1, $0.days)) }
    }

    /// Whether a log has a silence that chance does not explain at its number of calls.
    static func hasHole(_ counts: PeriodCounts) -> Bool {
        guard let logged = counts.loggedDays, let calls = counts.population else { return false }
        guard logged.longestSilence >= longSilence(days: logged.days) else { return false }
        let daily = Double(calls) / Double(max(1, logged.days))
        // As many days as there are could begin such a silence, each with this chance.
        return Double(logged.days) * exp(-daily * Double(logged.longestSilence)) < 0.01
    }
}
