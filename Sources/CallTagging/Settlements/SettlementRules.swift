public import CallModel

/// Why a call was not settled, in a sentence that says what to do.
public struct SettlementRefused: Error, Hashable, Sendable, CustomStringConvertible {
    /// The sentence.
    public let description: String
}

/// What may be settled of a call: only what two people heard apart, and only in words of the
/// taxonomy.
public struct SettlementRules: Sendable {
    private let taxonomy: Taxonomy

    /// The rules under a taxonomy.
    public init(taxonomy: Taxonomy) {
        self.taxonomy = taxonomy
    }

    /// Throws ``SettlementRefused`` where an act may not follow what was settled before.
    public func check(
        _ act: Settlement.Act, on call: JudgedCall, settled: Settlement?
    ) throws(SettlementRefused) {
        guard case .settled(let labels) = act.kind else {
            guard settled?.labels != nil else {
                throw refused("Nothing is settled of the call \(call.id).")
            }
            return
        }
        guard call.isDoublyHeard else {
            throw refused(
                """
                \(call.judgements.isEmpty ? "Nobody has" : "One person has") judged the call \
                \(call.id) for a draw: there is nothing to settle until two have.
                """)
        }
        if let reason = labels.reason, taxonomy.reason(reason) == nil {
            throw unknown(
                "call reason", reason, taxonomy.reasons.map { (key: $0.key, label: $0.label) })
        }
        for (key, severity) in labels.painPoints.sorted(by: { $0.key < $1.key }) {
            guard taxonomy.painPoint(key) != nil else {
                throw unknown(
                    "pain point", key, taxonomy.painPoints.map { (key: $0.key, label: $0.label) })
            }
            guard (1...5).contains(severity) else {
                throw refused("A severity of \(severity) for \"\(key)\" is not possible: 1 to 5.")
            }
        }
    }

    private func unknown(
        _ kind: String, _ key: String, _ offered: [(key: String, label: String)]
    ) -> SettlementRefused {
        let hint = Spelling.nearest(to: key, among: offered).map { ": did you mean \"\($0)\"?" }
        return refused("There is no \(kind) \"\(key)\" in the taxonomy\(hint ?? ".")")
    }

    private func refused(_ sentence: String) -> SettlementRefused {
        SettlementRefused(description: sentence)
    }
}
