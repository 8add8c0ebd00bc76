import CallModel

/// What listeners should talk about first: the pain points that they agree on least, weighed by how
/// much depends on them.
struct CalibrationAgenda {
    /// The most pain points.
    static let longest = 8
    /// The most calls named of each.
    static let mostCalls = 5

    let calls: [JudgedCall]
    let tags: [Agreement.Tag]
    let ranks: [String: Int]
    /// Calls that were settled.
    let settled: Set<CallID>

    /// The items, the most urgent first.
    ///
    /// Urgency is disagreement over rank: the lack of agreement beyond chance (where there is no
    /// number, the part of the calls with a mark on which not all marked it), divided by the place in
    /// the digest; what is not ranked comes after what is.
    var items: [Agreement.AgendaItem] {
        let last = (ranks.values.max() ?? 0) + 1
        let items = tags.compactMap { tag -> (item: Agreement.AgendaItem, urgency: Double)? in
            guard tag.markedCalls > tag.sharedCalls else { return nil }
            let alpha = tag.beyond.alpha
            let lack =
                alpha.map { 1 - $0 }
                ?? 1 - Double(tag.sharedCalls) / Double(tag.markedCalls)
            let disputed = disputed(tag.key)
            guard !disputed.isEmpty else { return nil }
            return (
                Agreement.AgendaItem(
                    key: tag.key, label: tag.label, rank: ranks[tag.key], alpha: alpha,
                    markedCalls: tag.markedCalls, disputedCalls: disputed.count,
                    disputed: Array(disputed.prefix(Self.mostCalls))),
                lack / Double(ranks[tag.key] ?? last)
            )
        }
        let inOrder = items.sorted { left, right in
            if left.urgency != right.urgency { return left.urgency > right.urgency }
            return left.item.key.utf8.lexicographicallyPrecedes(right.item.key.utf8)
        }
        return inOrder.prefix(Self.longest).map(\.item)
    }

    private func disputed(_ key: String) -> [CallID] {
        calls.filter { call in
            let marked = call.judgements.count { $0.painPoints.contains(key) }
            return marked > 0 && marked < call.judgements.count && !settled.contains(call.id)
        }
        .sorted { ($1.startedAt, $0.id) < ($0.startedAt, $1.id) }
        .map(\.id)
    }
}
