import CallModel

/// Which calls each pain point touched, how much of them, and the moments that show it.
struct MarkLedger {
    /// A pain point on a call, all listeners together.
    struct Touch {
        /// The call's index in ``HeardCalls``.
        var call: Int
        /// The part of its listeners who heard it, in 0...1.
        var share: Double
        /// Minutes lost, the mean of its listeners.
        var minutes: Double
        /// The same, weighted by severity.
        var weightedMinutes: Double
        /// The worst severity that any of them gave.
        var severity: Int
        /// The marks of it, as a range of ``MarkLedger/marks``.
        var marks: Range<Int>
    }

    /// The keys of the pain points heard or expected, by their bytes.
    let keys: [String]
    /// For each key the calls it touched, by call.
    let touches: [[Touch]]
    /// Indices into ``Tally/marks``, by key, call, listener and time.
    let marks: [Int]

    /// Sorts out the marks of a tally; throws where the tally contradicts itself.
    init(
        _ tally: Tally, calls: HeardCalls, weights: SeverityWeights, expected: [String]
    ) throws(TallyError) {
        let (keys, entries) = try Self.sortedEntries(tally, calls: calls, expected: expected)
        var marks: [Int] = []
        marks.reserveCapacity(tally.marks.count)
        var touches: [[Touch]] = []
        for ofKey in entries {
            touches.append(
                Self.touches(tally, calls: calls, weights: weights, ofKey, from: marks.count))
            marks.append(contentsOf: ofKey.lazy.map(\.mark))
        }
        self.keys = keys
        self.marks = marks
        self.touches = touches
    }

    /// A mark of a pain point with the numbers it is sorted by.
    private struct Entry {
        /// The call's index in ``HeardCalls``, and the listener's in its list.
        var call: Int32
        var listener: Int32
        /// In milliseconds; -1 for the whole call.
        var start: Int
        var end: Int
        var mark: Int

        /// Call and listener in one number.
        var group: Int64 { Int64(call) << 32 | Int64(listener) }
    }

    /// The keys, and for each its marks in scope, by call, listener and time. What was marked outside
    /// the scope alone has none.
    private static func sortedEntries(
        _ tally: Tally, calls: HeardCalls, expected: [String]
    ) throws(TallyError) -> (keys: [String], entries: [[Entry]]) {
        var numbers: [String: Int] = [:]
        var keys: [String] = []
        var entries: [[Entry]] = []
        func number(of key: String) -> Int {
            if let number = numbers[key] { return number }
            numbers[key] = keys.count
            keys.append(key)
            entries.append([])
            return keys.count - 1
        }
        for key in expected { _ = number(of: key) }
        let (marks, heard) = (tally.marks, tally.calls)
        for index in marks.indices {
            let call = marks[index].call
            guard heard.indices.contains(call) else {
                throw TallyError(description: "A mark speaks of a call that is not listed.")
            }
            guard (1...5).contains(marks[index].severity) else {
                throw TallyError(
                    description: """
                        A mark on the call \(heard[call].id) has the severity \
                        \(marks[index].severity); severities are 1 to 5.
                        """)
            }
            guard let listener = heard[call].listeners.firstIndex(of: marks[index].listener) else {
                throw TallyError(
                    description: """
                        \(marks[index].listener) marked the call \(heard[call].id) and is not \
                        listed among its listeners.
                        """)
            }
            let place = calls.placeOfTallyCall[call]
            guard place >= 0 else { continue }
            let key = number(of: marks[index].painPoint)
            let range = marks[index].range
            entries[key].append(
                Entry(
                    call: Int32(place), listener: Int32(listener),
                    start: range?.start.milliseconds ?? -1, end: range?.end.milliseconds ?? -1,
                    mark: index))
        }
        for key in entries.indices {
            entries[key].sort { left, right in
                if left.group != right.group { return left.group < right.group }
                return (left.start, left.end, left.mark) < (right.start, right.end, right.mark)
            }
        }
        let order = keys.indices.sorted {
            keys[$0].utf8.lexicographicallyPrecedes(keys[$1].utf8)
        }
        return (order.map { keys[$0] }, order.map { entries[$0] })
    }

    /// The calls that one pain point touched, from its marks, the first of which stands at `from`
    /// in ``marks``.
    private static func touches(
        _ tally: Tally, calls: HeardCalls, weights: SeverityWeights, _ entries: [Entry], from: Int
    ) -> [Touch] {
        lazy var usual = medianClipMinutes(calls: calls, entries) ?? 1
        var touches: [Touch] = []
        var first = 0
        while first < entries.count {
            let call = entries[first].call
            let listeners = Double(tally.calls[calls.tallyIndices[Int(call)]].listeners.count)
            var touch = Touch(
                call: Int(call), share: 0, minutes: 0, weightedMinutes: 0, severity: 0,
                marks: from..<from)
            var hearers = 0.0
            var next = first
            while next < entries.count, entries[next].call == call {
                // One listener's marks: their time is counted once where they overlap.
                let group = entries[next].group
                var severity = 0
                var milliseconds = 0
                var reached = 0
                while next < entries.count, entries[next].group == group {
                    let entry = entries[next]
                    severity = max(severity, tally.marks[entry.mark].severity)
                    if entry.start >= 0 {
                        milliseconds += max(0, entry.end - max(entry.start, reached))
                        reached = max(reached, entry.end)
                    }
                    next += 1
                }
                let minutes = milliseconds > 0 ? Double(milliseconds) / 60_000 : usual
                hearers += 1
                touch.minutes += minutes
                touch.weightedMinutes += minutes * weights[severity]
                touch.severity = max(touch.severity, severity)
            }
            touch.share = hearers / listeners
            touch.minutes /= listeners
            touch.weightedMinutes /= listeners
            touch.marks = from + first..<from + next
            touches.append(touch)
            first = next
        }
        return touches
    }

    /// The median length of the clips marked on counted calls, in minutes; nil where there is none.
    private static func medianClipMinutes(calls: HeardCalls, _ entries: [Entry]) -> Double? {
        var lengths: [Double] = []
        for entry in entries where entry.start >= 0 {
            guard calls.countedPlaces[Int(entry.call)] != nil else { continue }
            lengths.append(Double(entry.end - entry.start) / 60_000)
        }
        return Median.of(lengths)
    }
}
