// What has not been heard yet.

extension Digest {
    /// The calls of all evidence.
    public var evidenceCalls: [CallID] { findings.flatMap(\.evidence).map(\.call) }

    /// The same without the evidence of some calls: for a reader who may become their second listener.
    public func keepingFresh(_ ids: Set<CallID>) -> Digest {
        guard !ids.isEmpty else { return self }
        var digest = self
        for list in [\Digest.ranked, \.alerts, \.early, \.handPickedOnly, \.quiet, \.notHeard] {
            for index in digest[keyPath: list].indices {
                digest[keyPath: list][index].evidence.removeAll { ids.contains($0.call) }
            }
        }
        return digest
    }

    /// How many more calls something takes.
    public enum MoreCalls: Sendable, Codable, Hashable {
        /// None: it is so already.
        case enough
        /// About as many.
        case about(Int)
        /// More than were heard so far, so that no number is worth printing.
        case severalTimes
    }

    /// How much of what hurts was heard, going by what was heard in one or two calls alone.
    public struct Coverage: Sendable, Codable, Hashable {
        /// Different pain points heard in counted calls.
        public var kinds: Int
        /// Those that were heard in exactly one call.
        public var once: Int
        /// For each of them its calls, added up.
        public var mentions: Int
        /// Of all mentions of any pain point, the part that is of a kind heard already, in 0...1.
        public var share: Estimate
        /// Kinds that there are, at least about; nil where that cannot be told.
        public var kindsAtLeast: Estimate?
        /// Whether calls weigh so differently that ``share`` goes by their weights.
        public var isWeighted: Bool
        /// More calls until 95 of 100 mentions are of a kind heard already; nil where that cannot
        /// be told.
        public var moreForMentions: MoreCalls?
        /// More calls until 95 of 100 kinds were heard; nil as above.
        public var moreForKinds: MoreCalls?

        /// A coverage.
        public init(
            kinds: Int, once: Int, mentions: Int, share: Estimate, kindsAtLeast: Estimate?,
            isWeighted: Bool, moreForMentions: MoreCalls?, moreForKinds: MoreCalls?
        ) {
            self.kinds = kinds
            self.once = once
            self.mentions = mentions
            self.share = share
            self.kindsAtLeast = kindsAtLeast
            self.isWeighted = isWeighted
            self.moreForMentions = moreForMentions
            self.moreForKinds = moreForKinds
        }
    }

    /// One queue of one site: how much of it was heard.
    public struct Corner: Sendable, Codable, Hashable {
        /// The site; nil where the call log does not say.
        public var site: String?
        /// The queue; nil where the call log does not say.
        public var queue: String?
        /// Its calls.
        public var population: Int
        /// Its counted calls.
        public var counted: Int

        /// A corner.
        public init(_ corner: Tally.Corner) {
            site = corner.site
            queue = corner.queue
            population = corner.population
            counted = corner.counted
        }
    }
}
