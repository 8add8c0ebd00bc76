public import CallModel

/// Why no sitting was opened, in a sentence that ends with what to do.
public enum ListeningError: Error, Sendable, Hashable {
    /// The listener has no sitting that goes on.
    case nothingToContinue(ListenerID)
    /// No such sitting, or it is over.
    case notOpen(SessionID)
    /// The sitting is another listener's.
    case otherListener(SessionID, ListenerID)
    /// None of so many calls of a frame has sound.
    case nothingToHear(calls: Int)
    /// All the calls of a frame that have sound, so many, were finished or passed over.
    case allHeard(calls: Int)
    /// Everything that a draw picked was finished or passed over.
    case drawDone(DrawID)
    /// All that is left of a draw is open before others.
    case heardByOthers(DrawID, [ListenerID])
    /// No call was named, or none is like what was asked for.
    case noCalls
}

extension ListeningError: CustomStringConvertible {
    /// The sentence.
    public var description: String {
        switch self {
        case .nothingToContinue(let listener):
            """
            \(listener) has no sitting that goes on. Begin one: `earful listen --hour` draws calls \
            at random, `earful listen --calls CALL` takes those you name.
            """
        case .notOpen(let session):
            """
            There is no sitting \(session) that goes on. `earful sessions` lists them; an ended one \
            stays ended: begin a new one.
            """
        case .otherListener(let session, let listener):
            "The sitting \(session) is \(listener)'s. Begin one of your own."
        case .nothingToHear(let calls):
            """
            None of the \(calls) calls of this period has a recording that can be heard. Take \
            recordings in with `earful ingest`, or choose other days with --week or --from and --to.
            """
        case .allHeard(let calls):
            """
            All \(calls) calls of this period that can be heard were finished or passed over. Read \
            what recurs with `earful digest`, or choose other days.
            """
        case .drawDone(let draw):
            """
            Every call of the draw \(draw) was finished or passed over. Read what recurs with \
            `earful digest`, or draw anew with `earful listen --hour`.
            """
        case .heardByOthers(let draw, let listeners):
            """
            What is left of the draw \(draw) is being heard by \
            \(listeners.map(\.rawValue).joined(separator: ", ")). Come back later, or draw calls \
            of your own with `earful listen --hour`.
            """
        case .noCalls:
            "No call is like that. `earful calls` with the same options lists what there is."
        }
    }
}
