import CallModel

/// What a draw makes of a heard call; nil for one that was picked by hand.
struct CountedCall {
    let stratum: Int
    let probability: Double
    /// Whether the call forbids design A of the statistics.
    let crossesFrames: Bool

    init?(_ call: TallyCalls.Heard, strata: TallyStrata) {
        let entries = call.entries.filter { strata.listened.contains($0.draw) }
        let picking = call.leading.compactMap { entry in
            strata.heads[entry.draw].map { (entry: entry, draw: $0) }
        }
        let first = picking.min {
            ($0.draw.madeAt, $0.draw.number) < ($1.draw.madeAt, $1.draw.number)
        }
        guard let first,
            let place = strata.places[first.entry.draw]?[first.entry.stratum],
            let combined = InclusionProbability.combined(entries.map(\.probability))
        else { return nil }
        stratum = place
        probability = combined
        let own = first.draw.parts[first.entry.stratum]
        crossesFrames =
            picking.contains { $0.draw.isRisk }
            || entries.count > 1
                && entries.contains {
                    strata.heads[$0.draw]?.parts[$0.stratum] != own
                }
    }
}
