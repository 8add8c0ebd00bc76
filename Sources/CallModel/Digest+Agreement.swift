extension Digest {
    /// What the agreement between listeners was found from. It is a longer stretch than the digest's,
    /// because few calls are heard by two, and the whole programme, because a word that listeners
    /// understand differently is unclear everywhere.
    public struct AgreementBase: Sendable, Codable, Hashable {
        /// The stretch.
        public var period: Period
        /// Its calls that two people heard.
        public var calls: Int

        /// A base.
        public init(period: Period, calls: Int) {
            self.period = period
            self.calls = calls
        }

        /// Whether these are enough to say how far listeners agree.
        public var isEnough: Bool { calls >= Agreement.fewestCalls }
    }
}

extension Digest.Finding {
    /// Whether listeners disagree too much on it to rely on how often it was marked.
    public var isDisputed: Bool { agreement?.beyond.reading == .unreliable }
}
