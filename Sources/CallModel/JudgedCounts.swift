/// On how many calls several listeners said the same, pain point by pain point: all that a digest's
/// warnings take. Counts of different calls are added.
public struct JudgedCounts: Sendable, Codable, Hashable {
    /// How many of the listeners of a call marked something.
    public struct Pattern: Sendable, Codable, Hashable {
        /// Listeners, two or more.
        public var listeners: Int
        /// Those who marked it.
        public var marked: Int

        /// A pattern.
        public init(listeners: Int, marked: Int) {
            self.listeners = listeners
            self.marked = marked
        }
    }

    /// How many calls are alike in something.
    public struct Alike: Sendable, Codable, Hashable {
        /// In what.
        public var pattern: Pattern
        /// How many.
        public var calls: Int
    }

    /// Calls that two listeners or more heard, by their number: none of them marked.
    private var heard: [Int: Int] = [:]
    /// By key, the calls on which anybody marked it.
    private var marked: [String: [Alike]] = [:]

    /// No calls.
    public init() {}

    /// The counts of some calls; those of one listener are left out.
    public init(_ calls: some Sequence<JudgedCall>) {
        for call in calls where call.isDoublyHeard {
            let listeners = call.judgements.count
            heard[listeners, default: 0] += 1
            var marks: [String: Int] = [:]
            for key in call.judgements.lazy.flatMap(\.painPoints) { marks[key, default: 0] += 1 }
            for (key, count) in marks {
                add(Pattern(listeners: listeners, marked: count), calls: 1, to: key)
            }
        }
    }

    /// Adds the counts of other calls.
    public mutating func add(_ other: JudgedCounts) {
        heard.merge(other.heard, uniquingKeysWith: +)
        for (key, alike) in other.marked {
            for alike in alike { add(alike.pattern, calls: alike.calls, to: key) }
        }
    }

    private mutating func add(_ pattern: Pattern, calls: Int, to key: String) {
        if let place = marked[key]?.firstIndex(where: { $0.pattern == pattern }) {
            marked[key]?[place].calls += calls
        } else {
            marked[key, default: []].append(Alike(pattern: pattern, calls: calls))
        }
    }

    /// Calls that two listeners or more heard.
    public var calls: Int { heard.values.reduce(0, +) }

    /// The pain points that anybody marked, by the bytes of the key.
    public var keys: [String] {
        marked.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The calls by what was said of a pain point, those on which nobody marked it too, in ascending
    /// order.
    public func patterns(of key: String) -> [Alike] {
        let said = marked[key] ?? []
        let silent = heard.map { listeners, calls in
            let others = said.filter { $0.pattern.listeners == listeners }.reduce(0) {
                $0 + $1.calls
            }
            return Alike(pattern: Pattern(listeners: listeners, marked: 0), calls: calls - others)
        }
        return (said + silent).filter { $0.calls > 0 }.sorted {
            ($0.pattern.listeners, $0.pattern.marked) < ($1.pattern.listeners, $1.pattern.marked)
        }
    }
}
