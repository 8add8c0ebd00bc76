import CallArchive
import CallDigest
import CallModel
import Foundation

/// Counts a period and what it is compared with; what did not change since it was counted before is
/// taken from the shelf.
struct DigestCounting {
    let workbench: Workbench
    let scope: Scope
    let settings: DigestSettings

    private var archive: Archive { workbench.archive }
    private var shelf: CountsShelf { CountsShelf(workbench) }

    /// The tally of a period with its history of so many weeks.
    ///
    /// Throws `ArchiveError` and `TallyError`.
    func counted(
        _ period: Period, weeks: Int
    ) async throws -> (tally: Tally, history: TallyHistory) {
        let known = try await known(
            of: [period.previous] + period.lastWholeWeeks(weeks), alsoTallied: period)
        let fixes = FixCounting(
            archive: archive, maker: DigestMaker(settings: settings), shelf: shelf)
        let knownFixes = try await fixes.known(until: period)
        let tallied = try await archive.tallyWithHistory(
            period: period, scope: scope, weeks: weeks, known: known.mapValues(\.stamp),
            knownOfFixes: knownFixes.mapValues { $0.mapValues(\.stamp) })
        // Read after the stamps: what is settled in between makes what is kept too old, never too new.
        let labels = try await archive.settledLabels()
        var history = TallyHistory(
            previous: try counted(tallied.previous, known[period.previous], labels).value,
            weeks: try tallied.weeks.map { try counted($0, known[$0.period], labels).value },
            taxonomies: tallied.taxonomies, listeningSince: tallied.listeningSince)
        let recent = history.weeks.suffix(TallyHistory.recentWeeks)
        if let start = recent.first?.period.start {
            history.heardBefore = try await archive.heardBefore(
                start, of: Set(recent.lazy.flatMap(\.painPoints.keys)), scope: scope)
        }
        history.initiatives = try tallied.fixes.map { fix in
            try fixes.counted(fix, known: knownFixes[fix.initiative.id] ?? [:], labels)
        }
        history.judged = try await judged(period, weeks: history.weeks.map(\.period))
        history.guesses = try await archive.sealedGuesses(
            about: SealedGuess.Frame(start: period.start, end: period.end, scope: scope))
        return (tallied.tally.settling(labels), history)
    }

    /// What was counted in some periods. Throws `ArchiveError` and `TallyError`.
    func counts(of periods: [Period]) async throws -> [PeriodCounts] {
        let known = try await known(of: periods)
        return periods.compactMap { known[$0]?.value }
    }

    /// The same with stamps. One after the other: of a period that changed all marks are in memory.
    ///
    /// What changed of days that are tallied in any case is left to that tally.
    private func known(
        of periods: [Period], alsoTallied tallied: Period? = nil
    ) async throws -> [Period: CountsShelf.Kept<PeriodCounts>] {
        var known: [Period: CountsShelf.Kept<PeriodCounts>] = [:]
        var periods = periods
        var seen: Set<Period> = []
        periods.removeAll { !seen.insert($0).inserted }
        let stamps = try await archive.stamps(of: periods)
        let kept = await shelf.kept(
            periods.map { subject("counts", of: $0) }, stamps: stamps, as: PeriodCounts.self)
        for (period, kept) in zip(periods, kept) {
            if let kept {
                known[period] = kept
                continue
            }
            if let tallied, tallied.start == period.start, tallied.end == period.end { continue }
            let reading = try await archive.reading(of: period, scope: scope)
            known[period] = try counted(reading, nil, try await archive.settledLabels())
        }
        return known
    }

    /// What a reading says, where `known` does not hold any more; it is kept for the next time.
    private func counted(
        _ reading: TalliedHistory.Reading, _ known: CountsShelf.Kept<PeriodCounts>?,
        _ labels: [CallID: Settlement.Labels]
    ) throws -> CountsShelf.Kept<PeriodCounts> {
        if let known, known.stamp == reading.stamp { return known }
        let subject = subject("counts", of: reading.period)
        guard let tally = reading.tally else {
            return CountsShelf.Kept(
                subject: subject, stamp: reading.stamp,
                value: PeriodCounts(period: reading.period))
        }
        let counts = try DigestMaker(settings: settings).counts(of: tally.settling(labels))
        shelf.keep(counts, stamp: reading.stamp, of: subject)
        return CountsShelf.Kept(subject: subject, stamp: reading.stamp, value: counts)
    }

    /// How far listeners agree, over the period and its weeks, whatever the scope.
    private func judged(_ period: Period, weeks: [Period]) async throws -> TallyHistory.Judged {
        let window = AgreementDesk.window(period)
        var counts = JudgedCounts()
        let pieces = Self.pieces(of: window, weeks: weeks)
        let stamps = try await archive.stamps(of: pieces)
        let subjects = pieces.map { subject("agreement", of: $0) }
        let kept = await shelf.kept(subjects, stamps: stamps, as: JudgedCounts.self)
        for (index, piece) in pieces.enumerated() {
            if let kept = kept[index] {
                counts.add(kept.value)
            } else {
                let calls = try await archive.judgedCalls(period: piece, doublyHeardOnly: true)
                let counted = JudgedCounts(calls.calls)
                shelf.keep(counted, stamp: stamps[index], of: subjects[index])
                counts.add(counted)
            }
        }
        return TallyHistory.Judged(period: window, counts: counts)
    }

    /// A stretch as the weeks within it and what is left before and after.
    static func pieces(of window: Period, weeks: [Period]) -> [Period] {
        guard let first = weeks.first, let last = weeks.last else { return [window] }
        func rest(from start: Date, to end: Date) -> [Period] {
            guard start < end else { return [] }
            return [
                Period(
                    kind: .custom, label: window.label, start: start, end: end,
                    timeZone: window.timeZone)
            ]
        }
        return rest(from: window.start, to: first.start) + weeks
            + rest(from: last.end, to: window.end)
    }

    /// What something is kept under: all that it depends on but the archive itself.
    private func subject(_ kind: String, of period: Period) -> String {
        CountsShelf.subject(
            kind, of: period, kind == "counts" ? CountsShelf.words(of: scope, settings) : [])
    }
}
