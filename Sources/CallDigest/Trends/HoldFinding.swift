import CallModel

/// Finds what the call log says of holds, and how that stands to the previous period.
struct HoldFinding {
    let now: PeriodCounts
    /// Nil where nothing came before.
    let before: PeriodCounts?
    let level: Double

    /// Nil where no record speaks of holds.
    var holds: Digest.Holds? {
        let total = now.holds.total
        guard total.calls > 0 else { return nil }
        var holds = Digest.Holds(now: total)
        guard let before, LogCoverage.partial(now, beside: before) == nil,
            let ratio = RateRatio(
                counts(now.holds), over: counts(before.holds), level: level)
        else { return holds }
        holds.ratio = ratio.estimate
        holds.p = ratio.p
        holds.dispersion = ratio.dispersion
        return holds
    }

    private func counts(_ holds: LoggedHolds) -> [RateRatio.Count] {
        holds.days.map { RateRatio.Count(events: Double($0.holds), exposure: Double($0.calls)) }
    }
}
