/// How many of several independent events come true: the Poisson-binomial distribution, built one
/// event at a time, and with one event taken out again.
struct RankRecursion {
    /// The probability of each event.
    private var probabilities: [Double]
    /// Events that are certain; those that are neither certain nor impossible.
    private var certain = 0
    private var open = 0
    /// For each number the probability that as many open events come true.
    private var distribution: [Double]
    private var without: [Double]

    /// Room for a number of events.
    init(count: Int) {
        probabilities = [Double](repeating: 0, count: count)
        distribution = [Double](repeating: 0, count: count + 1)
        without = distribution
    }

    /// Takes new probabilities: those that each total, at most at a point with the probabilities
    /// `atMost` in 0...1, lies above the point.
    mutating func reset(atMost: [Double]) {
        certain = 0
        open = 0
        distribution.withUnsafeMutableBufferPointer { distribution in
            distribution[0] = 1
            for index in atMost.indices {
                let q = 1 - atMost[index]
                probabilities[index] = q
                if q >= 1 { certain += 1 }
                guard q > 0, q < 1 else { continue }
                let p = 1 - q
                distribution[open + 1] = distribution[open] * q
                for k in stride(from: open, to: 0, by: -1) {
                    distribution[k] = distribution[k] * p + distribution[k - 1] * q
                }
                distribution[0] *= p
                open += 1
            }
        }
    }

    /// Adds to `ranks`, from `offset` on, `weight` times the probability of each rank from 1 that a
    /// total at the point has: that as many of the others as the rank less one lie above.
    mutating func addRanks(
        without index: Int, weight: Double, to ranks: inout [Double], at offset: Int
    ) {
        let q = probabilities[index]
        let isOpen = q > 0 && q < 1
        let first = offset + certain - (q >= 1 ? 1 : 0)
        let size = isOpen ? open - 1 : min(open, probabilities.count - 1 - (first - offset))
        if isOpen { takeOut(q, leaving: size) }
        let source = isOpen ? without : distribution
        ranks.withUnsafeMutableBufferPointer { ranks in
            source.withUnsafeBufferPointer { source in
                for k in 0...size { ranks[first + k] += weight * source[k] }
            }
        }
    }

    /// Divides one event out, from the end where errors shrink.
    private mutating func takeOut(_ q: Double, leaving size: Int) {
        let p = 1 - q
        let scale = 1 / max(p, q)
        let ratio = min(p, q) * scale
        var last = 0.0
        distribution.withUnsafeBufferPointer { distribution in
            without.withUnsafeMutableBufferPointer { without in
                if q <= 0.5 {
                    for k in 0...size {
                        last = distribution[k] * scale - ratio * last
                        without[k] = last
                    }
                } else {
                    for k in stride(from: size, through: 0, by: -1) {
                        last = distribution[k + 1] * scale - ratio * last
                        without[k] = last
                    }
                }
            }
        }
    }
}
