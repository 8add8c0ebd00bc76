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
    private var shelf: CountsShelf { CountsShelf(workbench.workspace) }

    /// The tally of a period with its history of so many weeks.
    ///
    /// Throws `ArchiveError` and `TallyError`.
    func counted(
        _ period: Period, weeks: Int
    ) async throws -> (tally: Tally, history: TallyHistory) {
        let kept = kept(of: [period.previous] + period.lastWholeWeeks(weeks))
        let tallied = try await archive.tallyWithHistory(
            period: period, scope: scope, weeks: weeks, known: kept.mapValues(\.stamp))
        // Read after the stamps: what is settled in between makes what is kept too old, never too new.
        let labels = try await archive.settledLabels()
        var history = TallyHistory(
            previous: try counts(tallied.previous, kept, labels),
            weeks: try tallied.weeks.map { try counts($0, kept, labels) },
            taxonomies: tallied.taxonomies, listeningSince: tallied.listeningSince)
        let recent = history.weeks.suffix(TallyHistory.recentWeeks)
        if let start = recent.first?.period.start {
            history.heardBefore = try await archive.heardBefore(
                start, of: Set(recent.lazy.flatMap(\.painPoints.keys)), scope: scope)
        }
        history.initiatives = tallied.initiatives
        history = history.settling(labels)
        history.judged = try await judged(period, weeks: history.weeks.map(\.period))
        history.guesses = try await archive.sealedGuesses(
            about: SealedGuess.Frame(start: period.start, end: period.end, scope: scope))
        return (tallied.tally.settling(labels), history)
    }

    /// What was counted in some periods. Throws `ArchiveError` and `TallyError`.
    func counts(of periods: [Period]) async throws -> [PeriodCounts] {
        var counts: [PeriodCounts] = []
        // A few at a time: of those that changed all marks are in memory at once.
        for start in stride(from: 0, to: periods.count, by: 4) {
            let some = Array(periods[start..<min(start + 4, periods.count)])
            let kept = kept(of: some)
            let readings = try await archive.readings(
                of: some, scope: scope, known: kept.mapValues(\.stamp))
            let labels = try await archive.settledLabels()
            counts += try readings.map { try self.counts($0, kept, labels) }
        }
        return counts
    }

    private func kept(of periods: [Period]) -> [Period: CountsShelf.Kept<PeriodCounts>] {
        var kept: [Period: CountsShelf.Kept<PeriodCounts>] = [:]
        for period in periods {
            kept[period] = shelf.kept(subject("counts", of: period), as: PeriodCounts.self)
        }
        return kept
    }

    private func counts(
        _ reading: TalliedHistory.Reading, _ kept: [Period: CountsShelf.Kept<PeriodCounts>],
        _ labels: [CallID: Settlement.Labels]
    ) throws -> PeriodCounts {
        if let known = kept[reading.period], known.stamp == reading.stamp { return known.value }
        guard let tally = reading.tally else { return PeriodCounts(period: reading.period) }
        let counts = try DigestMaker(settings: settings).counts(of: tally.settling(labels))
        shelf.keep(counts, stamp: reading.stamp, of: subject("counts", of: reading.period))
        return counts
    }

    /// How far listeners agree, over the period and its weeks, whatever the scope.
    private func judged(_ period: Period, weeks: [Period]) async throws -> TallyHistory.Judged {
        let window = AgreementDesk.window(period)
        var counts = JudgedCounts()
        let pieces = Self.pieces(of: window, weeks: weeks)
        for (piece, stamp) in zip(pieces, try await archive.stamps(of: pieces)) {
            let subject = subject("agreement", of: piece)
            if let kept = shelf.kept(subject, as: JudgedCounts.self), kept.stamp == stamp {
                counts.add(kept.value)
            } else {
                let calls = try await archive.judgedCalls(period: piece, doublyHeardOnly: true)
                let counted = JudgedCounts(calls.calls)
                shelf.keep(counted, stamp: stamp, of: subject)
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
        var parts = [
            kind, "\(period.start.timeIntervalSince1970)", "\(period.end.timeIntervalSince1970)",
            period.label, period.timeZone,
        ]
        if kind == "counts" {
            parts += [
                scope.site, scope.queue, scope.direction?.rawValue, "\(settings.level)",
                "\(settings.interval)",
            ].map { $0.map { "=" + $0 } ?? "-" }
        }
        return parts.joined(separator: "\n")
    }
}
