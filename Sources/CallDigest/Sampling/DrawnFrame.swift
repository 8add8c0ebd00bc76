public import CallModel

/// What a draw made of a frame: what ``Draw`` stores.
public struct DrawnFrame: Sendable, Hashable {
    /// Its parts, by name.
    public let strata: [Draw.Stratum]
    /// Every call of the frame, by id, with its inclusion probability, and its place in the order of
    /// hearing where it was picked.
    public let entries: [Draw.Entry]
}
