import Testing

@testable import CallDigest

@Suite("Ranges of a share")
struct ShareIntervalTests {
    // Reference case S04: Newcombe (1998) Stat Med 17:857, Table I, method 3; statsmodels 0.15.
    @Test(
        "published Wilson and Clopper-Pearson ranges (S04)",
        arguments: [
            (81.0, 263.0, [0.255288519878, 0.366209576983], [0.252736745585, 0.367621922601]),
            (15, 148, [0.0623863995307, 0.160487241723], [0.0578440100834, 0.161650490349]),
            (0, 20, [0, 0.161125158053], [0, 0.168433470983]),
            (1, 29, [0.00611321429276, 0.171755218793], [0.00087264688358, 0.177644295489]),
        ])
    func published(x: Double, n: Double, wilson: [Double], exact: [Double]) {
        let z = NormalDistribution.quantile(0.975)
        let score = ShareInterval.score(x / n, calls: n, deviate: z)
        #expect(abs(score.low - wilson[0]) < 1e-6 && abs(score.high - wilson[1]) < 1e-6)
        let clopper = ShareInterval.clopperPearson(x / n, calls: n, tail: 0.025)
        #expect(abs(clopper.low - exact[0]) < 1e-6 && abs(clopper.high - exact[1]) < 1e-6)
    }

    // Reference case S03: R binom.test; SciPy beta quantiles.
    @Test(
        "nothing, everything and one in 29 have honest ranges (S03)",
        arguments: [
            (0.0, 60.0, [0, 0.0596294922862], [0, 0.0601718521421], 0.0487029133101),
            (60, 60, [0.940370507714, 1], [0.939828147858, 1], 1),
            (
                1, 29, [0.00087264688358, 0.177644295489], [0.00611321429276, 0.171755218793],
                0.153392024526
            ),
        ])
    func extremes(x: Double, n: Double, exact: [Double], wilson: [Double], oneSided: Double) {
        let clopper = ShareInterval.clopperPearson(x / n, calls: n, tail: 0.025)
        #expect(abs(clopper.low - exact[0]) < 1e-6 && abs(clopper.high - exact[1]) < 1e-6)
        let z = NormalDistribution.quantile(0.975)
        let score = ShareInterval.score(x / n, calls: n, deviate: z)
        #expect(abs(score.low - wilson[0]) < 1e-6 && abs(score.high - wilson[1]) < 1e-6)
        let upper = ShareInterval.clopperPearson(x / n, calls: n, tail: 0.05).high
        #expect(abs(upper - oneSided) < 1e-6)
    }

    @Test("a range holds its share and grows with the level")
    func properties() {
        for interval in ShareInterval.allCases {
            for effective in [2.0, 7.3, 84.5, 3000] {
                for p in [0, 0.003, 0.2, 0.5, 0.97, 1] {
                    var last = (low: 1.0, high: 0.0)
                    for level in [0.5, 0.8, 0.9, 0.95, 0.99] {
                        let range = interval.range(
                            p, effective: effective, calls: 120, df: 117, level: level)
                        #expect(range.low <= p && p <= range.high)
                        #expect(range.low >= 0 && range.high <= 1)
                        #expect(range.low <= last.low && range.high >= last.high)
                        last = range
                    }
                }
            }
        }
    }

    @Test("every call heard leaves no range")
    func census() {
        let range = ShareInterval.kornGraubard.range(
            0.3, effective: .infinity, calls: 10, df: 9, level: 0.9)
        #expect(range.low == 0.3 && range.high == 0.3)
    }

    @Test("percentages need thirty effective calls and a narrow range")
    func display() {
        func allows(_ p: Double, _ effective: Double, _ low: Double, _ high: Double) -> Bool {
            DisplayRule.allowsPercentage(p, effective: effective, range: (low, high))
        }
        #expect(allows(0.2, 100, 0.13, 0.29))
        #expect(!allows(0.2, 29.9, 0.13, 0.29))
        #expect(!allows(0.5, 40, 0.34, 0.66))
        #expect(!allows(0.05, 60, 0.01, 0.14))
        #expect(allows(0.01, 300, 0.002, 0.029))
        #expect(!allows(0, 300, 0, 0.01))
    }
}
