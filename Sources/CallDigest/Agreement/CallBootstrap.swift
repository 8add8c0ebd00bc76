import CallModel

/// How far a number that rests on calls could have come out otherwise: calls are drawn again with
/// replacement, and the middle of what comes of it is the range (percentile bootstrap, Efron 1979,
/// Annals of Statistics 7:1).
struct CallBootstrap {
    /// How often calls are drawn again.
    static let replicates = 2000
    /// What the drawing is seeded with: the same calls give the same range.
    static let seed: UInt64 = 0x4561_7266_756C

    /// The level of the range, in 0...1.
    let level: Double

    /// The range of a statistic of `calls` calls, which is given how often each was drawn.
    ///
    /// Nil where the statistic is undefined in so many of the drawings that they reach into the
    /// range: what is left would be a range of the drawings that happened to have something to
    /// compare.
    func range(
        calls: Int, _ statistic: ([Int]) -> Double?
    ) -> (low: Double, high: Double)? {
        guard calls > 0 else { return nil }
        var random = SplitMix(seed: Self.seed)
        var values: [Double] = []
        var draws = [Int](repeating: 0, count: calls)
        for _ in 0..<Self.replicates {
            for place in draws.indices { draws[place] = 0 }
            for _ in 0..<calls { draws[random.index(below: calls)] += 1 }
            if let value = statistic(draws) { values.append(value) }
        }
        let tail = (1 - level) / 2
        guard Double(values.count) >= (1 - tail) * Double(Self.replicates) else { return nil }
        values.sort()
        return (Self.quantile(tail, of: values), Self.quantile(1 - tail, of: values))
    }

    /// The quantile of sorted values, between two of them in proportion.
    private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
        let place = share * Double(sorted.count - 1)
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
}
