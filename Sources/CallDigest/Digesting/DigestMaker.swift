public import CallModel
import Foundation

/// Makes the digest of a period from what the archive counted: statistics alone, no wording. The same
/// tallies and settings give the same digest to the last bit, however their lists are ordered.
///
/// - Shares are weighted by the inclusion probabilities of the draws; hand-picked calls are evidence
///   only. Ranges are Korn and Graubard's, and for totals Fay and Feuer's.
/// - Pain points are ranked by the low end of the range of a month's total, from three calls and
///   three callers on; those heard more rarely are early signals.
/// - Where the number of calls there are is unknown nothing is said of all calls: the ranked pain
///   points are then those of the calls heard, in order of calls.
public struct DigestMaker: Sendable {
    /// What it is made with.
    public let settings: DigestSettings

    /// A maker of digests.
    public init(settings: DigestSettings = DigestSettings()) {
        self.settings = settings
    }

    /// The digest of a tally, with what moved since what came before it.
    ///
    /// Throws where a tally contradicts itself: a call listed twice or in an unlisted stratum, a mark
    /// of an unlisted call, by a listener who did not hear it, or of a severity outside 1...5.
    public func digest(
        of tally: Tally, history: TallyHistory = TallyHistory()
    ) throws(TallyError) -> Digest {
        let earlier = history.previous.flatMap { $0.counted > 0 ? $0 : nil }
        let previousCalls = earlier?.painPoints.mapValues(\.calls)
        let expected =
            Self.offered(in: tally) + (previousCalls?.filter { $0.value > 0 }.keys ?? [:].keys)
        let now = try counter(of: tally, expected: expected)
        let period = now.period
        let maker = FindingMaker(
            period: period, settings: settings, base: now.base,
            previousCalls: previousCalls)
        var counter = PainPointCounter(calls: period.calls)
        var drafts = Self.shrunken(
            period.ledger.keys.indices.map { maker.draft($0, counter: &counter) })
        // The last of the weeks is mostly the period itself, and counted already.
        let counts = history.weeks.last { $0.period == tally.period } ?? now.counts
        let movements = Movements(
            of: period.ledger.keys, now: counts, before: earlier, history: history,
            taxonomy: tally.taxonomy)
        movements.write(to: &drafts)
        let groups = FindingGroups(drafts, palette: tally.taxonomy.painPoints.map(\.key))
        var digest = Digest(
            period: tally.period, scope: tally.scope, level: settings.level,
            taxonomyVersion: tally.taxonomy.version,
            sample: SampleFinding(period: period, base: now.base)
                .sample(heaviestShares: groups.ranked.compactMap(\.heaviestCallShare)),
            previousCounted: earlier?.counted, previousLabel: history.previous?.period.label,
            ranked: groups.ranked, alerts: groups.alerts, early: groups.early,
            handPickedOnly: groups.handPickedOnly, notHeard: groups.notHeard,
            reasons: ReasonFindings(
                period: period, settings: settings, base: now.base, previous: earlier
            ).findings,
            unhearable: Digest.Unhearable(tally.unhearable), measure: settings.measure)
        digest.quiet = groups.quiet
        digest.initiatives = try InitiativeJudge(maker: self, history: history)
            .standings(in: tally)
        digest.coverage =
            CoverageFinder(period: period, base: now.base, level: settings.level).coverage
        digest.holds =
            HoldFinding(now: counts, before: history.previous, level: settings.level).holds
        digest.partialLog = LogCoverage.hasHole(counts) ? tally.loggedDays : nil
        digest.corners = CoverageFinder.corners(of: tally)
        digest.comparison = movements.comparison
        digest.alarms = movements.alarms
        Self.write(history.judged, tally.taxonomy, to: &digest)
        let guesses = try GapMaker(settings: settings).sittings(history.guesses, measuredBy: tally)
        digest.expectations = guesses.isEmpty ? nil : PerceptionGap.Summary(guesses)
        return digest
    }

    /// The counts of a tally by which its period is compared with others.
    ///
    /// Throws where the tally contradicts itself.
    public func counts(of tally: Tally) throws(TallyError) -> PeriodCounts {
        try counter(of: tally).counts
    }

    func counter(
        of tally: Tally, expected: [String] = []
    ) throws(TallyError) -> PeriodCounter {
        PeriodCounter(
            try CountedPeriod(tally, weights: settings.severityWeights, expected: expected),
            settings: settings)
    }

    /// The keys of the pain points that could be chosen when the period began.
    private static func offered(in tally: Tally) -> [String] {
        let zone = TimeZone(identifier: tally.period.timeZone) ?? .gmt
        let day = Calendar.iso8601(in: zone).day(of: tally.period.start)
        return tally.taxonomy.painPointsOffered(on: day)
            .filter { $0.mergedInto == nil }
            .map(\.key)
    }

    /// The drafts with their shares drawn towards the mean of all.
    private static func shrunken(_ drafts: [FindingMaker.Draft]) -> [FindingMaker.Draft] {
        let sizes = drafts.compactMap { $0.finding.share == nil ? nil : $0.finding.effective }
        guard sizes.count == drafts.count else { return drafts }
        let heard = zip(drafts, sizes).map { ($0.finding.share?.value ?? 0) * $1 }
        guard let prior = EmpiricalBayes.moments(x: heard, n: sizes) else { return drafts }
        var drafts = drafts
        for index in drafts.indices {
            drafts[index].finding.shrunkenShare = prior.posteriorMean(
                x: heard[index], n: sizes[index])
        }
        return drafts
    }
}
