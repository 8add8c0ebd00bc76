public import CallModel

/// What became of a command.
public enum SessionOutcome: Sendable, Hashable {
    /// It was accepted: these events, in this order and together, are to be stored. One or two;
    /// the last one bears the id of the command.
    case accepted([SessionEvent])
    /// It is a retry of a command that was accepted before as these events: nothing is to be stored.
    case alreadyAccepted([SessionEvent])
    /// It was refused: nothing happened.
    case refused(Refusal)

    /// What the command was accepted as, now or before; empty where it was refused.
    public var events: [SessionEvent] {
        switch self {
        case .accepted(let events), .alreadyAccepted(let events): events
        case .refused: []
        }
    }

    /// Why it was refused; nil where it was accepted.
    public var refusal: Refusal? {
        if case .refused(let refusal) = self { refusal } else { nil }
    }
}
