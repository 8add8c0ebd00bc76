public import CallModel
public import Foundation

/// A file where it was last seen.
public struct SeenFile: Sendable, Hashable {
    /// Where it lies, and what it holds.
    public var location: FileLocation
    /// When the archive was last told so.
    public var lastSeenAt: Date
}

/// A call within one sitting.
public struct CallSitting: Sendable, Hashable {
    /// The sitting.
    public var session: SessionID
    /// What it was for.
    public var purpose: SessionPurpose
    /// Who listened.
    public var listener: ListenerID
    /// When it began.
    public var startedAt: Date
    /// How far the listener got, and what they said.
    public var heard: Session.HeardCall
    /// Whether the call counts as heard by the listener.
    public var isHeard: Bool
}

/// A draw whose frame held a call.
public struct DrawMembership: Sendable, Hashable {
    /// The draw.
    public var draw: DrawID
    /// When it was made.
    public var madeAt: Date
    /// How it picked.
    public var method: Draw.Method
    /// The name of the call's stratum.
    public var stratum: String
    /// The probability with which it could pick the call, in (0, 1].
    public var inclusionProbability: Double
    /// The call's place in the order of hearing, from 0; nil where it was not picked.
    public var position: Int?
}

/// Everything that is known of one call.
public struct CallDetails: Sendable {
    /// The call.
    public var call: Call
    /// What each source says of it.
    public var facts: [FactSource: CallRecord]
    /// Where its files lie.
    public var files: [SeenFile]
    /// Whether a person said which channel is whose.
    public var layoutSetByHand: Bool
    /// What the sound says.
    public var profile: Profile?
    /// What a screen draws.
    public var waveform: WaveformBlob?
    /// The sittings in which it was opened, by start.
    public var sittings: [CallSitting]
    /// The draws whose frame held it, by when they were made.
    public var draws: [DrawMembership]
    /// The probability with which any of those draws could pick it, in (0, 1]; nil without draws.
    public var inclusionProbability: Double?
    /// What people did with it, by time.
    public var history: [SessionEvent]
    /// Whether what the first listener said is left out, because the reader may become the second,
    /// who is to hear it fresh.
    public var isKeptFresh = false

    /// The same without what anybody said.
    func keptFresh() -> CallDetails {
        var details = self
        details.isKeptFresh = true
        for index in sittings.indices { details.sittings[index].heard.annotations = [] }
        details.history.removeAll(where: \.body.says)
        return details
    }
}

extension SessionEvent.Body {
    /// Whether it tells what somebody said of a call.
    fileprivate var says: Bool {
        switch self {
        case .annotated, .changed, .removed, .undone, .redone: true
        default: false
        }
    }
}
