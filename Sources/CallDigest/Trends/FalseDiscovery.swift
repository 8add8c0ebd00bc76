/// What a page of many tests is worth: of all that it calls a finding, which part is chance.
enum FalseDiscovery {
    /// For each p-value its q-value: the smallest share of false findings at which it would still be
    /// called one (Benjamini and Hochberg 1995, JRSS B 57:289).
    static func qValues(of p: [Double]) -> [Double] {
        let order = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
        var values = p
        var smallest = 1.0
        for (place, index) in order.enumerated().reversed() {
            smallest = min(smallest, Double(p.count) * p[index] / Double(place + 1))
            values[index] = smallest
        }
        return values
    }
}
