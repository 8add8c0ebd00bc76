import CallModel
import Testing

@testable import CallDigest

@Suite("How many times as often as before")
struct RateRatioTests {
    private func near(_ value: Double?, _ expected: Double, within tolerance: Double) -> Bool {
        value.map { abs($0 / expected - 1) < tolerance } ?? false
    }

    // Gu, Ng, Tang and Schucany 2008: 60 in 51477.5 person-years against 30 in 54308.7. The score range
    // 1.366 to 3.259 at 95 % and p = 6.3e-4 are those of statsmodels 0.15.0 (method "score").
    @Test("two published counts")
    func published() throws {
        let ratio = try #require(
            RateRatio(
                [.init(events: 60, exposure: 51477.5)],
                over: [.init(events: 30, exposure: 54308.7)], level: 0.95))
        #expect(near(ratio.estimate.value, 2.11, within: 1e-4))
        #expect(near(ratio.estimate.low, 1.3659624311981189, within: 1e-9))
        #expect(near(ratio.estimate.high, 3.2593061483872248, within: 1e-8))
        #expect(near(ratio.p, 0.0006322188820470972, within: 1e-9))
        #expect(ratio.dispersion == nil)
    }

    private func counts(_ pairs: [(Double, Double)]) -> [RateRatio.Count] {
        pairs.map { RateRatio.Count(events: $0.0, exposure: $0.1) }
    }

    // statsmodels 0.15.0: GLM of the Poisson family for the dispersion, of the negative binomial family
    // with the alpha at which Pearson's statistic is its degrees of freedom for the rest.
    @Test("days that scatter more than chance makes them widen the range")
    func scattered() throws {
        let now = counts([(52, 80), (31, 95), (70, 88), (24, 60), (66, 102), (18, 40), (9, 33)])
        let before = counts([(30, 85), (12, 90), (41, 92), (20, 66), (22, 99), (6, 38), (15, 30)])
        let ratio = try #require(RateRatio(now, over: before, level: 0.9))
        #expect(near(ratio.dispersion, 4.532284679472647, within: 1e-9))
        #expect(near(ratio.estimate.value, 1.729575596440763, within: 1e-6))
        #expect(near(ratio.estimate.low, 1.19867635, within: 1e-6))
        #expect(near(ratio.estimate.high, 2.49561256, within: 1e-6))
        #expect(near(ratio.p, 0.013978727528047916, within: 1e-5))
    }

    @Test("days that do not are compared as their sums")
    func even() throws {
        let days = counts([(20, 100), (19, 100), (21, 100)])
        let ratio = try #require(
            RateRatio(days, over: counts([(10, 100), (11, 100), (9, 100)]), level: 0.9))
        let sums = try #require(
            RateRatio(counts([(60, 300)]), over: counts([(30, 300)]), level: 0.9))
        #expect(ratio.estimate == sums.estimate && ratio.p == sums.p)
        #expect(near(ratio.dispersion, 0.075, within: 1e-9))
    }

    @Test("none now is a ratio of nought with a range; none before is no ratio")
    func none() throws {
        let some = counts([(9, 90), (12, 110)])
        let none = counts([(0, 90), (0, 110)])
        let gone = try #require(RateRatio(none, over: some, level: 0.9))
        #expect(gone.estimate.value == 0 && gone.estimate.low == 0 && gone.estimate.high < 0.2)
        #expect(gone.p < 1e-5)
        #expect(RateRatio(some, over: none, level: 0.9) == nil)
        #expect(RateRatio([], over: some, level: 0.9) == nil)
    }

    @Test("holds are compared with the previous period where the log covers both")
    func holds() throws {
        func counts(_ holds: [Int], logged: Int = 7) -> PeriodCounts {
            var counts = PeriodCounts(
                period: SmallTally.month,
                loggedDays: Tally.LoggedDays(
                    days: 7, daysWithCalls: logged, longestSilence: 7 - logged))
            counts.holds = LoggedHolds(
                days: holds.map { LoggedHolds.Day(calls: 100, callsHeld: $0, holds: 2 * $0) })
            return counts
        }
        let now = counts([40, 41, 39, 40, 42, 38, 40])
        let before = counts([20, 21, 19, 20, 20, 19, 21])
        let found = try #require(HoldFinding(now: now, before: before, level: 0.9).holds)
        #expect(found.now == LoggedHolds.Day(calls: 700, callsHeld: 280, holds: 560))
        #expect(abs((found.ratio?.value ?? 0) - 2) < 1e-12 && (found.ratio?.low ?? 0) > 1.7)
        #expect((found.p ?? 1) < 1e-6 && (found.dispersion ?? 9) < 1)
        let partial = HoldFinding(now: now, before: counts([20, 21], logged: 2), level: 0.9).holds
        #expect(partial?.now.holds == 560 && partial?.ratio == nil)
        #expect(HoldFinding(now: now, before: nil, level: 0.9).holds?.ratio == nil)
        #expect(HoldFinding(now: counts([]), before: before, level: 0.9).holds == nil)
    }
}
