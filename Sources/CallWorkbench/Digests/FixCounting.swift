import CallArchive
import CallDigest
import CallModel
import Foundation

/// Counts the days before and after fixes; what did not change since it was counted before is taken from
/// the shelf.
struct FixCounting {
    typealias Kept = CountsShelf.Kept<FixCounts>

    let maker: DigestMaker
    let shelf: CountsShelf

    /// What is kept of fixes that a period judges.
    func known(
        of initiatives: [Initiative], until period: Period
    ) -> [InitiativeID: [Period: Kept]] {
        let zone = TimeZone(identifier: period.timeZone) ?? .gmt
        var known: [InitiativeID: [Period: Kept]] = [:]
        for initiative in initiatives {
            guard let (before, after) = initiative.stretches(until: period.end, in: zone) else {
                continue
            }
            for (stretch, isAfter) in [(before, false), (after, true)] {
                known[initiative.id, default: [:]][stretch] = shelf.kept(
                    subject(initiative.plan, of: stretch, isAfter: isAfter), as: FixCounts.self)
            }
        }
        return known
    }

    /// A fix as the archive read it, where `known` does not hold any more; it is kept for the next time.
    ///
    /// Throws `TallyError`.
    func counted(
        _ fix: TalliedHistory.Fix, known: [Period: Kept], _ labels: [CallID: Settlement.Labels]
    ) throws -> TallyHistory.FixHistory {
        let plan = fix.initiative.plan
        func counts(
            _ reading: TalliedHistory.Reading?, isAfter: Bool
        ) throws -> FixCounts? {
            guard let reading else { return nil }
            guard let tally = reading.tally else { return known[reading.period]?.value }
            let counts = try maker.fixCounts(
                of: plan.painPoints, in: tally.settling(labels), after: isAfter)
            shelf.keep(
                counts, stamp: reading.stamp,
                of: subject(plan, of: reading.period, isAfter: isAfter))
            return counts
        }
        return TallyHistory.FixHistory(
            initiative: fix.initiative, before: try counts(fix.before, isAfter: false),
            after: try counts(fix.after, isAfter: true))
    }

    private func subject(
        _ plan: Initiative.Plan, of period: Period, isAfter: Bool
    ) -> String {
        CountsShelf.subject(
            isAfter ? "after" : "before", of: period,
            CountsShelf.words(of: plan.scope, maker.settings) + plan.painPoints)
    }
}
