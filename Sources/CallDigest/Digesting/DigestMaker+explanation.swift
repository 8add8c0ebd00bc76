public import CallModel

extension DigestMaker {
    /// The arithmetic of one pain point's line; nil where the pain point stands in no line of the
    /// digest, or where there is no base for a range, so that there is nothing to reckon.
    ///
    /// Throws where a tally contradicts itself.
    public func explanation(
        of key: String, in tally: Tally, history: TallyHistory = TallyHistory()
    ) throws(TallyError) -> Explanation? {
        let digest = try digest(of: tally, history: history)
        guard let finding = digest.findings.first(where: { $0.key == key }) else { return nil }
        let now = try counter(of: tally, expected: [key])
        guard let base = now.base, let index = now.period.ledger.keys.firstIndex(of: key) else {
            return nil
        }
        let period = now.period
        var places: [Int] = []
        var counted: [MarkLedger.Touch] = []
        for touch in period.ledger.touches[index] {
            guard let place = period.calls.countedPlaces[touch.call] else { continue }
            places.append(place)
            counted.append(touch)
        }
        let share = base.design.mean(
            of: SparseValues(calls: places, values: counted.map(\.share)))
        let minutes = base.design.mean(
            of: SparseValues(calls: places, values: counted.map(\.minutes)))
        let months = tally.period.days / FindingMaker.daysOfMonth
        let touchedMean =
            counted.isEmpty ? 0 : counted.reduce(0) { $0 + $1.minutes } / Double(counted.count)
        return Explanation(
            digest: digest, finding: finding,
            groups: tally.isStratified ? groups(of: counted, in: period) : [],
            affected: zip(places, counted).map {
                affected($1, weight: base.design.weights[$0], in: period)
            },
            weightSum: base.design.weightSum,
            share: Explanation.Mean(value: share.mean, variance: share.variance),
            designEffective: base.design.isCensus ? nil : base.design.designEffective,
            minutes: Explanation.Mean(value: minutes.mean, variance: minutes.variance),
            covered: base.covered, months: months,
            increment: base.design.isCensus
                ? 0
                : base.design.largestWeight / base.design.weightSum * base.covered / months
                    * touchedMean)
    }

    private func affected(
        _ touch: MarkLedger.Touch, weight: Double, in period: CountedPeriod
    ) -> Explanation.Affected {
        let tally = period.tally
        return Explanation.Affected(
            call: tally.calls[period.calls.tallyIndices[touch.call]].id, weight: weight,
            share: touch.share, minutes: touch.minutes, severity: touch.severity,
            ranges: period.ledger.marks[touch.marks].compactMap { tally.marks[$0].range })
    }

    /// The groups of which a call was counted, by name.
    private func groups(
        of touches: [MarkLedger.Touch], in period: CountedPeriod
    ) -> [Explanation.Group] {
        let tally = period.tally
        var affected = [Double](repeating: 0, count: tally.strata.count)
        var inScope = [Int](repeating: 0, count: tally.strata.count)
        for (place, index) in period.calls.tallyIndices.enumerated()
        where period.calls.countedPlaces[place] != nil {
            if let stratum = tally.calls[index].stratum { inScope[stratum] += 1 }
        }
        for touch in touches {
            let index = period.calls.tallyIndices[touch.call]
            if let stratum = tally.calls[index].stratum { affected[stratum] += touch.share }
        }
        return tally.strata.indices.filter { period.calls.countedByStratum[$0] > 0 }
            .map { index in
                Explanation.Group(
                    name: tally.strata[index].name,
                    population: max(
                        tally.strata[index].population ?? 0, period.calls.countedByStratum[index]),
                    counted: period.calls.countedByStratum[index], inScope: inScope[index],
                    affected: affected[index])
            }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
