import CallModel

/// How sure the order of totals is: each total is believed to follow a gamma distribution of its own
/// mean and variance, independently, and the probability of every rank is integrated.
///
/// The integral is taken on a grid common to all totals: at each point the number of totals above it
/// is a Poisson-binomial variable, from which one total at a time is taken out again. There is no
/// chance in it: the same totals give the same answer.
struct OrderOfTotals {
    /// For each total the probability of rank 1, 2, …
    let rankProbabilities: [[Double]]

    /// The order of totals > 0 with variances >= 0. A total without variance is taken to be known to
    /// a thousandth; where none has any, the order is certain.
    ///
    /// Each total brings `points` points to the grid; with fewer totals more, so that the integral
    /// stays within 0.002.
    init(totals: [(total: Double, variance: Double)], points: Int = 25) {
        let count = totals.count
        guard count > 1, totals.contains(where: { $0.variance > 0 }) else {
            let places = totals.indices.sorted {
                (totals[$0].total, $1) > (totals[$1].total, $0)
            }
            var certain = [[Double]](
                repeating: [Double](repeating: 0, count: count), count: count)
            for (place, index) in places.enumerated() { certain[index][place] = 1 }
            rankProbabilities = certain
            return
        }
        let beliefs = totals.map { TotalBelief(total: $0.total, variance: $0.variance) }
        let pointsEach = max(points, 60 * points / count)
        // Cube roots of gamma variables are nearly normal: the grid and the tables live there.
        let grid = beliefs.flatMap { $0.grid(points: pointsEach) }.sorted()
        rankProbabilities = Self.integrate(beliefs, over: grid)
    }

    /// How firmly a total holds its place: the rank range leaves out 5 % at either end.
    func certainty(of index: Int) -> Digest.OrderCertainty {
        let probabilities = rankProbabilities[index]
        var sum = 0.0
        var lowest: Int?
        var highest: Int?
        for (place, probability) in probabilities.enumerated() {
            sum += probability
            if lowest == nil, sum >= 0.05 { lowest = place + 1 }
            if highest == nil, sum >= 0.95 { highest = place + 1 }
        }
        return Digest.OrderCertainty(
            first: probabilities[0], topThree: min(1, probabilities.prefix(3).reduce(0, +)),
            lowestRank: lowest ?? 1, highestRank: highest ?? probabilities.count)
    }

    /// For each total, the mean over its own distribution of the probability of each rank: the sum
    /// over the grid of half the mass of the cells to either side.
    private static func integrate(_ beliefs: [TotalBelief], over grid: [Double]) -> [[Double]] {
        let count = beliefs.count
        func row(_ index: Int) -> [Double] {
            beliefs.map { $0.cumulative(atCubeRoot: grid[index]) }
        }
        var ranks = [Double](repeating: 0, count: count * count)
        var others = RankRecursion(count: count)
        var here = row(0)
        // What lies before the grid counts to its first point, what lies behind it to its last.
        var before = here.map { -$0 }
        for index in grid.indices {
            let isLast = index == grid.count - 1
            let after = isLast ? here.map { 2 - $0 } : row(index + 1)
            others.reset(atMost: here)
            for i in 0..<count {
                let weight = (after[i] - before[i]) / 2
                guard weight > 1e-15 else { continue }
                others.addRanks(without: i, weight: weight, to: &ranks, at: i * count)
            }
            (before, here) = (here, after)
        }
        return (0..<count).map { i in
            ranks[i * count..<(i + 1) * count].map { min(max($0, 0), 1) }
        }
    }
}
