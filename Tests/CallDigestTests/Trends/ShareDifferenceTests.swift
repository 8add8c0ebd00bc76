import CallModel
import Testing

@testable import CallDigest

@Suite("Differences of two shares")
struct ShareDifferenceTests {
    /// Wilson's range of `x` in `n` at 95 %.
    private func wilson(_ x: Double, _ n: Double) -> Estimate {
        let range = ShareInterval.score(
            x / n, calls: n, deviate: NormalDistribution.quantile(0.975))
        return Estimate(value: x / n, low: range.low, high: range.high)
    }

    // Reference case S12: Newcombe (1998) Stat Med 17:873-890, table II, method 10; statsmodels.
    @Test(
        "the published ranges of Newcombe (S12)",
        arguments: [
            (56.0, 70.0, 48.0, 80.0, 0.0524314724024, 0.333872654037, 0.0524, 0.3339),
            (9, 10, 3, 10, 0.170522723935, 0.809017973535, 0.1705, 0.809),
            (6, 7, 2, 7, 0.0582279274823, 0.806249637524, 0.0582, 0.8062),
            (5, 56, 0, 29, -0.0381371479035, 0.192560013855, -0.0381, 0.1926),
            (0, 10, 0, 20, -0.161125158053, 0.277532799863, -0.1611, 0.2775),
            (0, 10, 0, 10, -0.277532799863, 0.277532799863, -0.2775, 0.2775),
            (10, 10, 0, 20, 0.679086037142, 1.0, 0.6791, 1.0),
            (10, 10, 0, 10, 0.607509350431, 1.0, 0.6075, 1.0),
        ])
    func newcombe(
        x1: Double, n1: Double, x2: Double, n2: Double, low: Double, high: Double,
        publishedLow: Double, publishedHigh: Double
    ) {
        // Newcombe's difference is the first share less the second.
        let difference = ShareDifference.between(wilson(x2, n2), wilson(x1, n1))
        #expect(abs(difference.value - (x1 / n1 - x2 / n2)) < 1e-12)
        #expect(abs(difference.low - low) < 1e-6 && abs(difference.high - high) < 1e-6)
        #expect(abs(difference.low - publishedLow) < 1e-4)
        #expect(abs(difference.high - publishedHigh) < 1e-4)
    }

    @Test("to swap the samples turns the range round")
    func mirrored() {
        let there = ShareDifference.between(wilson(3, 40), wilson(11, 50))
        let back = ShareDifference.between(wilson(11, 50), wilson(3, 40))
        #expect(abs(there.low + back.high) < 1e-15 && abs(there.high + back.low) < 1e-15)
    }

    @Test("the test is defined where nothing was heard, and finds nothing in nothing")
    func zeros() {
        let none = ShareDifference.test(0, of: 30, 0, of: 30)
        #expect(none.z == 0 && none.p == 1)
        let some = ShareDifference.test(0, of: 100, 0.2, of: 100)
        #expect(some.z > 4 && some.p < 1e-4)
    }
}

@Suite("False discoveries")
struct FalseDiscoveryTests {
    // Reference case S11: Benjamini and Hochberg (1995) JRSS B 57:289-300, their worked example of
    // 15 p-values; R p.adjust.
    @Test("the published example (S11)")
    func published() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262,
            0.5719, 0.6528, 0.759, 1,
        ]
        let expected = [
            0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571, 0.0638571428571, 0.0645,
            0.0765, 0.486, 0.581181818182, 0.714875, 0.753230769231, 0.813214285714, 1.0,
        ]
        // In any order.
        let order = [7, 3, 11, 0, 14, 5, 1, 9, 13, 2, 6, 12, 4, 10, 8]
        let q = FalseDiscovery.qValues(of: order.map { p[$0] })
        for (value, place) in zip(q, order) { #expect(abs(value - expected[place]) < 1e-6) }
        #expect(q.count { $0 <= 0.05 } == 4 && q.count { $0 <= 0.1 } == 9)
        #expect(p.count { $0 * 15 <= 0.05 } == 3)
    }

    @Test("no test, no value")
    func none() { #expect(FalseDiscovery.qValues(of: []).isEmpty) }
}

@Suite("Trends over several periods")
struct LinearTrendTests {
    // R 4.2.2, help(prop.trend.test): smokers among four groups of patients (Fleiss 1981);
    // X-squared = 8.2249, df = 1, p-value = 0.004132.
    @Test("the published example of R")
    func published() throws {
        let patients = [86.0, 93, 136, 82]
        let smokers = [83.0, 90, 129, 70]
        let points = (0..<4).map {
            LinearTrend.Point(score: Double($0 + 1), calls: patients[$0], affected: smokers[$0])
        }
        let trend = try #require(LinearTrend(points))
        #expect(abs(trend.chiSquared - 8.2249) < 5e-5 && abs(trend.p - 0.004132) < 5e-7)
        #expect(trend.rise < 0)
        let shifted = points.map {
            LinearTrend.Point(score: $0.score + 40, calls: $0.calls, affected: $0.affected)
        }
        let same = try #require(LinearTrend(shifted))
        #expect(abs(same.chiSquared - trend.chiSquared) < 1e-9)
        #expect(abs(same.rise - trend.rise) < 1e-12)
    }

    @Test("the fitted line of a steady rise is the rise")
    func line() throws {
        let points = (0..<6).map {
            LinearTrend.Point(
                score: Double($0), calls: 50, affected: 50 * (0.1 + 0.02 * Double($0)))
        }
        #expect(abs(try #require(LinearTrend(points)).rise - 0.1) < 1e-12)
    }

    @Test("three periods, none affected and all affected have no trend")
    func undefined() {
        func points(_ affected: [Double]) -> [LinearTrend.Point] {
            affected.enumerated().map {
                LinearTrend.Point(score: Double($0), calls: 10, affected: $1)
            }
        }
        #expect(LinearTrend(points([1, 2, 3])) == nil)
        #expect(LinearTrend(points([0, 0, 0, 0])) == nil)
        #expect(LinearTrend(points([10, 10, 10, 10])) == nil)
    }
}
