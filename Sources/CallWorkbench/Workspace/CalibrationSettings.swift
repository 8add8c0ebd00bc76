/// How many of the drawn calls two listeners hear, so that it can be told how far they agree.
public struct CalibrationSettings: Sendable, Hashable {
    /// The part of each draw that a second listener hears too, in 0...1.
    public var doubleShare = 0.1
    /// The fewest such calls a month of calls, over all draws from the same days, >= 0.
    public var doublePerMonth = 10

    /// The defaults.
    public init() {}
}
