public import CallModel

extension Tally {
    /// The tally with what was settled in place of what listeners said: each listener of a settled
    /// call is taken to have said what was settled, so that the call counts in full or not at all.
    ///
    /// Moments stay those that were marked: a listener who had not marked a pain point gets the
    /// moments of one who had, or the whole call where nobody had. Calls that are not settled stay
    /// as they are.
    public func settling(_ labels: [CallID: Settlement.Labels]) -> Tally {
        var settled: [Int: Settlement.Labels] = [:]
        if !labels.isEmpty {
            for (index, call) in calls.enumerated() { settled[index] = labels[call.id] }
        }
        guard !settled.isEmpty else { return self }
        var said: [Int: [Mark]] = [:]
        for mark in marks where settled[mark.call] != nil {
            said[mark.call, default: []].append(mark)
        }
        var tally = self
        tally.marks.removeAll { settled[$0.call] != nil }
        tally.reasons.removeAll { settled[$0.call]?.reason != nil }
        for (call, labels) in settled.sorted(by: { $0.key < $1.key }) {
            tally.marks += Self.marks(
                labels, on: call, of: calls[call].listeners, said: said[call] ?? [])
            guard let reason = labels.reason else { continue }
            tally.reasons += calls[call].listeners.map {
                ReasonMark(call: call, reason: reason, listener: $0)
            }
        }
        return tally
    }

    private static func marks(
        _ labels: Settlement.Labels, on call: Int, of listeners: [ListenerID], said: [Mark]
    ) -> [Mark] {
        let keys = labels.painPoints.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return keys.flatMap { key, severity in
            let marked = said.filter { $0.painPoint == key }
            let first = marked.map(\.listener).min()
            return listeners.flatMap { listener in
                let own = marked.filter { $0.listener == listener }
                var taken = own.isEmpty ? marked.filter { $0.listener == first } : own
                if taken.isEmpty {
                    taken = [
                        Mark(
                            call: call, painPoint: key, listener: listener, severity: severity,
                            range: nil, side: nil, note: nil)
                    ]
                }
                return taken.map { mark in
                    var mark = mark
                    // A note is of whoever wrote it.
                    if mark.listener != listener { mark.note = nil }
                    mark.listener = listener
                    mark.severity = severity
                    return mark
                }
            }
        }
    }
}
