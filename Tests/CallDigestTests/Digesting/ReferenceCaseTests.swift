import CallModel
import Testing

@testable import CallDigest

/// Reference cases taken the whole way, from a tally to a digest.
@Suite("Reference cases, from tally to digest")
struct ReferenceCaseTests {
    private func near(_ value: Double?, _ expected: Double, relative: Double = 1e-6) -> Bool {
        value.map { abs($0 - expected) <= relative * abs(expected) } ?? false
    }

    private func rows(_ text: String) -> [[String]] {
        text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    }

    // Reference case S02: R survey 4.1-1.
    @Test("three sites, one over-sampled (S02)")
    func threeSites() throws {
        let sites = [("A", 6000, 60, 6), ("B", 3000, 60, 9), ("C", 1000, 80, 28)]
        var small = SmallTally(
            population: 10_000, strata: sites.map { (name: $0.0, population: $0.1) })
        for (name, _, calls, affected) in sites {
            for number in 0..<calls {
                let call = small.call("\(name)\(number)", stratum: name)
                if number < affected { small.mark("a", on: call) }
            }
        }
        let digest = try DigestMaker(settings: DigestSettings(level: 0.95)).digest(of: small.tally)
        let finding = try #require(digest.ranked.first)
        #expect(near(finding.share?.value, 0.14))
        #expect(near(finding.share?.low, 0.0859331736415))
        #expect(near(finding.share?.high, 0.210833197413))
        #expect(near(finding.effective, 132.890365449))
        #expect(near(finding.callsPerMonth?.value, 1400))
        #expect(finding.calls == 43 && digest.sample.counted == 200)
        #expect(digest.sample.degreesOfFreedom == 197 && digest.sample.uncoveredShare == 0)
    }

    // Reference case S06: R survey 4.1-1 svydesign(pps = poisson_sampling(pi)).
    @Test("a risk sample (S06)")
    func risk() throws {
        var small = SmallTally(
            population: 919, strata: [(name: "all", population: 919)], isStratified: false)
        for row in rows(RiskSampleCase.calls) {
            let call = small.call(row[0], stratum: "all", probability: Double(row[1]))
            if row[2] == "1" { small.mark("a", on: call) }
        }
        let digest = try DigestMaker(settings: DigestSettings(level: 0.95)).digest(of: small.tally)
        let finding = try #require(digest.ranked.first)
        #expect(near(finding.share?.value, 0.0859630032644))
        #expect(near(finding.share?.low, 0.0142649569716))
        #expect(near(finding.share?.high, 0.252169908886))
        #expect(near(finding.callsPerMonth?.value, 79))
        #expect(near(digest.sample.effective, 27.7533107686))
        #expect(!finding.showsPercentage)
    }

    // Reference case S07: R survey svyby and subset.
    @Test("one queue that crosses the strata (S07)")
    func crossing() throws {
        for (queue, numbers) in [
            "billing": [0.13277693475, 0.0540434372982, 0.257232139927],
            "tech": [0.121193666261, 0.0513882148704, 0.230767255264],
        ] {
            var small = SmallTally(
                population: 3000,
                strata: [
                    (name: "East", population: 900), (name: "North", population: 4000),
                    (name: "South", population: 2500),
                ], scope: Scope(queue: queue))
            for row in rows(CrossedScopeCase.calls) {
                let call = small.call(row[0], stratum: row[1], inScope: row[2] == queue)
                if row[3] == "1" { small.mark("a", on: call) }
            }
            let digest = try DigestMaker(settings: DigestSettings(level: 0.95))
                .digest(of: small.tally)
            let finding = try #require(digest.ranked.first)
            #expect(near(finding.share?.value, numbers[0]))
            #expect(near(finding.share?.low, numbers[1]))
            #expect(near(finding.share?.high, numbers[2]))
            #expect(near(finding.callsPerMonth?.value, numbers[0] * 3000))
            #expect(digest.sample.counted == (queue == "billing" ? 61 : 65))
            #expect(digest.sample.strata.map(\.heard).reduce(0, +) == 126)
            #expect(digest.sample.uncoveredShare == nil)
        }
    }

    // Reference case S08: Bankier (1986) JASA 81:1074, Hájek (1971); the variance as in S06.
    @Test("several streams, calls heard twice, hand-picked calls (S08)")
    func severalStreams() throws {
        var small = SmallTally(
            population: 1000, strata: [(name: "all", population: nil)], isStratified: false)
        for row in rows(SeveralStreamsCase.calls) {
            let verdicts = row[3...].map { $0.split(separator: "=").map(String.init) }
            let streams = row[1...2].compactMap(Double.init)
            let call = small.call(
                row[0], stratum: streams.isEmpty ? nil : "all",
                probability: InclusionProbability.combined(streams.filter { $0 > 0 }),
                day: small.tally.calls.count % 20,
                listeners: verdicts.map { $0[0] })
            for verdict in verdicts where verdict[1] == "1" {
                small.mark("a", on: call, by: verdict[0])
            }
        }
        let digest = try DigestMaker(settings: DigestSettings(level: 0.95)).digest(of: small.tally)
        let finding = try #require(digest.ranked.first)
        #expect(near(finding.share?.value, 0.445184843498))
        #expect(near(finding.share?.low, 0.188931881208))
        #expect(near(finding.share?.high, 0.725062360072))
        #expect(near(finding.effective, 14.028718479))
        #expect(digest.sample.counted == 30 && digest.sample.handPicked == 2)
        #expect(digest.sample.degreesOfFreedom == 29)
        #expect(finding.evidenceCalls == 15)
        #expect(small.tally.calls.filter { $0.stratum == nil }.map(\.id.rawValue) == ["h1", "h2"])
    }

    // Reference case S09: totals and standard errors by R survey svytotal; ranges by Fay and Feuer
    // (1997) Stat Med 16:791.
    @Test("monthly minutes lost, ranked by the low end (S09)")
    func impact() throws {
        let names = ["N": "North", "S": "South", "E": "East"]
        var small = SmallTally(
            population: 14_000,
            strata: [
                (name: "North", population: 9000), (name: "South", population: 4000),
                (name: "East", population: 1000),
            ])
        for row in rows(ImpactCase.calls) {
            #expect(names[String(row[0].prefix(1))] == row[1])
            let call = small.call(row[0], stratum: row[1])
            for mark in row[2...] {
                let parts = mark.split(whereSeparator: { "=/".contains($0) })
                let minutes = try #require(Double(parts[1]))
                small.mark(
                    String(parts[0]), on: call, severity: try #require(Int(parts[2])),
                    milliseconds: Int((minutes * 60_000).rounded()))
            }
        }
        let expected:
            [(key: String, minutes: [Double], calls: Int, perMonth: Double, weighted: Double)] =
                [
                    ("a", [13066.7142857, 9867.64186898, 17298.2130702], 40, 4800, 18952.5714286),
                    (
                        "b", [7822.28571429, 3987.34416674, 14116.8893086], 13, 1442.85714286,
                        16219.7857143
                    ),
                    ("d", [4217.0, 3386.6633501, 5285.26811069], 59, 6385.71428571, 5924.60714286),
                    (
                        "c", [7878.14285714, 2259.5325701, 20359.7590039], 5, 557.142857143,
                        8871.14285714
                    ),
                ]
        let digest = try DigestMaker().digest(of: small.tally)
        #expect(digest.ranked.map(\.key) == expected.map(\.key))
        #expect(digest.ranked.map(\.rank) == [1, 2, 3, 4])
        for (finding, row) in zip(digest.ranked, expected) {
            #expect(near(finding.minutesPerMonth?.value, row.minutes[0]))
            #expect(near(finding.minutesPerMonth?.low, row.minutes[1]))
            #expect(near(finding.minutesPerMonth?.high, row.minutes[2]))
            #expect(near(finding.callsPerMonth?.value, row.perMonth))
            #expect(near(finding.severityWeightedMinutesPerMonth?.value, row.weighted))
            #expect(finding.calls == row.calls)
        }
        // The standard errors of the case, by the design alone.
        let period = try CountedPeriod(small.tally, weights: .standard)
        let base = try #require(period.calls.base(in: small.tally))
        let errors = [2063.50350597, 2685.3976762, 4415.61875671, 528.688661075]
        let weightedErrors = [4574.41424476, 7805.05155832, 4353.89831386, 1269.47189764]
        for (index, touches) in period.ledger.touches.enumerated() {
            let places = touches.compactMap { period.calls.countedPlaces[$0.call] }
            let plain = base.design.mean(
                of: SparseValues(calls: places, values: touches.map(\.minutes)))
            #expect(near(plain.variance.squareRoot() * 14_000, errors[index]))
            let weighted = base.design.mean(
                of: SparseValues(calls: places, values: touches.map(\.weightedMinutes)))
            #expect(near(weighted.variance.squareRoot() * 14_000, weightedErrors[index]))
        }
    }
}
