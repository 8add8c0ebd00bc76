package import CallModel

/// What the call log says of holds.
package protocol HoldWords {
    var holdsTitle: String { get }
    /// `The record of 1,932 calls tells of holds: 620 were put on hold, 940 times in all.`
    func holds(_ day: LoggedHolds.Day) -> String
    /// How many times as many holds a call there were as in another period.
    func holdRatio(_ ratio: Estimate, since period: String) -> String
    var holdFootnote: Footnote { get }
}
