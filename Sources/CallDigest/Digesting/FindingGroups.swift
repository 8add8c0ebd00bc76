import CallModel

/// Sorts findings into the sections of a digest.
struct FindingGroups {
    private(set) var ranked: [Digest.Finding] = []
    private(set) var alerts: [Digest.Finding] = []
    private(set) var early: [Digest.Finding] = []
    private(set) var handPickedOnly: [Digest.Finding] = []
    private(set) var notHeard: [Digest.Finding] = []
    private(set) var quiet: [Digest.Finding] = []

    /// Sorts drafts; pain points not heard come in the order of the palette.
    init(_ drafts: [FindingMaker.Draft], palette: [String]) {
        var rankable: [FindingMaker.Draft] = []
        var alarming: [FindingMaker.Draft] = []
        var rare: [FindingMaker.Draft] = []
        var handPicked: [FindingMaker.Draft] = []
        for draft in drafts {
            let finding = draft.finding
            if finding.evidenceCalls == 0 {
                if finding.novelty?.kind == .quiet {
                    quiet.append(finding)
                } else {
                    notHeard.append(finding)
                }
            } else if draft.isRankable {
                rankable.append(draft)
            } else if finding.regulated || finding.worstSeverity == 5 {
                alarming.append(draft)
            } else if finding.calls > 0 {
                rare.append(draft)
            } else {
                handPicked.append(draft)
            }
        }
        ranked = Self.withRanks(RankingOrder.ranked(rankable))
        alerts = RankingOrder.bySeverity(alarming).map(\.finding)
        early = RankingOrder.bySeverity(rare).map(\.finding)
        handPickedOnly = RankingOrder.bySeverity(handPicked).map(\.finding)
        var places: [String: Int] = [:]
        for (place, key) in palette.enumerated() { places[key] = place }
        notHeard.sort { (places[$0.key] ?? .max) < (places[$1.key] ?? .max) }
        quiet.sort { (places[$0.key] ?? .max) < (places[$1.key] ?? .max) }
    }

    /// Gives each its rank and how firmly it holds it.
    private static func withRanks(_ drafts: [FindingMaker.Draft]) -> [Digest.Finding] {
        let totals = drafts.compactMap { draft in
            draft.total.map { (total: $0.estimate.value, variance: $0.variance) }
        }
        let order =
            totals.count == drafts.count && totals.allSatisfy { $0.total > 0 }
            ? OrderOfTotals(totals: totals) : nil
        return drafts.enumerated().map { index, draft in
            var finding = draft.finding
            finding.rank = index + 1
            finding.order = order?.certainty(of: index)
            return finding
        }
    }
}
