import CallModel

/// Says how the calls of a period were come by.
struct SampleFinding {
    let period: CountedPeriod
    /// What the counted calls stand for; nil where nothing can be said of all calls.
    let base: CountedBase?

    /// The sample; `heaviestShares` are the shares that single calls carry of the ranked numbers.
    func sample(heaviestShares: [Double]) -> Digest.Sample {
        let tally = period.tally
        let calls = period.calls
        let design = base?.design
        let population = tally.population.map { max($0, calls.countedCount) }
        let isCensus = design?.isCensus == true && population == calls.countedCount
        let isHeavy = design.flatMap { design in
            Median.of(design.weights).map { design.largestWeight > 20 * $0 }
        }
        let ownShare = design.map { $0.largestWeight / $0.weightSum } ?? 0
        var sample = Digest.Sample(
            population: population, counted: calls.countedCount,
            handPicked: calls.count - calls.countedCount,
            effective: isCensus ? nil : design?.kishEffective, isStratified: tally.isStratified,
            isCensus: isCensus, strata: strata, uncoveredShare: base?.uncoveredShare,
            heaviestCallShare: isHeavy == true
                ? heaviestShares.reduce(ownShare) { max($0, $1) } : nil,
            listeners: Set(calls.tallyIndices.flatMap { tally.calls[$0].listeners }).count,
            heardSeconds: tally.heardSeconds, degreesOfFreedom: design?.df,
            rejected: calls.rejected)
        sample.draws = tally.draws
        sample.heardTwice = calls.tallyIndices.indices.count { place in
            calls.countedPlaces[place] != nil
                && tally.calls[calls.tallyIndices[place]].listeners.count > 1
        }
        return sample
    }

    /// The parts that lie in the scope and were listened to at all, by name.
    private var strata: [Digest.Sample.Stratum] {
        zip(period.tally.strata, period.calls.countedByStratum)
            .filter { $0.0.populationInScope != 0 && $0.0.isListened }
            .map { stratum, heard in
                var found = Digest.Sample.Stratum(
                    name: stratum.name, population: stratum.population, drawn: stratum.drawn,
                    skipped: stratum.skipped, heard: heard)
                found.draws = stratum.draws
                found.nameInDraws = stratum.nameInDraws
                return found
            }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
