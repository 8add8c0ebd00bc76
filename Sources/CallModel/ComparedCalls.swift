/// Calls that two people or more heard for a draw: those behind one number of how far they agree.
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

    /// Those of some judged calls.
    public init(_ judged: JudgedCalls, _ choice: Choice) {
        period = judged.period
        scope = judged.scope
        taxonomy = judged.taxonomy
        self.choice = choice
        calls = judged.doublyHeard.filter { $0.isCompared(by: choice) }
            .sorted { ($1.startedAt, $1.id) < ($0.startedAt, $0.id) }
    }
}

extension JudgedCall {
    fileprivate func isCompared(by choice: ComparedCalls.Choice) -> Bool {
        switch choice {
        case .all: true
        case .painPoint(let key): marked.contains(key)
        case .reasons: judgements.count { $0.reason != nil } > 1
        case .severity:
            marked.contains { key in judgements.count { $0.painPoints.contains(key) } > 1 }
        case .seconds: seconds ?? 0 > 0 || hasClip
        case .clips: hasClip
        }
    }

    private var hasClip: Bool { judgements.contains { $0.marks.contains { $0.range != nil } } }
}

extension ComparedCalls.Choice: LosslessStringConvertible {
    /// `all`, `pain-point:hold`, `reasons`, `severity`, `seconds` or `clips`; nil for anything else.
    public init?(_ description: String) {
        let prefix = "pain-point:"
        switch description {
        case "all": self = .all
        case "reasons": self = .reasons
        case "severity": self = .severity
        case "seconds": self = .seconds
        case "clips": self = .clips
        case let text where text.hasPrefix(prefix) && text != prefix:
            self = .painPoint(String(text.dropFirst(prefix.count)))
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
        }
    }
}
