/// How many of a number of calls each stratum gives.
public enum Allocation: Sendable, Hashable {
    /// As many as its share of the frame.
    case proportional
    /// As many as every other stratum: for comparing sites.
    case equal
    /// In proportion to size times spread, √(p(1 - p)) of a share expected per stratum by name, in
    /// 0...1 (Neyman); a stratum without one is taken to have one of a half.
    case neyman(shares: [String: Double])

    /// The fewest calls that a stratum gives, as far as it has them and the size allows.
    static let fewest = 5
    /// The most that one stratum may be over-sampled against another: at 4 to 1 a sample is still
    /// worth at least 64 % of a proportional one (Kish's design effect is at most 25/16).
    static let steepest = 4.0

    /// Calls from each stratum: they sum to `size`, or to the population where that is smaller.
    /// Largest remainders decide what rounding leaves, ties by order.
    func sizes(size: Int, strata: [(name: String, population: Int)]) -> [Int] {
        let populations = strata.map(\.population)
        let whole = populations.reduce(0, +)
        guard size < whole else { return populations }
        let least = min(Self.fewest, size / max(1, strata.count))
        let floors = populations.map { min(least, $0) }
        return Self.rounded(
            wished(size: Double(size), strata: strata), size: size, floors: floors,
            ceilings: populations)
    }

    /// What each stratum would give if calls could be cut, no rate over four times another.
    private func wished(size: Double, strata: [(name: String, population: Int)]) -> [Double] {
        let populations = strata.map { Double($0.population) }
        let scores: [Double] =
            switch self {
            case .proportional: populations
            case .equal: populations.map { $0 > 0 ? 1 : 0 }
            case .neyman(let shares):
                strata.map { stratum in
                    // A share of 0 or 1 was measured with an error too: keep some spread.
                    let p = min(max(shares[stratum.name] ?? 0.5, 0.01), 0.99)
                    return Double(stratum.population) * (p * (1 - p)).squareRoot()
                }
            }
        let total = scores.reduce(0, +)
        let wishes = scores.map { size * $0 / total }
        func limited(_ rate: Double) -> [Double] {
            zip(wishes, populations).map { wish, population in
                min(max(wish, rate * population), min(1, Self.steepest * rate) * population)
            }
        }
        // The sum rises with the lowest rate.
        var low = 0.0
        var high = 1.0
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if limited(middle).reduce(0, +) < size { low = middle } else { high = middle }
        }
        return limited(high)
    }

    /// Whole numbers between floors and ceilings that sum to `size`, near to what is wished.
    static func rounded(
        _ wishes: [Double], size: Int, floors: [Int], ceilings: [Int]
    ) -> [Int] {
        var result = [Int](repeating: 0, count: wishes.count)
        var open = Array(wishes.indices)
        var left = size
        // Settle the strata that a floor or a ceiling holds, the rest shares what is left.
        while true {
            let sum = open.reduce(0) { $0 + wishes[$1] }
            let scaled = open.map { sum > 0 ? wishes[$0] / sum * Double(left) : 0 }
            let low = zip(open, scaled).filter { $1 < Double(floors[$0]) }.map(\.0)
            let high = zip(open, scaled).filter { $1 > Double(ceilings[$0]) }.map(\.0)
            guard !low.isEmpty || !high.isEmpty else {
                let parts = scaled.map { Int($0) }
                let extra = left - parts.reduce(0, +)
                let byRemainder = open.indices.sorted {
                    let first = scaled[$0] - Double(parts[$0])
                    let second = scaled[$1] - Double(parts[$1])
                    return first == second ? $0 < $1 : first > second
                }
                for (index, stratum) in open.enumerated() { result[stratum] = parts[index] }
                for index in byRemainder.prefix(max(0, extra)) { result[open[index]] += 1 }
                return result
            }
            // Only one side at a time: settling it moves what the other side is held against.
            for stratum in low.isEmpty ? high : low {
                result[stratum] = low.isEmpty ? ceilings[stratum] : floors[stratum]
                left -= result[stratum]
            }
            open.removeAll { (low.isEmpty ? high : low).contains($0) }
        }
    }
}
