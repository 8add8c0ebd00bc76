import Testing

@testable import CallDigest

@Suite("Ranges of a total")
struct TotalIntervalTests {
    private func near(_ value: Double, _ expected: Double) -> Bool {
        abs(value - expected) <= 1e-8 * abs(expected)
    }

    // Reference case S32: Fay and Feuer (1997) Stat Med 16:791, Table II (Michigan 1950-64, birth
    // order 5+); R asht 1.0.1 wspoissonTest.
    @Test("the published weighted sum of counts (S32)")
    func published() {
        let counts: [Double] = [0, 8, 63, 112, 262, 295]
        let weights = [
            34.6310961915, 1.07496869851, 0.225568125575, 0.115272891099, 0.0808874568403,
            0.0631030116974,
        ]
        let total = zip(counts, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let variance = zip(counts, weights).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
        #expect(near(total, 75.5290074453) && near(variance, 16.8270969437))
        let wide = TotalInterval.gamma(
            total: total, variance: variance, increment: 34.6310961915, level: 0.95)
        #expect(near(wide.low, 67.7021204176) && near(wide.high, 188.300172728))
        let range = TotalInterval.gamma(
            total: total, variance: variance, increment: 34.6310961915, level: 0.9)
        #expect(near(range.low, 68.9106916925) && near(range.high, 173.08169095))
    }

    @Test("equal weights give the exact Poisson range (S32)")
    func poisson() {
        let ten = TotalInterval.gamma(total: 10, variance: 10, increment: 1, level: 0.95)
        #expect(near(ten.low, 4.79538869613) && near(ten.high, 18.390356042))
        let none = TotalInterval.gamma(total: 0, variance: 0, increment: 1, level: 0.9)
        #expect(none.low == 0 && near(none.high, 2.99573227355))
    }

    @Test("a total without variance is known")
    func census() {
        let range = TotalInterval.gamma(total: 7, variance: 0, increment: 0, level: 0.9)
        #expect(range.low == 7 && near(range.high, 7))
    }

    @Test("a range holds its total and grows with the level, from tiny to huge shapes")
    func properties() {
        for shape in [0.01, 0.4, 3, 80, 1e4, 1e6] {
            var last = (low: Double.infinity, high: 0.0)
            for level in [0.5, 0.8, 0.9, 0.95] {
                let range = TotalInterval.gamma(
                    total: 100, variance: 1e4 / shape, increment: 20, level: level)
                #expect(range.low <= 100 && range.high >= 100 && range.high.isFinite)
                #expect(range.low <= last.low && range.high >= last.high)
                last = range
            }
        }
    }
}
