public import Foundation

/// What listeners agreed that a call bears, after they had heard it apart and differed. It is what
/// its acts, in order, make of it; acts are only ever appended, so that what stood before stays.
public struct Settlement: Sendable, Hashable, Identifiable {
    /// What the call bears in all.
    public struct Labels: Sendable, Codable, Hashable {
        /// Why they called, by key; nil where it stays open, so that the listeners' own reasons
        /// stand.
        public var reason: String?
        /// How bad each pain point is, 1...5, by key; what is not listed the call has not.
        public var painPoints: [String: Int]

        /// Labels.
        public init(reason: String? = nil, painPoints: [String: Int] = [:]) {
            self.reason = reason
            self.painPoints = painPoints
        }
    }

    /// One act.
    public struct Act: Sendable, Hashable {
        /// What was done.
        public enum Kind: Sendable, Hashable {
            /// The call bears this; replaces what was settled before.
            case settled(Labels)
            /// Nothing is settled any more: the listeners' own words stand again.
            case reopened
        }

        /// Who did it.
        public var by: ListenerID
        /// When.
        public var at: Date
        /// What was done.
        public var kind: Kind
        /// Why, in words; empty where nothing was said.
        public var because: String

        /// An act.
        public init(by: ListenerID, at: Date, kind: Kind, because: String = "") {
            self.by = by
            self.at = at
            self.kind = kind
            self.because = because
        }
    }

    /// The call.
    public var call: CallID
    /// The acts, the oldest first.
    public var acts: [Act]

    /// A settlement.
    public init(call: CallID, acts: [Act]) {
        self.call = call
        self.acts = acts
    }

    /// The call's name.
    public var id: CallID { call }

    /// What stands; nil where nothing is settled.
    public var labels: Labels? {
        guard case .settled(let labels) = acts.last?.kind else { return nil }
        return labels
    }
}

// How an act is stored beside its call, actor and time:
//
//     {"type": "settled", "reason": "billing", "painPoints": {"hold": 4}, "because": "…"}
//     {"type": "reopened", "because": "…"}

extension Settlement.Act {
    /// What of an act is stored as one object.
    public struct Body: Codable, Sendable {
        private var type: String
        private var reason: String?
        private var painPoints: [String: Int]?
        private var because: String?

        /// The body of an act.
        public init(_ act: Settlement.Act) {
            switch act.kind {
            case .settled(let labels):
                type = "settled"
                reason = labels.reason
                painPoints = labels.painPoints
            case .reopened:
                type = "reopened"
            }
            because = act.because.isEmpty ? nil : act.because
        }

        /// The act of a body; nil where its type is not known.
        public func act(by: ListenerID, at: Date) -> Settlement.Act? {
            let kind: Settlement.Act.Kind
            switch type {
            case "settled":
                kind = .settled(
                    Settlement.Labels(reason: reason, painPoints: painPoints ?? [:]))
            case "reopened": kind = .reopened
            default: return nil
            }
            return Settlement.Act(by: by, at: at, kind: kind, because: because ?? "")
        }
    }
}
