import CallModel
import Testing

@testable import CallDigest

@Suite("Order of totals")
struct OrderOfTotalsTests {
    // Reference case S10: Poisson-binomial recursion with 4000-point midpoint quadrature, confirmed
    // by 400,000 Monte Carlo draws.
    @Test("the reference's probabilities and rank ranges (S10)")
    func reference() {
        let totals: [(Double, Double)] = [
            (13066, 2063), (9800, 1500), (7822, 2685), (7400, 1200), (4217, 528), (2600, 1400),
        ]
        let expected: [(first: Double, topThree: Double, low: Int, high: Int, mean: Double)] = [
            (0.852237961421, 0.998581864664, 1, 2, 1.16973590933),
            (0.0861369208286, 0.954521203732, 1, 3, 2.2513290243),
            (0.0589908799423, 0.535697649808, 1, 5, 3.26741326998),
            (0.00257166486689, 0.505161738258, 2, 4, 3.4307703494),
            (5.73166914822e-12, 0.000606307973385, 4, 6, 5.0598903165),
            (3.93307612382e-05, 0.0054392965345, 5, 6, 5.82086468524),
        ]
        let order = OrderOfTotals(totals: totals.map { (total: $0, variance: $1 * $1) })
        for (index, row) in expected.enumerated() {
            let certainty = order.certainty(of: index)
            // The case asks for 0.002; the common grid is far closer than that.
            #expect(abs(certainty.first - row.first) < 2e-5)
            #expect(abs(certainty.topThree - row.topThree) < 2e-5)
            #expect(certainty.lowestRank == row.low && certainty.highestRank == row.high)
            let mean = order.rankProbabilities[index].enumerated()
                .reduce(0) { $0 + Double($1.offset + 1) * $1.element }
            #expect(abs(mean - row.mean) < 1e-4)
        }
    }

    /// The same by the letter: the other totals' chances at quantiles of each total.
    private func literal(_ totals: [(total: Double, variance: Double)]) -> [[Double]] {
        let gammas = totals.map {
            GammaDistribution(
                shape: $0.total * $0.total / $0.variance, scale: $0.variance / $0.total)
        }
        let points = 150
        return gammas.indices.map { i in
            var ranks = [Double](repeating: 0, count: totals.count)
            for m in 0..<points {
                let x = gammas[i].quantile((Double(m) + 0.5) / Double(points))
                var distribution = [1.0]
                for j in gammas.indices where j != i {
                    let q = 1 - gammas[j].cumulative(x)
                    let kept = distribution.map { $0 * (1 - q) } + [0]
                    let moved = [0] + distribution.map { $0 * q }
                    distribution = zip(kept, moved).map(+)
                }
                for rank in ranks.indices { ranks[rank] += distribution[rank] / Double(points) }
            }
            return ranks
        }
    }

    @Test("the common grid agrees with the plain integral for skewed and crowded totals")
    func literalIntegral() {
        let totals: [(total: Double, variance: Double)] = [
            (100, 9000), (95, 2000), (90, 8000), (40, 900), (38, 10), (37, 1200),
        ]
        let order = OrderOfTotals(totals: totals)
        for (row, plain) in zip(order.rankProbabilities, literal(totals)) {
            for (value, expected) in zip(row, plain) { #expect(abs(value - expected) < 4e-3) }
            #expect(abs(row.reduce(0, +) - 1) < 1e-6)
        }
    }

    @Test("every rank is held by one total")
    func ranksAddUp() {
        let totals = (1...20).map { (total: Double($0 * 10), variance: Double($0 * $0 * 30)) }
        let order = OrderOfTotals(totals: totals)
        for rank in totals.indices {
            let sum = order.rankProbabilities.reduce(0) { $0 + $1[rank] }
            #expect(abs(sum - 1) < 2e-3)
        }
    }

    @Test("a finer grid changes nothing that could be seen, crowded or in pairs")
    func grid() {
        let crowded = (0..<30).map { (total: 100 + Double($0), variance: 900.0) }
        let paired = (0..<30).map { (total: 100 * Double(1 + $0 / 2), variance: 25.0) }
        for totals in [crowded, paired] {
            let coarse = OrderOfTotals(totals: totals, points: 25)
            let fine = OrderOfTotals(totals: totals, points: 70)
            for (row, other) in zip(coarse.rankProbabilities, fine.rankProbabilities) {
                for (value, expected) in zip(row, other) { #expect(abs(value - expected) < 5e-4) }
            }
        }
    }

    @Test("known totals have a certain order, and one total is first")
    func certain() {
        let order = OrderOfTotals(totals: [(total: 3, variance: 0), (total: 8, variance: 0)])
        #expect(order.certainty(of: 1).first == 1 && order.certainty(of: 0).first == 0)
        #expect(order.certainty(of: 0).lowestRank == 2 && order.certainty(of: 0).highestRank == 2)
        let one = OrderOfTotals(totals: [(total: 3, variance: 2)]).certainty(of: 0)
        #expect(one.first == 1 && one.topThree == 1 && one.highestRank == 1)
        let mixed = OrderOfTotals(totals: [(total: 3, variance: 0), (total: 30, variance: 9)])
        #expect(mixed.certainty(of: 1).first > 0.9999)
    }

    @Test("two alike share the ranks evenly")
    func alike() {
        let order = OrderOfTotals(totals: [(total: 50, variance: 70), (total: 50, variance: 70)])
        #expect(abs(order.certainty(of: 0).first - 0.5) < 1e-9)
    }
}
