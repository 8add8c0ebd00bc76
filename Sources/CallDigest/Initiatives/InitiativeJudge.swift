import CallModel
import Foundation

/// Says what came of a fix, and what one would be worth.
struct InitiativeJudge {
    /// Minutes of a day of work.
    static let minutesOfDay = 480.0
    /// Within so many months a fix should pay back: what takes longer is rarely a small one.
    static let months = 6.0
    /// The most days of work of a small win, and how likely it must pay back.
    static let smallDays = 5.0
    static let likely = 0.8

    let maker: DigestMaker
    let history: TallyHistory
    /// Every pain point that some fix touches.
    private let touched: Set<String>

    init(maker: DigestMaker, history: TallyHistory) {
        self.maker = maker
        self.history = history
        touched = Set(history.initiatives.flatMap(\.initiative.plan.painPoints))
    }

    /// The status board, by id.
    func standings(in tally: Tally) throws(TallyError) -> [Digest.InitiativeStanding] {
        var standings: [Digest.InitiativeStanding] = []
        for entry in history.initiatives {
            let initiative = entry.initiative
            guard tally.scope.isWholeProgramme || tally.scope == initiative.plan.scope else {
                continue
            }
            var standing = Digest.InitiativeStanding(
                initiative: initiative,
                labels: initiative.plan.painPoints.map { tally.taxonomy.painPoint($0)?.label ?? $0 }
            )
            if initiative.droppedBecause == nil {
                if let before = entry.before, let after = entry.after {
                    standing.outcome = outcome(of: initiative, before, after, in: tally)
                } else if initiative.shippedOn == nil {
                    standing.worth = try worth(of: initiative, in: tally)
                }
            }
            standings.append(standing)
        }
        return standings
    }

    /// Before and after, and what no fix touches beside them.
    private func outcome(
        of initiative: Initiative, _ before: FixCounts, _ after: FixCounts, in tally: Tally
    ) -> Digest.Outcome {
        let keys = initiative.plan.painPoints
        let (earlier, later) = (before.counts, after.counts)
        let breaks = TaxonomyBreaks(history.taxonomies, timeZone: earlier.period.timeZone)
        let changes = ChangeMaker(now: later, before: earlier, breaks: breaks)
        var outcome = Digest.Outcome(
            verdict: .redefined, countedBefore: earlier.counted, countedAfter: later.counted)
        outcome.days = Digest.Days(before: earlier.period, after: later.period)
        if keys.contains(where: { changes.redefined($0) != nil }) { return outcome }
        switch changes.obstacle {
        case nil: break
        case .tooFewCalls(let fewest)?:
            let aim = max(fewest, initiative.plan.callsEachSide ?? fewest)
            outcome.verdict = .cannotTell(more: max(1, aim - later.counted))
            return outcome
        case let obstacle?:
            outcome.verdict = .notCompared(obstacle)
            return outcome
        }
        guard let first = earlier[FixCounts.joint].share, let second = later[FixCounts.joint].share
        else {
            outcome.verdict = .notCompared(.unknownPopulation)
            return outcome
        }
        let difference = ShareDifference.between(first.estimate, second.estimate)
        outcome.before = first.estimate
        outcome.after = second.estimate
        outcome.difference = difference
        outcome.verdict = Self.verdict(
            difference, hoped: initiative.plan.hopedReduction * first.estimate.value,
            counted: later.counted)
        if let key = untouchedKey(in: earlier), let was = earlier[key].share,
            let now = later[key].share
        {
            outcome.untouchedKey = key
            outcome.untouched = tally.taxonomy.painPoint(key)?.label ?? key
            outcome.untouchedDifference = ShareDifference.between(was.estimate, now.estimate)
        }
        outcome.course =
            FixCourse(
                before: before.weeks, after: after.weeks, washOutDays: initiative.washOutDays,
                level: maker.settings.level
            ).course
        return outcome
    }

    /// What the range of the difference allows to say, where `hoped` is how far the share was to
    /// fall.
    ///
    /// A range narrows with the root of the calls heard: so many more make it as narrow as what was
    /// hoped for.
    static func verdict(
        _ difference: Estimate, hoped: Double, counted: Int
    ) -> Digest.Outcome.Verdict {
        if difference.high < 0 { return .worked }
        if difference.low > 0 { return .rose }
        let width = difference.high - difference.low
        guard width > hoped, hoped > 0 else { return .noChange }
        let needed = Double(counted) * (width / hoped) * (width / hoped)
        return .cannotTell(more: max(1, Int((needed - Double(counted)).rounded(.up))))
    }

    /// The pain point heard most before, of those that no fix touches and that kept their meaning.
    private func untouchedKey(in counts: PeriodCounts) -> String? {
        counts.painPoints
            .filter { $0.value.calls > 0 && $0.key != FixCounts.joint && !touched.contains($0.key) }
            .max { left, right in
                let (first, second) = (left.value.calls, right.value.calls)
                return first == second ? left.key > right.key : first < second
            }?.key
    }

    /// What the fix would save, and whether that pays for it.
    private func worth(
        of initiative: Initiative, in tally: Tally
    ) throws(TallyError) -> Digest.Worth? {
        // The calls of another scope than the digest's were not read.
        guard tally.scope == initiative.plan.scope else { return nil }
        let joined = try maker.counter(of: tally.joining(initiative.plan.painPoints))
        let finder = FindingMaker(
            period: joined.period, settings: maker.settings, base: joined.base,
            previousCalls: nil)
        var counter = PainPointCounter(calls: joined.period.calls)
        guard let index = joined.period.ledger.keys.firstIndex(of: FixCounts.joint),
            let minutes = finder.draft(index, counter: &counter).finding.minutesPerMonth,
            let base = joined.base
        else { return nil }
        let part = initiative.plan.hopedReduction
        let saved = Estimate(
            value: part * minutes.value, low: part * minutes.low, high: part * minutes.high)
        let cost = initiative.plan.effortDays * Self.minutesOfDay
        let variance = finder.minutesVariance(index, base: base)
        let paysBack = Self.chance(
            ofSaving: cost / (part * Self.months), total: minutes.value, variance: variance)
        return Digest.Worth(
            minutesSavedPerMonth: saved, costMinutes: cost, paysBack: paysBack,
            isSmallWin: initiative.plan.effortDays <= Self.smallDays && paysBack >= Self.likely
                && saved.low * Self.months > cost)
    }

    /// The probability that a total believed to follow a gamma distribution is over a threshold.
    static func chance(ofSaving least: Double, total: Double, variance: Double) -> Double {
        guard total > 0 else { return 0 }
        guard variance > 0 else { return total >= least ? 1 : 0 }
        return 1
            - GammaDistribution(shape: total * total / variance, scale: variance / total)
            .cumulative(least)
    }

    /// The share of calls with any of some pain points, and the calls to hear on each side of a fix
    /// for a fall by a part of it to be told from chance; nil where there is no base for it.
    static func plan(
        of keys: [String], reduction: Double, in tally: Tally, maker: DigestMaker
    ) throws(TallyError) -> (share: Double, callsEachSide: Int)? {
        let counts = try maker.counts(of: tally.joining(keys))
        guard let share = counts[FixCounts.joint].share, share.estimate.value > 0 else {
            return nil
        }
        let p = share.estimate.value
        let calls = SampleSize.toCompare(
            p, with: p * (1 - reduction),
            designEffect: max(1, Double(counts.counted) / share.effective))
        return (p, Int(calls.rounded(.up)))
    }
}
