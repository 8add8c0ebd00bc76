/// How far listeners agree beyond what chance would bring: 1 in all, 0 no better than chance, below
/// 0 worse (Krippendorff 2011, Computing Krippendorff's Alpha-Reliability; Hayes and Krippendorff
/// 2007, Communication Methods and Measures 1:77). For any number of listeners, some of whom may not
/// have heard a call.
///
///     alpha = 1 - Do/De
///     Do = (1/n) sum_u sum_{a≠b in u} d²(a,b)/(m_u - 1)    De = 1/(n(n-1)) sum_{a≠b} d²(a,b)
///
/// over the n ratings of units with two or more.
enum KrippendorffAlpha {
    /// Alpha; `draws` says how often each call counts, by default once. Nil where it is undefined:
    /// where nothing was rated twice, or where everybody always gave the same rating, so that
    /// agreement cannot be told from habit.
    static func value(of ratings: Ratings, draws: [Int]? = nil) -> Double? {
        var uses = [Double](repeating: 0, count: ratings.categories)
        var count = 0.0
        for (place, call) in ratings.calls.enumerated() {
            let weight = draws?[place] ?? 1
            guard weight > 0 else { continue }
            for unit in call {
                let times = Double(unit.times * weight)
                for value in unit.values { uses[value] += times }
                count += times * Double(unit.values.count)
            }
        }
        guard count > 1 else { return nil }
        let distances = ratings.distance.squared(uses: uses)
        let used = uses.indices.filter { uses[$0] > 0 }
        var expected = 0.0
        for first in used {
            for second in used { expected += uses[first] * uses[second] * distances[first][second] }
        }
        expected /= count * (count - 1)
        guard expected > 0 else { return nil }
        var observed = 0.0
        for (place, call) in ratings.calls.enumerated() {
            let weight = draws?[place] ?? 1
            guard weight > 0 else { continue }
            for unit in call {
                var sum = 0.0
                for first in unit.values {
                    for second in unit.values { sum += distances[first][second] }
                }
                observed += sum * Double(unit.times * weight) / Double(unit.values.count - 1)
            }
        }
        return 1 - observed / count / expected
    }
}
