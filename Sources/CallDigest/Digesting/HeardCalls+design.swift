import CallModel

extension HeardCalls {
    /// What the counted calls stand for; nil where no call was counted or where the number of calls
    /// there are is unknown, so that nothing can be said of all calls.
    func base(in tally: Tally) -> CountedBase? {
        guard countedCount > 0, let said = tally.population else { return nil }
        let population = max(said, countedCount)
        let covered = covered(in: tally).map { Double(min(max($0, countedCount), population)) }
        let reach = covered ?? Double(population)
        guard
            let design = tally.isStratified
                ? stratifiedDesign(in: tally) : poissonDesign(in: tally, covered: reach)
        else { return nil }
        return CountedBase(
            design: design, covered: reach,
            uncoveredShare: covered.map { 1 - $0 / Double(population) })
    }

    /// Calls of the scope in strata of which a call was counted; nil where unknown.
    private func covered(in tally: Tally) -> Int? {
        var sum = 0
        for (index, stratum) in tally.strata.enumerated() where countedByStratum[index] > 0 {
            let inScope =
                stratum.populationInScope
                ?? (tally.scope.isWholeProgramme ? stratum.population : nil)
            guard let inScope else { return nil }
            sum += inScope
        }
        return sum
    }

    /// Design A: inclusion is by calls really heard over calls there are, so that skipped calls
    /// weaken a stratum and do not bend its weight. Nil where a stratum's size is unknown.
    private func stratifiedDesign(in tally: Tally) -> SampleDesign? {
        // By name, so that sums do not depend on how the strata are listed.
        let order = tally.strata.indices.filter { countedByStratum[$0] > 0 }
            .sorted {
                tally.strata[$0].name.utf8.lexicographicallyPrecedes(tally.strata[$1].name.utf8)
            }
        var places = [Int](repeating: 0, count: tally.strata.count)
        var strata: [SampleDesign.Stratum] = []
        for index in order {
            guard let population = tally.strata[index].population else { return nil }
            places[index] = strata.count
            let counted = countedByStratum[index]
            strata.append(
                SampleDesign.Stratum(
                    population: max(population, counted), counted: counted, inScope: 0))
        }
        var stratumOfCall: [Int] = []
        for (place, index) in tallyIndices.enumerated() where countedPlaces[place] != nil {
            guard let stratum = tally.calls[index].stratum else { continue }
            stratumOfCall.append(places[stratum])
            strata[places[stratum]].inScope += 1
        }
        return SampleDesign(stratumOfCall: stratumOfCall, strata: strata)
    }

    /// Design B: inclusion as stored by the draws, less the part of their calls that was not heard.
    /// (A common factor leaves every share as it is; without it, a certain call's neighbours that
    /// were skipped would seem to be known.)
    private func poissonDesign(in tally: Tally, covered: Double) -> SampleDesign {
        let probabilities = tallyIndices.indices.filter { countedPlaces[$0] != nil }
            .compactMap { tally.calls[tallyIndices[$0]].inclusionProbability }
        let drawn = tally.strata.reduce(0) { $0 + ($1.isListened ? $1.drawn : 0) }
        let counted = countedByStratum.reduce(0, +)
        var heard = min(1, Double(counted) / Double(max(1, drawn)))
        if probabilities.allSatisfy({ $0 == 1 }) {
            heard = min(heard, Double(countedCount) / covered)
        }
        return SampleDesign(probabilities: probabilities.map { $0 * heard })
    }
}
