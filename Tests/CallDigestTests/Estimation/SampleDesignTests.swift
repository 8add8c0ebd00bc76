import Testing

@testable import CallDigest

@Suite("Sample designs")
struct SampleDesignTests {
    /// A stratified sample of which the first `x` calls of each stratum were affected.
    private func stratified(
        _ strata: [(population: Int, calls: Int, affected: Int)]
    ) -> (SampleDesign, SparseValues) {
        var stratumOfCall: [Int] = []
        var affected: [Int] = []
        for (index, stratum) in strata.enumerated() {
            affected += (0..<stratum.affected).map { stratumOfCall.count + $0 }
            stratumOfCall += [Int](repeating: index, count: stratum.calls)
        }
        let design = SampleDesign(
            stratumOfCall: stratumOfCall,
            strata: strata.map {
                SampleDesign.Stratum(
                    population: $0.population, counted: $0.calls, inScope: $0.calls)
            })
        return (design, SparseValues(calls: affected, values: affected.map { _ in 1 }))
    }

    private func check(
        _ value: Double?, _ expected: Double, tolerance: Double = 1e-6,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(
            value.map { abs($0 - expected) < tolerance } ?? false,
            "\(String(describing: value)) is not \(expected)", sourceLocation: sourceLocation)
    }

    // Reference case S01: R survey 4.1-1 svymean, svyciprop.
    @Test("a simple random sample (S01)")
    func simple() throws {
        let (design, values) = stratified([(10_000, 200, 26)])
        let share = try #require(
            design.share(of: values, level: 0.95, interval: .kornGraubard))
        check(share.value, 0.13)
        check(share.variance.squareRoot(), 0.0236003151329)
        check(design.designEffective, 204.081632653)
        check(share.effective, 203.06122449)
        check(share.low, 0.0870077279694)
        check(share.high, 0.184177732006)
        #expect(design.df == 199)
        let wilson = try #require(design.share(of: values, level: 0.95, interval: .wilson))
        check(wilson.low, 0.0903315571699)
        check(wilson.high, 0.183573132843)
    }

    // Reference case S02: R survey 4.1-1. The peer has no cap on the effective number of calls: its
    // Wilson range is that of 158.26 calls.
    @Test("three sites, one over-sampled (S02)")
    func threeSites() throws {
        let (design, values) = stratified([(6000, 60, 6), (3000, 60, 9), (1000, 80, 28)])
        let share = try #require(
            design.share(of: values, level: 0.95, interval: .kornGraubard))
        check(share.value, 0.14)
        check(share.variance.squareRoot(), 0.0275818125356)
        check(design.designEffective, 132.890365449)
        check(share.effective, 132.890365449)
        check(share.low, 0.0859331736415)
        check(share.high, 0.210833197413)
        check(share.value * 10_000, 1400)
        check(share.variance.squareRoot() * 10_000, 275.818125356, tolerance: 1e-5)
        #expect(design.df == 197)
        let uncapped = 0.14 * 0.86 / share.variance
        check(uncapped, 158.263542351)
        let peer = ShareInterval.wilson.range(
            0.14, effective: uncapped, calls: 200, df: 197, level: 0.95)
        check(peer.low, 0.0942077926219)
        check(peer.high, 0.203060806573)
        let peerExact = ShareInterval.kornGraubard.range(
            0.14, effective: uncapped, calls: 200, df: 197, level: 0.95)
        check(peerExact.low, 0.0900216650132)
        check(peerExact.high, 0.203997975999)
    }

    // Reference case S03: R survey gives no range where nothing occurred; closed form.
    @Test("a stratified sample in which nothing occurred (S03)")
    func nothing() throws {
        let (design, values) = stratified([(5000, 50, 0), (800, 40, 0), (300, 30, 0)])
        let share = try #require(
            design.share(of: values, level: 0.95, interval: .kornGraubard))
        #expect(share.value == 0 && share.low == 0 && share.variance == 0)
        check(share.effective, 72.5482550205)
        check(share.high, 0.049593140255)
        #expect(!share.allowsPercentage)
    }

    // Reference case S05: Kish (1965, 1992).
    @Test("the effective number of calls by the weights (S05)")
    func kish() {
        let weights = [100.0, 50, 12.5].flatMap { [Double](repeating: $0, count: 40) }
        let design = SampleDesign(probabilities: weights.map { 1 / $0 })
        check(design.weightSum, 6500)
        check(design.kishEffective, 83.4567901235)
        check(Double(design.count) / design.kishEffective, 1.43786982249)
        check(design.designEffective, 84.5422711356)
    }

    // Reference case S06: R survey 4.1-1 svydesign(pps = poisson_sampling(pi)).
    @Test("a risk sample with known probabilities (S06)")
    func risk() throws {
        let rows = RiskSampleCase.calls.split(separator: ",").map {
            $0.split(whereSeparator: \.isWhitespace)
        }
        let design = SampleDesign(probabilities: rows.map { Double($0[1])! })
        let affected = rows.indices.filter { rows[$0][2] == "1" }
        let values = SparseValues(calls: affected, values: affected.map { _ in 1 })
        let share = try #require(
            design.share(of: values, level: 0.95, interval: .kornGraubard))
        #expect(design.count == 50 && design.df == 49)
        check(share.value, 0.0859630032644)
        check(share.variance.squareRoot(), 0.0298598345142)
        check(design.weightSum, 919)
        check(design.designEffective, 28.6175454053)
        check(share.effective, 28.6175454053)
        check(design.kishEffective, 27.7533107686)
        check(share.low, 0.0142649569716)
        check(share.high, 0.252169908886)
        #expect(affected.count == 11)  // the naive share would be 22 %
    }

    // Reference case S07: R survey svyby and subset.
    @Test(
        "one queue that crosses the strata (S07)",
        arguments: [
            (
                "billing", [0.13277693475, 0.0369007460804, 51.0186555767],
                [0.0540434372982, 0.257232139927], 58
            ),
            (
                "tech", [0.121193666261, 0.0414340797961, 60.4965983952],
                [0.0513882148704, 0.230767255264], 62
            ),
        ])
    func crossing(queue: String, numbers: [Double], range: [Double], df: Int) throws {
        let populations = ["East": 900, "North": 4000, "South": 2500]
        let rows = CrossedScopeCase.calls.split(separator: ",").map {
            $0.split(whereSeparator: \.isWhitespace).map(String.init)
        }
        let names = populations.keys.sorted()
        let inQueue = rows.filter { $0[2] == queue }
        let design = SampleDesign(
            stratumOfCall: inQueue.map { names.firstIndex(of: $0[1])! },
            strata: names.map { name in
                SampleDesign.Stratum(
                    population: populations[name]!, counted: rows.count { $0[1] == name },
                    inScope: inQueue.count { $0[1] == name })
            })
        let affected = inQueue.indices.filter { inQueue[$0][3] == "1" }
        let share = try #require(
            design.share(
                of: SparseValues(calls: affected, values: affected.map { _ in 1 }), level: 0.95,
                interval: .kornGraubard))
        check(share.value, numbers[0])
        check(share.variance.squareRoot(), numbers[1])
        check(share.effective, numbers[2])
        check(share.low, range[0])
        check(share.high, range[1])
        #expect(design.df == df)
    }

    @Test("a stratum of one call is held against the whole")
    func lonely() throws {
        let (design, values) = stratified([(100, 10, 3), (50, 1, 1)])
        let share = try #require(design.share(of: values, level: 0.9, interval: .kornGraubard))
        let p = 100.0 / 150 * 0.3 + 50.0 / 150
        let first = (100.0 / 150) * (100.0 / 150) * 0.9 * (0.3 * 0.7 * 10 / 9) / 10
        let second = (50.0 / 150) * (50.0 / 150) * (1 - 1.0 / 50) * (1 - p) * (1 - p)
        check(share.value, p, tolerance: 1e-12)
        check(share.variance, first + second, tolerance: 1e-12)
    }

    @Test("a stratum heard whole adds no variance")
    func whole() throws {
        let (design, values) = stratified([(100, 10, 3), (5, 5, 2)])
        let (_, variance) = design.mean(of: values)
        let only = (100.0 / 105) * (100.0 / 105) * 0.9 * (0.3 * 0.7 * 10 / 9) / 10
        check(variance, only, tolerance: 1e-15)
    }

    @Test("too few calls have no range, unless they are all there are")
    func tooFew() {
        let (one, values) = stratified([(100, 1, 1)])
        #expect(one.share(of: values, level: 0.9, interval: .kornGraubard) == nil)
        let (two, both) = stratified([(100, 1, 1), (100, 1, 0)])
        #expect(two.share(of: both, level: 0.9, interval: .kornGraubard) == nil)
        let (all, it) = stratified([(1, 1, 1)])
        let share = all.share(of: it, level: 0.9, interval: .kornGraubard)
        #expect(share?.low == 1 && share?.high == 1 && all.isCensus)
    }

    @Test("one of two heard calls is the mean of its listeners")
    func fractions() {
        let (design, _) = stratified([(1000, 100, 0)])
        let halves = SparseValues(calls: [3, 9], values: [0.5, 1])
        check(design.mean(of: halves).mean, 0.015, tolerance: 1e-15)
    }
}
