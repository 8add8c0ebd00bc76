public import CallModel

/// A call that a draw picked, and how far it got in all sittings that a draw led to.
public struct DrawPick: Sendable, Hashable {
    /// The call.
    public var call: CallID
    /// Its place in the order of hearing, from 0.
    public var position: Int
    /// Whether a recording of it decodes.
    public var isHearable: Bool
    /// Whether somebody finished it or passed it over.
    public var isDone: Bool
    /// Whether a second listener is to hear it too.
    public var isDouble: Bool
    /// Whether somebody passed it over.
    public var wasSkipped: Bool
    /// Who finished it or passed it over, sorted.
    public var doneBy: [ListenerID]
    /// Who has it open in a sitting that goes on and in which something happened lately, sorted.
    public var openWith: [ListenerID]

    /// Whether a listener could still hear it for the draw: nobody is done with it, or it wants a
    /// second listener and the first was somebody else. One that was passed over wants nobody more.
    public func waits(for listener: ListenerID) -> Bool {
        !isDone || wantsSecond && doneBy != [listener]
    }

    /// Whether one listener heard it and a second is to.
    public var wantsSecond: Bool { isDouble && !wasSkipped && doneBy.count == 1 }
}
