import CallModel

/// Says how much of what hurts was heard in a period, and which corners of it nobody listened to.
struct CoverageFinder {
    /// Where the largest weight of a call is over so many times the smallest, coverage goes by
    /// weights.
    static let unevenWeights = 2.0
    /// What more listening aims at: of mentions, and of kinds.
    static let target = 0.95

    let period: CountedPeriod
    let base: CountedBase?
    let level: Double

    /// The coverage; nil where nothing was heard in a counted call.
    var coverage: Digest.Coverage? {
        let places = period.ledger.touches.map { touches in
            touches.compactMap { period.calls.countedPlaces[$0.call] }
        }.filter { !$0.isEmpty }
        guard
            let kinds = KindCoverage(
                places.map(\.count), .incidence(calls: period.calls.countedCount))
        else { return nil }
        let z = NormalDistribution.quantile((1 + level) / 2)
        let plain = kinds.coverageRange(z: z)
        var share = Estimate(value: kinds.coverage, low: plain.low, high: plain.high)
        let weights = base?.design.weights ?? []
        let isWeighted =
            (weights.max() ?? 1) > Self.unevenWeights * (weights.min() ?? 1)
        if isWeighted,
            let weighted = KindCoverage.weighted(places.map { $0.map { weights[$0] } })
        {
            share = Estimate(
                value: weighted.coverage, low: max(0, weighted.coverage - z * weighted.error),
                high: min(1, weighted.coverage + z * weighted.error))
        }
        let range = kinds.richnessRange(z: z)
        return Digest.Coverage(
            kinds: kinds.kinds, once: kinds.once, mentions: kinds.mentions, share: share,
            kindsAtLeast: range.map {
                Estimate(value: kinds.richness, low: $0.low, high: $0.high)
            }, isWeighted: isWeighted,
            moreForMentions: isWeighted ? nil : more(kinds.callsToCover(Self.target)),
            // Of kinds whose number cannot be told nobody can say when most of them were heard.
            moreForKinds: range == nil ? nil : more(kinds.callsToHear(Self.target)))
    }

    /// What would more than double the calls heard so far is guessing, not extrapolation.
    private func more(_ calls: Double?) -> Digest.MoreCalls? {
        guard let calls, calls.isFinite else { return nil }
        if calls <= 0 { return .enough }
        guard calls <= Double(period.calls.countedCount) else { return .severalTimes }
        return .about(Int(calls.rounded(.up)))
    }

    /// The corners, those that nobody listened to first, the largest of them first: what was not
    /// heard at all is the largest unknown.
    static func corners(of tally: Tally) -> [Digest.Corner] {
        tally.corners.map { Digest.Corner($0) }.sorted { left, right in
            if (left.counted == 0) != (right.counted == 0) { return left.counted == 0 }
            if left.population != right.population { return left.population > right.population }
            let names = [left, right].map { ($0.site ?? "", $0.queue ?? "") }
            return names[0] < names[1]
        }
    }
}
