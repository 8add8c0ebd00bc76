import CallModel

/// Finds listeners who give a pain point more often or more rarely than the others do. Which calls a
/// listener gets is decided by draws, so a difference beyond chance is in the ears.
struct DriftFinder {
    /// Fewer calls, of the listener or of the others, are not compared.
    static let fewestCalls = 10
    /// Fewer calls given the pain point, by all together, are not compared.
    static let fewestMarked = 3
    /// The largest q that is shown.
    static let largestQ = 0.05

    /// Those found, by listener and key; nil where nobody could be compared.
    let drift: [Agreement.Drift]?

    init(_ judged: JudgedCalls) {
        let judgements = judged.calls.flatMap(\.judgements)
        var calls: [ListenerID: Int] = [:]
        var marked: [String: [ListenerID: Int]] = [:]
        for judgement in judgements {
            calls[judgement.listener, default: 0] += 1
            for key in judgement.painPoints {
                marked[key, default: [:]][judgement.listener, default: 0] += 1
            }
        }
        var tests: [(drift: Agreement.Drift, p: Double)] = []
        for listener in calls.keys.sorted() {
            let own = calls[listener] ?? 0
            let others = judgements.count - own
            guard min(own, others) >= Self.fewestCalls else { continue }
            for key in marked.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
                let all = marked[key]?.values.reduce(0, +) ?? 0
                guard all >= Self.fewestMarked else { continue }
                let given = marked[key]?[listener] ?? 0
                let drift = Agreement.Drift(
                    listener: listener, key: key,
                    label: judged.taxonomy.painPoint(key)?.label ?? key, calls: own,
                    marked: given, otherCalls: others, otherMarked: all - given, q: 1)
                let p = ShareDifference.test(
                    Double(all - given) / Double(others), of: Double(others),
                    Double(given) / Double(own), of: Double(own)
                ).p
                tests.append((drift, p))
            }
        }
        let q = FalseDiscovery.qValues(of: tests.map(\.p))
        drift =
            tests.isEmpty
            ? nil
            : zip(tests, q).compactMap { test, q in
                guard q <= Self.largestQ else { return nil }
                var drift = test.drift
                drift.q = q
                return drift
            }
    }
}
