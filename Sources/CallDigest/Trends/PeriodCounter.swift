import CallModel

/// Makes the counts of a period by which it is compared with others.
struct PeriodCounter {
    let period: CountedPeriod
    /// What the counted calls stand for; nil where nothing can be said with a range.
    let base: CountedBase?
    private let settings: DigestSettings

    init(_ period: CountedPeriod, settings: DigestSettings) {
        self.period = period
        self.settings = settings
        base = period.calls.base(in: period.tally).flatMap { $0.design.hasRange ? $0 : nil }
    }

    /// The counts.
    var counts: PeriodCounts {
        let (tally, calls) = (period.tally, period.calls)
        var counts = PeriodCounts(
            period: tally.period, population: tally.population, loggedDays: tally.loggedDays)
        counts.holds = tally.holds
        counts.counted = calls.countedCount
        counts.covered = base?.covered
        let counted = zip(calls.tallyIndices, calls.countedPlaces).filter { $1 != nil }.map(\.0)
        let agents = counted.map { tally.calls[$0].agent }
        counts.hearers = hearers(of: counted)
        let rolls: Rolls = (
            callers: People.Roll(counted.map { tally.calls[$0].caller }),
            agents: People.Roll(agents)
        )
        counts.agents = rolls.agents.people(at: agents.indices.filter { agents[$0] != nil })
        counts.unheard = painPoint([], rolls)
        for (key, touches) in zip(period.ledger.keys, period.ledger.touches) where !touches.isEmpty
        {
            counts.painPoints[key] = painPoint(touches, rolls)
        }
        for (key, values) in zip(period.reasons.keys, period.reasons.values) {
            counts.reasons[key] = values.values.reduce(0, +)
        }
        counts.withoutReason = period.reasons.notRecorded.values.reduce(0, +)
        return counts
    }

    /// Who called and whose calls they were, at the places of counted calls.
    private typealias Rolls = (callers: People.Roll, agents: People.Roll)

    private func painPoint(
        _ touches: [MarkLedger.Touch], _ rolls: Rolls
    ) -> PeriodCounts.PainPoint {
        var (places, shares): ([Int], [Double]) = ([], [])
        for touch in touches {
            guard let place = period.calls.countedPlaces[touch.call] else { continue }
            places.append(place)
            shares.append(touch.share)
        }
        var point = PeriodCounts.PainPoint()
        point.calls = places.count
        point.callers = rolls.callers.people(at: places)
        point.agents = rolls.agents.people(at: places)
        guard let design = base?.design else { return point }
        let values = SparseValues(calls: places, values: shares)
        let (level, interval) = (settings.level, settings.interval)
        point.shown = design.share(of: values, level: level, interval: interval).map {
            Estimate(value: $0.value, low: $0.low, high: $0.high)
        }
        point.share = design.share(
            of: values, level: level, interval: interval, isSampleOfCauses: true
        ).map {
            PeriodCounts.Share(
                estimate: Estimate(value: $0.value, low: $0.low, high: $0.high),
                effective: $0.effective)
        }
        if design.hasEqualWeights {
            point.load = PeriodCounts.Load(
                affected: shares.reduce(0, +), calls: Double(period.calls.countedCount))
        } else {
            point.load = point.share.map {
                PeriodCounts.Load(
                    affected: $0.effective * $0.estimate.value, calls: $0.effective)
            }
        }
        return point
    }

    /// Who heard the calls at some indices of the tally.
    private func hearers(of calls: [Int]) -> [PeriodCounts.Hearers] {
        var counts: [[ListenerID]: Int] = [:]
        for call in calls { counts[period.tally.calls[call].listeners, default: 0] += 1 }
        return counts.map { PeriodCounts.Hearers(listeners: $0.key, calls: $0.value) }
            .sorted { $0.listeners.lexicographicallyPrecedes($1.listeners) }
    }
}
