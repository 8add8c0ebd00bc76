import CallModel
import Foundation

/// Says what moved between two periods, and where that cannot be said.
struct ChangeMaker {
    /// Fewer calls in either period are not compared: what would not be printed as a percentage is no
    /// measure of a change.
    static let fewestCalls = 30
    /// Fewer calls with a pain point, in both periods together, are not tested.
    static let fewestHeard = 3
    /// The least part of the calls that people of both periods must have heard.
    static let sharedListening = 0.8

    let now: PeriodCounts
    let before: PeriodCounts
    let breaks: TaxonomyBreaks

    /// Why the periods are not compared; nil where they are.
    ///
    /// Listeners are held against each other by the calls they heard, not by heads: a guest who
    /// heard one call changes nothing.
    var obstacle: Digest.Comparison.Obstacle? {
        guard now.covered != nil, before.covered != nil else { return .unknownPopulation }
        if let partial = LogCoverage.partial(now, beside: before) {
            return .partialLog(
                label: partial.period.label, daysWithCalls: partial.loggedDays?.daysWithCalls ?? 0,
                days: partial.loggedDays?.days ?? 0)
        }
        guard min(now.counted, before.counted) >= Self.fewestCalls else {
            return .tooFewCalls(fewest: Self.fewestCalls)
        }
        let shared = sharedListening
        return shared < Self.sharedListening ? .otherListeners(shared: shared) : nil
    }

    /// Calls a day of the log over those of the previous period.
    var volumeRatio: Double? {
        guard let calls = now.population, let earlier = before.population, earlier > 0,
            LogCoverage.partial(now, beside: before) == nil
        else { return nil }
        return Double(calls) / now.period.days / (Double(earlier) / before.period.days)
    }

    /// The instant within the two periods at which a pain point became another one.
    func redefined(_ key: String) -> CalendarDay? {
        breaks.last(of: key, from: before.period.start, to: now.period.end)
            .map { instant in
                Calendar.iso8601(in: TimeZone(identifier: now.period.timeZone) ?? .gmt)
                    .day(of: instant)
            }
    }

    /// The change of each pain point that was heard often enough and kept its meaning, all of them
    /// tested together.
    func changes(of keys: [String]) -> [String: Digest.Change] {
        var tested: [(key: String, now: PeriodCounts.Share, before: PeriodCounts.Share)] = []
        for key in keys where redefined(key) == nil {
            guard let share = now[key].share, let earlier = before[key].share,
                now[key].calls + before[key].calls >= Self.fewestHeard
            else { continue }
            tested.append((key, share, earlier))
        }
        let p = tested.map {
            ShareDifference.test(
                $0.before.estimate.value, of: $0.before.effective, $0.now.estimate.value,
                of: $0.now.effective
            ).p
        }
        let monthly = (before.covered ?? 0) * FindingMaker.daysOfMonth
        let days = before.period.days
        var changes: [String: Digest.Change] = [:]
        for (test, (p, q)) in zip(tested, zip(p, FalseDiscovery.qValues(of: p))) {
            let earlier = test.before.estimate
            let difference = ShareDifference.between(earlier, test.now.estimate)
            let ratio = earlier.value > 0 ? test.now.estimate.value / earlier.value : nil
            changes[test.key] = Digest.Change(
                verdict: Self.verdict(difference: difference.value, ratio: ratio, q: q),
                difference: difference, ratio: ratio, previousShare: earlier,
                previousCallsPerMonth: earlier.value * monthly / days, p: p, q: q)
        }
        return changes
    }

    /// Growing or shrinking takes both: more than chance, and enough to matter (a point of all calls,
    /// or a quarter more or a fifth less than before).
    static func verdict(
        difference: Double, ratio: Double?, q: Double
    ) -> Digest.Change.Verdict {
        let matters = abs(difference) >= 0.01 || ratio.map { $0 < 0.8 || $0 > 1.25 } ?? true
        guard matters, difference != 0 else { return .noClearChange }
        if q <= 0.1 { return difference > 0 ? .growing : .shrinking }
        if q <= 0.3 { return difference > 0 ? .maybeGrowing : .maybeShrinking }
        return .noClearChange
    }

    /// The part of the counted calls of each period, the smaller of the two, that was heard by
    /// somebody who listened in both.
    private var sharedListening: Double {
        let both = Set(now.hearers.lazy.flatMap(\.listeners))
            .intersection(before.hearers.lazy.flatMap(\.listeners))
        func share(_ hearers: [PeriodCounts.Hearers]) -> Double {
            let shared = hearers.filter { !both.isDisjoint(with: $0.listeners) }
            return Double(shared.reduce(0) { $0 + $1.calls })
                / Double(max(1, hearers.reduce(0) { $0 + $1.calls }))
        }
        return min(share(now.hearers), share(before.hearers))
    }
}
