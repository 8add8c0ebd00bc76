public import CallModel
public import Foundation

/// What came before a tally, as the archive counted it.
public struct TalliedHistory: Sendable {
    /// A period that is compared with the one tallied.
    public struct Reading: Sendable {
        /// The period.
        public var period: Period
        /// What stands for the state that it is in.
        public var stamp: PeriodStamp
        /// What was counted; nil where what is known of this stamp still holds.
        public var tally: Tally?
    }

    /// A fix with the days before it shipped and those after it settled.
    public struct Fix: Sendable {
        /// The fix.
        public var initiative: Initiative
        /// The days before, in the scope of the fix; nil where it has not shipped, or where no day
        /// after is over.
        public var before: Reading?
        /// As many days after.
        public var after: Reading?
    }

    /// The period asked for.
    public var tally: Tally
    /// The previous one.
    public var previous: Reading
    /// ISO weeks that follow each other, the oldest first.
    public var weeks: [Reading]
    /// Every version of the taxonomy, the oldest first.
    public var taxonomies: [TallyHistory.DatedTaxonomy]
    /// When the first call began that anybody listened to; nil where nobody did.
    public var listeningSince: Date?
    /// Every fix, by id.
    public var fixes: [Fix]
}
