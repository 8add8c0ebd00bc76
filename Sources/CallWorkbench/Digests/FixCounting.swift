import CallArchive
import CallDigest
import CallModel
import Foundation

/// Counts the days before and after fixes; what did not change since it was counted before is taken from
/// the shelf.
struct FixCounting {
    typealias Kept = CountsShelf.Kept<FixCounts>

    let archive: Archive
    let maker: DigestMaker
    let shelf: CountsShelf

    /// What was counted of fixes that a period judges, with the stamps of the days. One after the other:
    /// of days that changed all marks are in memory.
    ///
    /// Throws `ArchiveError` and `TallyError`.
    func known(until period: Period) async throws -> [InitiativeID: [Period: Kept]] {
        let zone = TimeZone(identifier: period.timeZone) ?? .gmt
        var sides: [(initiative: Initiative, stretch: Period, isAfter: Bool)] = []
        let loggedSince = try await archive.loggedSince()
        for initiative in try await archive.initiatives() {
            guard
                let (before, after) = initiative.stretches(
                    until: period.end, since: loggedSince, in: zone)
            else { continue }
            sides += [(initiative, before, false), (initiative, after, true)]
        }
        var known: [InitiativeID: [Period: Kept]] = [:]
        let kept = await shelf.kept(
            sides.map { subject($0.initiative.plan, of: $0.stretch, isAfter: $0.isAfter) },
            stamps: try await archive.stamps(of: sides.map(\.stretch)), as: FixCounts.self)
        for (side, var kept) in zip(sides, kept) {
            let plan = side.initiative.plan
            if kept == nil {
                let reading = try await archive.reading(of: side.stretch, scope: plan.scope)
                kept = try counted(
                    reading, of: plan, isAfter: side.isAfter, try await archive.settledLabels())
            }
            known[side.initiative.id, default: [:]][side.stretch] = kept
        }
        return known
    }

    /// A fix as the archive read it, where `known` does not hold any more.
    ///
    /// Throws `TallyError`.
    func counted(
        _ fix: TalliedHistory.Fix, known: [Period: Kept], _ labels: [CallID: Settlement.Labels]
    ) throws -> TallyHistory.FixHistory {
        func counts(
            _ reading: TalliedHistory.Reading?, isAfter: Bool
        ) throws -> FixCounts? {
            guard let reading else { return nil }
            return try counted(reading, of: fix.initiative.plan, isAfter: isAfter, labels)?.value
                ?? known[reading.period]?.value
        }
        return TallyHistory.FixHistory(
            initiative: fix.initiative, before: try counts(fix.before, isAfter: false),
            after: try counts(fix.after, isAfter: true))
    }

    /// What a reading says, kept for the next time; nil where it was not tallied.
    private func counted(
        _ reading: TalliedHistory.Reading, of plan: Initiative.Plan, isAfter: Bool,
        _ labels: [CallID: Settlement.Labels]
    ) throws -> Kept? {
        guard let tally = reading.tally else { return nil }
        let counts = try maker.fixCounts(
            of: plan.painPoints, in: tally.settling(labels), after: isAfter)
        let subject = subject(plan, of: reading.period, isAfter: isAfter)
        shelf.keep(counts, stamp: reading.stamp, of: subject)
        return Kept(subject: subject, stamp: reading.stamp, value: counts)
    }

    private func subject(
        _ plan: Initiative.Plan, of period: Period, isAfter: Bool
    ) -> String {
        CountsShelf.subject(
            isAfter ? "after" : "before", of: period,
            CountsShelf.words(of: plan.scope, maker.settings) + plan.painPoints)
    }
}
