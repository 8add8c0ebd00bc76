import CallModel

/// Which reason each counted call had. A call has one in all: listeners who disagree share it out,
/// those who named none say nothing, and where nobody named one it is "not recorded".
struct ReasonLedger {
    /// The keys of the reasons named, by their bytes.
    let keys: [String]
    /// For each key the counted calls that had it, and how far.
    let values: [SparseValues]
    /// Counted calls for which nobody named a reason.
    let notRecorded: SparseValues

    /// Sorts out the reasons of a tally; throws where the tally contradicts itself.
    init(_ tally: Tally, calls: HeardCalls) throws(TallyError) {
        let keys = Set(tally.reasons.lazy.map(\.reason))
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var numbers: [String: Int] = [:]
        for (number, key) in keys.enumerated() { numbers[key] = number }
        var entries: [Entry] = []
        for mark in tally.reasons {
            guard tally.calls.indices.contains(mark.call) else {
                throw TallyError(description: "A reason speaks of a call that is not listed.")
            }
            let call = tally.calls[mark.call]
            guard let listener = call.listeners.firstIndex(of: mark.listener) else {
                throw TallyError(
                    description: """
                        \(mark.listener) named a reason for the call \(call.id) and is not listed \
                        among its listeners.
                        """)
            }
            let place = calls.placeOfTallyCall[mark.call]
            guard place >= 0, let counted = calls.countedPlaces[place],
                let key = numbers[mark.reason]
            else { continue }
            entries.append(Entry(call: counted, listener: listener, key: key))
        }
        entries.sort { ($0.call, $0.listener, $0.key) < ($1.call, $1.listener, $1.key) }
        let rows = Self.rows(of: entries, keyCount: keys.count)
        self.keys = keys
        values = rows.map { SparseValues(calls: $0.map(\.call), values: $0.map(\.part)) }
        var isRecorded = [Bool](repeating: false, count: calls.countedCount)
        for entry in entries { isRecorded[entry.call] = true }
        let silent = isRecorded.indices.filter { !isRecorded[$0] }
        notRecorded = SparseValues(calls: silent, values: silent.map { _ in 1 })
    }

    /// How far each of so many counted calls had a reason or one below it.
    func values(at reason: String, in taxonomy: Taxonomy, counted: Int) -> SparseValues {
        var sums = [Double](repeating: 0, count: counted)
        for (key, values) in zip(keys, values) {
            let path = taxonomy.path(ofReason: key)
            guard key == reason || path.contains(where: { $0.key == reason }) else { continue }
            for (call, value) in zip(values.calls, values.values) { sums[call] += value }
        }
        let calls = sums.indices.filter { sums[$0] > 0 }
        return SparseValues(calls: calls, values: calls.map { sums[$0] })
    }

    private struct Entry: Equatable {
        var call: Int
        var listener: Int
        var key: Int
    }

    /// For each key the calls that had it and how far; entries come by call, listener and key.
    private static func rows(
        of entries: [Entry], keyCount: Int
    ) -> [[(call: Int, part: Double)]] {
        var rows = [[(call: Int, part: Double)]](repeating: [], count: keyCount)
        var first = 0
        while first < entries.count {
            let call = entries[first].call
            var next = first
            var answers = 0
            var parts: [(key: Int, part: Double)] = []
            while next < entries.count, entries[next].call == call {
                let listener = entries[next].listener
                var named: [Int] = []
                while next < entries.count, entries[next].call == call,
                    entries[next].listener == listener
                {
                    if named.last != entries[next].key { named.append(entries[next].key) }
                    next += 1
                }
                answers += 1
                for key in named {
                    if let known = parts.firstIndex(where: { $0.key == key }) {
                        parts[known].part += 1 / Double(named.count)
                    } else {
                        parts.append((key, 1 / Double(named.count)))
                    }
                }
            }
            for (key, part) in parts { rows[key].append((call, part / Double(answers))) }
            first = next
        }
        return rows
    }
}
