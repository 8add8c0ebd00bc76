import Testing

@testable import CallDigest

@Suite("Surges and bursts")
struct SurgeTests {
    // Worked by hand: all four of the affected calls fall into the 150 of 750 by (1/5)^4.
    @Test("four in 150 calls after none in 600 are no chance, two may be")
    func emerging() {
        #expect(abs(CountSurge.test(4, of: 150, before: 0, of: 600) - 0.0016) < 1e-12)
        #expect(abs(CountSurge.test(2, of: 150, before: 0, of: 600) - 0.04) < 1e-12)
        #expect(CountSurge.test(0, of: 10, before: 3, of: 20) == 1)
    }

    @Test("the upper tail of a binomial is the sum of its terms")
    func tail() {
        // 10 calls, a chance of 0.3: P(X >= 4) = 0.3503892816.
        #expect(abs(BinomialDistribution.upperTail(4, of: 10, chance: 0.3) - 0.3503892816) < 1e-12)
        #expect(BinomialDistribution.upperTail(11, of: 10, chance: 0.3) == 0)
        #expect(abs(BinomialDistribution.upperTail(10, of: 10, chance: 0.3) - 5.9049e-6) < 1e-15)
    }

    private let counts: [Double] = [
        3, 2, 4, 3, 5, 2, 3, 4, 2, 3, 3, 9, 12, 4, 3, 2, 0, 1, 15, 14,
    ]

    // Reference case S14: Hutwagner et al. (2003) J Urban Health 80 suppl 1:i89-96; with the peer's
    // own number of deviations the bounds are those of R surveillance 1.20.3 earsC.
    @Test("weekly counts (S14)")
    func earlyWarning() throws {
        let c1: [(mean: Double, sd: Double, upper: Double, z: Double)] = [
            (3.14285714286, 1.06904496765, 6.34999204581, 0.801783725737),
            (3.28571428571, 1.11269728053, 6.6238061273, -1.15549332978),
            (3.28571428571, 1.11269728053, 6.6238061273, -0.256776295507),
            (3.14285714286, 1.06904496765, 6.34999204581, -0.133630620956),
            (3.14285714286, 1.06904496765, 6.34999204581, 5.4788554592),
            (3.71428571429, 2.42997158518, 11.0042004698, 3.40979883726),
            (5.14285714286, 3.80475892485, 16.5571339174, -0.300375704593),
            (5.28571428571, 3.72890894294, 16.4724411145, -0.612971333087),
            (5.14285714286, 3.80475892485, 16.5571339174, -0.826033187631),
            (5.14285714286, 3.80475892485, 16.5571339174, -1.35169067067),
            (4.71428571429, 4.2314018841, 17.4084913666, -0.877790816382),
            (4.42857142857, 4.42933941114, 17.716589662, 2.38668288658),
            (5.28571428571, 5.82277956862, 22.7540529916, 1.49658519811),
        ]
        let c2z = [
            -0.133630620956, -0.256776295507, 5.13552591013, 8.28509849929, 0.801783725737,
            -0.293948175626, -0.826033187631, -1.41749620776, -1.08886192915, 2.59074045212,
            2.19447704096,
        ]
        for (place, row) in c1.enumerated() {
            let warning = try #require(EarlyWarning(Array(counts.prefix(8 + place)), lag: 0))
            #expect(abs(warning.mean - row.mean) < 1e-6 && abs(warning.deviation - row.sd) < 1e-6)
            #expect(abs(warning.upper - row.upper) < 1e-6 && abs(warning.z - row.z) < 1e-6)
            #expect(warning.isAlarm == [4, 5].contains(place))
        }
        for (place, z) in c2z.enumerated() {
            let warning = try #require(EarlyWarning(Array(counts.prefix(10 + place)), lag: 2))
            #expect(abs(warning.z - z) < 1e-6)
            #expect(warning.isAlarm == [2, 3].contains(place))
        }
        #expect(EarlyWarning(Array(counts.prefix(7)), lag: 0) == nil)
        #expect(EarlyWarning(Array(counts.prefix(9)), lag: 2) == nil)
    }

    @Test("a baseline without any spread is taken to vary by a half")
    func flat() throws {
        let warning = try #require(EarlyWarning([5, 5, 5, 5, 5, 5, 5, 6], lag: 0))
        #expect(warning.upper == 6.5 && !warning.isAlarm)
    }

    // Reference case S16: Kleinberg (2002/2003), batched arrivals; the exact optimum by search over
    // all 4096 courses.
    @Test("a burst of three weeks (S16)")
    func burst() throws {
        let affected: [Double] = [2, 3, 2, 3, 2, 3, 9, 11, 8, 3, 2, 3]
        let calls: [Double] = [60, 58, 62, 60, 55, 61, 60, 63, 58, 60, 59, 61]
        let automaton = try #require(BurstAutomaton(affected: affected, calls: calls))
        #expect(abs(automaton.usual - 0.071129707113) < 1e-6)
        #expect(abs(automaton.raised - 0.142259414226) < 1e-6)
        #expect(abs(automaton.cost - 25.3045912848) < 1e-6)
        #expect(automaton.bursts.map(\.weeks) == [6...8])
        #expect(abs(automaton.bursts[0].weight - 7.2190084374) < 1e-6)
        #expect(BurstAutomaton(affected: [0, 0, 0], calls: [9, 9, 9]) == nil)
    }
}
