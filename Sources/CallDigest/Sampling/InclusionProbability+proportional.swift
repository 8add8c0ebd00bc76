import CallModel

extension InclusionProbability {
    /// Probabilities proportional to scores >= 0 that sum to `size` calls, none under `floor` and
    /// none over 1 (Tillé 2006, with a floor added); all 1 where there are no more calls than asked.
    ///
    /// Where all scores are 0 they count as equal. `floor` is at most the size over the calls.
    static func proportional(to scores: [Double], size: Int, floor: Double) -> [Double] {
        guard size < scores.count else { return scores.map { _ in 1 } }
        let scores = scores.contains { $0 > 0 } ? scores : scores.map { _ in 1 }
        let target = Double(size)
        let positive = scores.count { $0 > 0 }
        guard Double(positive) + floor * Double(scores.count - positive) > target else {
            // Every call with a score is certain; the others share what is left.
            let rest = (target - Double(positive)) / Double(scores.count - positive)
            return scores.map { $0 > 0 ? 1 : rest }
        }
        func limited(_ factor: Double) -> [Double] {
            scores.map { min(1, max(floor, $0 * factor)) }
        }
        // The sum rises with the factor: find between which factors it passes the target…
        var low = 0.0
        var high = target / scores.reduce(0, +)
        while limited(high).reduce(0, +) < target {
            low = high
            high *= 2
        }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if limited(middle).reduce(0, +) < target { low = middle } else { high = middle }
        }
        // … then share out exactly what the limited calls leave to the others.
        var fixed = 0.0
        var free = 0.0
        for score in scores {
            let probability = score * high
            if probability >= 1 {
                fixed += 1
            } else if probability <= floor {
                fixed += floor
            } else {
                free += score
            }
        }
        let factor = free > 0 && target > fixed ? (target - fixed) / free : high
        return limited(factor)
    }
}
