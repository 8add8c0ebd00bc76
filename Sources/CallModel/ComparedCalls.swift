/// Calls that people heard for a draw, mostly two of them or more: those behind one number of how far
/// they agree.
public struct ComparedCalls: Sendable, Hashable {
    /// Behind which number.
    public enum Choice: Sendable, Hashable {
        /// All of them.
        case all
        /// Those in which anybody marked this pain point, by key.
        case painPoint(String)
        /// Those for which two gave a reason.
        case reasons
        /// Those in which two marked the same pain point, so that they said how bad it was.
        case severity
        /// Those with sound or a clip, of which every second is compared.
        case seconds
        /// Those in which anybody marked a clip.
        case clips
        /// All that anybody heard, one person alone too.
        case heard
        /// Those that somebody heard.
        case heardBy(ListenerID)
        /// Those in which somebody marked a pain point, by key.
        case markedBy(ListenerID, String)

        /// Whether calls that one person alone heard are among them.
        public var holdsSingles: Bool {
            switch self {
            case .heard, .heardBy, .markedBy: true
            case .all, .painPoint, .reasons, .severity, .seconds, .clips: false
            }
        }
    }

    /// The period.
    public var period: Period
    /// The scope.
    public var scope: Scope
    /// Behind which number.
    public var choice: Choice
    /// The calls, the latest first.
    public var calls: [JudgedCall]
    /// The words in force.
    public var taxonomy: Taxonomy
    /// Those of ``calls`` of which what was said is left out, for a reader who may become the second
    /// listener.
    public private(set) var keptFresh: Set<CallID> = []

    /// Those of some judged calls.
    public init(_ judged: JudgedCalls, _ choice: Choice) {
        period = judged.period
        scope = judged.scope
        taxonomy = judged.taxonomy
        self.choice = choice
        calls = judged.calls.filter { $0.isCompared(by: choice) }
            .sorted { ($1.startedAt, $1.id) < ($0.startedAt, $0.id) }
    }

    /// The same without what was said of some calls; without the calls where to stand here would tell.
    public func keepingFresh(_ ids: Set<CallID>) -> ComparedCalls {
        var compared = self
        if case .markedBy = choice {
            compared.calls.removeAll { ids.contains($0.id) }
            return compared
        }
        compared.keptFresh = ids.intersection(calls.map(\.id))
        for index in calls.indices where ids.contains(calls[index].id) {
            for place in calls[index].judgements.indices {
                compared.calls[index].judgements[place].reason = nil
                compared.calls[index].judgements[place].marks = []
            }
        }
        return compared
    }
}

extension JudgedCall {
    fileprivate func isCompared(by choice: ComparedCalls.Choice) -> Bool {
        guard choice.holdsSingles || isDoublyHeard else { return false }
        return switch choice {
        case .all: true
        case .painPoint(let key): marked.contains(key)
        case .reasons: judgements.count { $0.reason != nil } > 1
        case .severity:
            marked.contains { key in judgements.count { $0.painPoints.contains(key) } > 1 }
        case .seconds: seconds ?? 0 > 0 || hasClip
        case .clips: hasClip
        case .heard: true
        case .heardBy(let listener): judgements.contains { $0.listener == listener }
        case .markedBy(let listener, let key):
            judgements.contains { $0.listener == listener && $0.painPoints.contains(key) }
        }
    }

    private var hasClip: Bool { judgements.contains { $0.marks.contains { $0.range != nil } } }
}

extension ComparedCalls.Choice: LosslessStringConvertible {
    /// `all`, `pain-point:hold`, `reasons`, `severity`, `seconds`, `clips`, `heard`, `heard-by:ana` or
    /// `marked-by:hold:ana`; nil for anything else.
    public init?(_ description: String) {
        let parts = description.split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false
        ).map(String.init)
        switch (parts[0], parts.count > 1 ? parts[1] : nil) {
        case ("all", nil): self = .all
        case ("reasons", nil): self = .reasons
        case ("severity", nil): self = .severity
        case ("seconds", nil): self = .seconds
        case ("clips", nil): self = .clips
        case ("heard", nil): self = .heard
        case ("pain-point", let key?) where !key.isEmpty: self = .painPoint(key)
        case ("heard-by", let name?) where !name.isEmpty: self = .heardBy(ListenerID(name))
        case ("marked-by", let rest?):
            let parts = rest.split(separator: ":", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { return nil }
            self = .markedBy(ListenerID(parts[1]), parts[0])
        default: return nil
        }
    }

    /// The choice as ``init(_:)`` reads it.
    public var description: String {
        switch self {
        case .all: "all"
        case .painPoint(let key): "pain-point:" + key
        case .reasons: "reasons"
        case .severity: "severity"
        case .seconds: "seconds"
        case .clips: "clips"
        case .heard: "heard"
        case .heardBy(let listener): "heard-by:\(listener)"
        case .markedBy(let listener, let key): "marked-by:\(key):\(listener)"
        }
    }
}
