/// What comes after a sitting: what of its plan is left, and for whom.
public enum SittingOutlook: Sendable, Hashable {
    /// Calls of a draw that nobody finished or passed over; `heardNow` of them are open before other
    /// listeners. The draw comes without its entries.
    case leftInDraw(Draw, calls: Int, heardNow: Int)
    /// Every call of a draw was finished or passed over by somebody.
    case drawDone(Draw)
    /// Calls that somebody picked and that this listener did not finish or pass over.
    case leftOfPicked(calls: Int)
    /// Nothing is left of what was set out to.
    case nothingLeft
}
