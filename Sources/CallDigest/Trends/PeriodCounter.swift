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
        let counted = calls.tallyIndices.indices.filter { calls.countedPlaces[$0] != nil }
            .map { tally.calls[calls.tallyIndices[$0]] }
        counts.agents = People(counted.lazy.filter { $0.agent != nil }.map(\.agent))
        counts.hearers = Self.hearers(of: counted)
        counts.unheard = painPoint([])
        for (key, touches) in zip(period.ledger.keys, period.ledger.touches) where !touches.isEmpty
        {
            counts.painPoints[key] = painPoint(touches)
        }
        for (key, values) in zip(period.reasons.keys, period.reasons.values) {
            counts.reasons[key] = values.values.reduce(0, +)
        }
        counts.withoutReason = period.reasons.notRecorded.values.reduce(0, +)
        return counts
    }

    private func painPoint(_ touches: [MarkLedger.Touch]) -> PeriodCounts.PainPoint {
        var (places, shares): ([Int], [Double]) = ([], [])
        var touched: [Tally.HeardCall] = []
        for touch in touches {
            guard let place = period.calls.countedPlaces[touch.call] else { continue }
            places.append(place)
            shares.append(touch.share)
            touched.append(period.tally.calls[period.calls.tallyIndices[touch.call]])
        }
        var point = PeriodCounts.PainPoint()
        point.calls = touched.count
        point.callers = People(touched.lazy.map(\.caller))
        point.agents = People(touched.lazy.map(\.agent))
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

    private static func hearers(of calls: [Tally.HeardCall]) -> [PeriodCounts.Hearers] {
        var counts: [[ListenerID]: Int] = [:]
        for call in calls { counts[call.listeners, default: 0] += 1 }
        return counts.map { PeriodCounts.Hearers(listeners: $0.key, calls: $0.value) }
            .sorted { $0.listeners.lexicographicallyPrecedes($1.listeners) }
    }
}
