import CallModel
import Foundation

/// Tells what is new, what is coming up, and what has gone quiet, from the last weeks and those before.
struct NoveltyFinder {
    /// The weeks that are "lately" and those they are held against.
    static let recent = TallyHistory.recentWeeks
    static let prior = 12
    /// With a shorter history of listening nothing is called new: everything would be.
    static let leastHistory = 8.0 * 7 * 86_400
    /// What was heard in a larger part of calls before cannot emerge any more; it grows.
    static let rareShare = 0.01
    /// Where less than this part of what there is was heard, a first hearing is no wonder.
    static let leastCoverage = 0.9

    private let recent: WeekSpan
    private let prior: WeekSpan
    private let history: TallyHistory
    private let breaks: TaxonomyBreaks

    init(_ weeks: [PeriodCounts], history: TallyHistory, breaks: TaxonomyBreaks) {
        recent = WeekSpan(weeks.suffix(Self.recent))
        prior = WeekSpan(weeks.dropLast(Self.recent).suffix(Self.prior))
        self.history = history
        self.breaks = breaks
    }

    /// The novelties among pain points; the tests of what emerges are taken together.
    func novelties(of keys: [String]) -> [String: Digest.Novelty] {
        guard recent.counted > 0, prior.counted > 0,
            let start = recent.weeks.first?.period.start,
            let end = recent.weeks.last?.period.end
        else { return [:] }
        let candidates = keys.filter { key in
            recent.calls(of: key) > 0 && breaks.last(of: key, from: start, to: end) == nil
        }
        let isLongEnough =
            history.listeningSince.map { start.timeIntervalSince($0) >= Self.leastHistory } ?? false
        let coverage = KindCoverage(
            prior.keys.map { prior.calls(of: $0) }, .incidence(calls: prior.counted)
        )?.coverage
        let isCovered = (coverage ?? 0) >= Self.leastCoverage
        let emerging = emerging(among: candidates)
        var found: [String: Digest.Novelty] = [:]
        for key in candidates {
            if !history.heardBefore.contains(key), prior.calls(of: key) == 0 {
                guard isLongEnough else { continue }
                found[key] = novelty(isCovered ? .new : .newlyHeard, key)
            } else if emerging.contains(key) {
                found[key] = novelty(.emerging, key)
            }
        }
        for key in keys where isQuiet(key) { found[key] = novelty(.quiet, key) }
        return found
    }

    private func novelty(_ kind: Digest.Novelty.Kind, _ key: String) -> Digest.Novelty {
        Digest.Novelty(
            kind: kind, weeks: recent.weeks.count, counted: recent.counted,
            calls: recent.calls(of: key), callsBefore: prior.calls(of: key),
            countedBefore: prior.counted)
    }

    private func emerging(among candidates: [String]) -> Set<String> {
        let rare = candidates.filter { key in
            recent.calls(of: key) >= RecurrenceRule.fewest
                && Double(prior.calls(of: key)) < Self.rareShare * Double(prior.counted)
                && recent.callers(of: key) >= RecurrenceRule.fewest
        }
        let p = rare.map { key in
            let (now, before) = (recent.load(of: key), prior.load(of: key))
            guard now.calls > 0, before.calls > 0 else { return 1.0 }
            return CountSurge.test(
                Int(now.affected.rounded()), of: now.calls, before: Int(before.affected.rounded()),
                of: before.calls)
        }
        let q = FalseDiscovery.qValues(of: p)
        return Set(rare.indices.filter { p[$0] <= 0.02 && q[$0] <= 0.1 }.map { rare[$0] })
    }

    /// Whether a pain point recurred before and is so silent now that at most half of its former
    /// share can be left.
    private func isQuiet(_ key: String) -> Bool {
        guard recent.counted > 0, recent.calls(of: key) == 0, prior.recurs(key),
            let start = prior.weeks.first?.period.start,
            let end = recent.weeks.last?.period.end,
            breaks.last(of: key, from: start, to: end) == nil
        else { return false }
        let calls = recent.load(of: key).calls
        let high = 1 - pow(0.05, 1 / max(1, calls))
        return high < 0.5 * Double(prior.calls(of: key)) / Double(prior.counted)
    }
}
