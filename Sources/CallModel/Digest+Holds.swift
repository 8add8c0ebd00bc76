// Holds as the telephone system logged them.

extension Digest {
    /// How often callers were put on hold, of all calls whose record tells, and how that stands to the
    /// previous period.
    public struct Holds: Sendable, Codable, Hashable {
        /// The period's.
        public var now: LoggedHolds.Day
        /// How many times as many holds a call there were as in the previous period, which is not a
        /// sample but may be chance; nil where the two are not compared.
        public var ratio: Estimate?
        /// How often chance alone would bring as large a difference; nil where there is none.
        public var p: Double?
        /// By how much days differ more than chance alone makes them: Pearson's statistic over its
        /// degrees of freedom, about 1 where chance is all.
        public var dispersion: Double?

        /// Holds.
        public init(
            now: LoggedHolds.Day, ratio: Estimate? = nil, p: Double? = nil,
            dispersion: Double? = nil
        ) {
            self.now = now
            self.ratio = ratio
            self.p = p
            self.dispersion = dispersion
        }
    }
}
