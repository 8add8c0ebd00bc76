public import CallModel

/// One line of a list of draws.
public struct DrawSummary: Sendable, Hashable, Identifiable {
    /// The draw, without its entries.
    public var draw: Draw
    /// Calls picked.
    public var drawn: Int
    /// Picked calls that somebody heard because a draw picked them.
    public var heard: Int
    /// Picked calls that were passed over and that nobody heard.
    public var skipped: Int
    /// Picked calls, neither heard nor passed over, that have no sound.
    public var unhearable: Int
    /// Picked calls with sound that nobody finished or passed over: what a sitting on the draw has
    /// before it. A call that somebody heard in part is among them and among ``heard``.
    public var left: Int

    /// The draw's name.
    public var id: DrawID { draw.id }
}
