public import Foundation

/// What one listener said of a call when they first heard it, by themselves.
public struct Judgement: Sendable, Hashable {
    /// A pain point marked.
    public struct Mark: Sendable, Hashable {
        /// The key of the pain point, merged keys already resolved.
        public var painPoint: String
        /// How bad, 1...5.
        public var severity: Int
        /// When in the call; nil for the whole call.
        public var range: CallTimeRange?

        /// A mark.
        public init(painPoint: String, severity: Int, range: CallTimeRange? = nil) {
            self.painPoint = painPoint
            self.severity = severity
            self.range = range
        }
    }

    /// Who listened.
    public var listener: ListenerID
    /// The sitting.
    public var session: SessionID
    /// When that sitting began.
    public var at: Date
    /// Why they called, by the key, mergers followed; nil where the listener did not say.
    public var reason: String?
    /// What hurt, by pain point, then start.
    public var marks: [Mark]

    /// A judgement.
    public init(
        listener: ListenerID, session: SessionID, at: Date, reason: String? = nil,
        marks: [Mark] = []
    ) {
        self.listener = listener
        self.session = session
        self.at = at
        self.reason = reason
        self.marks = marks
    }

    /// The pain points marked.
    public var painPoints: Set<String> { Set(marks.map(\.painPoint)) }

    /// The worst severity given to a pain point; nil where it was not marked.
    public func severity(of painPoint: String) -> Int? {
        marks.lazy.filter { $0.painPoint == painPoint }.map(\.severity).max()
    }
}

/// A call with what each listener said of it.
public struct JudgedCall: Sendable, Hashable {
    /// The call.
    public var id: CallID
    /// When it began.
    public var startedAt: Date
    /// How much of it was recorded, in seconds; nil where nothing was.
    public var seconds: Double?
    /// One for each listener, by listener; only hearings that a draw led to.
    public var judgements: [Judgement]

    /// A judged call.
    public init(id: CallID, startedAt: Date, seconds: Double?, judgements: [Judgement]) {
        self.id = id
        self.startedAt = startedAt
        self.seconds = seconds
        self.judgements = judgements
    }

    /// Whether two people or more heard it.
    public var isDoublyHeard: Bool { judgements.count > 1 }

    /// The pain points that anybody marked.
    public var marked: Set<String> {
        judgements.reduce(into: []) { $0.formUnion($1.painPoints) }
    }

    /// The pain points that everybody marked.
    public var shared: Set<String> {
        judgements.dropFirst().reduce(judgements.first?.painPoints ?? []) {
            $0.intersection($1.painPoints)
        }
    }
}

/// The calls of a period and scope that a draw picked and somebody heard for it: what agreement
/// between listeners is found from. Calls picked by hand are left out, as who picks a call has often
/// heard what others said of it.
public struct JudgedCalls: Sendable, Hashable {
    /// The period.
    public var period: Period
    /// The scope.
    public var scope: Scope
    /// The calls, by id.
    public var calls: [JudgedCall]
    /// The words in force.
    public var taxonomy: Taxonomy

    /// Judged calls.
    public init(period: Period, scope: Scope, calls: [JudgedCall], taxonomy: Taxonomy) {
        self.period = period
        self.scope = scope
        self.calls = calls
        self.taxonomy = taxonomy
    }

    /// Those that two people or more heard.
    public var doublyHeard: [JudgedCall] { calls.filter(\.isDoublyHeard) }
}
