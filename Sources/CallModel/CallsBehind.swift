public import Foundation

/// The calls behind a number of a digest, with what was heard in each and when.
public struct CallsBehind: Sendable, Hashable {
    /// Behind which number.
    public enum Choice: Sendable, Hashable {
        /// All that count in shares and totals.
        case counted
        /// Those that were chosen by hand: evidence, and in no number.
        case handPicked
        /// Counted ones that two people or more heard.
        case heardTwice
        /// Those in which any of these pain points was heard, by key; one or more of them.
        case painPoints([String])
        /// Counted ones that were made for a reason, by key; nil where nobody gave one.
        case reason(String?)
        /// Counted ones that were made for a reason or one below it, by key.
        case reasonTree(String)
        /// Counted ones of a part of the population, by its name.
        case group(String)

        /// Whether to be one of them tells what somebody said.
        var tells: Bool {
            switch self {
            case .counted, .handPicked, .heardTwice, .group: false
            case .painPoints, .reason, .reasonTree: true
            }
        }
    }

    /// A pain point heard in a call.
    public struct Moment: Sendable, Hashable {
        /// Its key.
        public var painPoint: String
        /// Its name for people.
        public var label: String
        /// When in the call; nil for the whole call.
        public var range: CallTimeRange?
        /// How bad, 1...5.
        public var severity: Int
        /// Who heard it.
        public var listener: ListenerID

        /// A moment.
        public init(
            painPoint: String, label: String, range: CallTimeRange?, severity: Int,
            listener: ListenerID
        ) {
            self.painPoint = painPoint
            self.label = label
            self.range = range
            self.severity = severity
            self.listener = listener
        }
    }

    /// One call.
    public struct Call: Sendable, Hashable, Identifiable {
        /// The call.
        public var id: CallID
        /// When it began.
        public var startedAt: Date
        /// Whether it counts; one chosen by hand does not.
        public var isCounted: Bool
        /// How many calls it stands for; nil where it does not count, or where it is not known of how
        /// many calls the sample was drawn.
        public var weight: Double?
        /// The part of it that the number has, in 0...1: listeners who disagree share a call out.
        public var share: Double
        /// Who heard it, sorted.
        public var listeners: [ListenerID]
        /// Why they called, by the names of the reasons given.
        public var reasons: [String]
        /// What was heard in it, by time; of chosen pain points those alone.
        public var moments: [Moment]
        /// Whether ``reasons`` and ``moments`` are left out for a reader who may become the second
        /// listener of the call, and is to hear it fresh.
        public var isKeptFresh = false

        /// A call.
        public init(
            id: CallID, startedAt: Date, isCounted: Bool, weight: Double?, share: Double,
            listeners: [ListenerID], reasons: [String], moments: [Moment]
        ) {
            self.id = id
            self.startedAt = startedAt
            self.isCounted = isCounted
            self.weight = weight
            self.share = share
            self.listeners = listeners
            self.reasons = reasons
            self.moments = moments
        }

        /// The same without what anybody said.
        public func keptFresh() -> Call {
            var call = self
            call.isKeptFresh = true
            (call.reasons, call.moments) = ([], [])
            return call
        }
    }

    /// The period.
    public var period: Period
    /// The scope.
    public var scope: Scope
    /// Behind which number.
    public var choice: Choice
    /// The names for people of what was chosen: of the pain points, the reason or the group.
    public var names: [String]
    /// The calls, the latest first.
    public var calls: [Call]
    /// Calls that are not listed, for a reader who may become their second listener.
    public private(set) var withheld = 0
    private var withheldParts = 0.0

    /// Calls behind a number.
    public init(
        period: Period, scope: Scope, choice: Choice, names: [String] = [], calls: [Call] = []
    ) {
        self.period = period
        self.scope = scope
        self.choice = choice
        self.names = names
        self.calls = calls
    }

    /// The same without what was said of some calls; without the calls where to stand here would tell.
    public func keepingFresh(_ ids: Set<CallID>) -> CallsBehind {
        var behind = self
        if choice.tells {
            let kept = calls.filter { ids.contains($0.id) }
            behind.calls.removeAll { ids.contains($0.id) }
            behind.withheld = kept.count
            behind.withheldParts = kept.reduce(0) { $0 + $1.share }
        } else {
            behind.calls = calls.map { ids.contains($0.id) ? $0.keptFresh() : $0 }
        }
        return behind
    }

    /// How many of them count, those withheld too: they were heard for a draw.
    public var counted: Int { calls.count(where: \.isCounted) + withheld }

    /// How many were chosen by hand.
    public var handPicked: Int { calls.count { !$0.isCounted } }

    /// What they are together where a call is shared out between listeners.
    public var parts: Double {
        calls.reduce(withheldParts) { $0 + ($1.isCounted ? $1.share : 0) }
    }
}

extension CallsBehind.Choice: LosslessStringConvertible {
    /// `counted`, `by-hand`, `heard-twice`, `pain-point:hold,transfer`, `reason:refund`,
    /// `reason-tree:billing`, `no-reason` or `group:Dublin`; nil for anything else.
    public init?(_ description: String) {
        let parts = description.split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false
        ).map(String.init)
        switch (parts[0], parts.count > 1 ? parts[1] : nil) {
        case ("counted", nil): self = .counted
        case ("by-hand", nil): self = .handPicked
        case ("heard-twice", nil): self = .heardTwice
        case ("no-reason", nil): self = .reason(nil)
        case ("pain-point", let text?):
            let keys = text.components(separatedBy: ",")
            guard !keys.contains(""), Set(keys).count == keys.count else { return nil }
            self = .painPoints(keys)
        case ("reason", let key?) where !key.isEmpty: self = .reason(key)
        case ("reason-tree", let key?) where !key.isEmpty: self = .reasonTree(key)
        case ("group", let name?): self = .group(name)
        default: return nil
        }
    }

    /// The choice as ``init(_:)`` reads it.
    public var description: String {
        switch self {
        case .counted: "counted"
        case .handPicked: "by-hand"
        case .heardTwice: "heard-twice"
        case .painPoints(let keys): "pain-point:" + keys.joined(separator: ",")
        case .reason(let key?): "reason:" + key
        case .reason(nil): "no-reason"
        case .reasonTree(let key): "reason-tree:" + key
        case .group(let name): "group:" + name
        }
    }
}
