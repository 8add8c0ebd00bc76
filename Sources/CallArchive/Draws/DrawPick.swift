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
    /// Who has it open in a sitting that goes on and in which something happened lately, sorted.
    public var openWith: [ListenerID]
}
