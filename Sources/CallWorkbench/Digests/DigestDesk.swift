import CallArchive
public import CallDigest
public import CallModel
import Foundation

/// Makes digests of what the archive holds.
public struct DigestDesk: Sendable {
    private let workbench: Workbench

    /// A desk.
    public init(_ workbench: Workbench) {
        self.workbench = workbench
    }

    /// The weeks that are looked back on: four recent ones and twelve to hold them against.
    static let weeks = 16

    /// The digest of a period and scope, with what moved since the previous period and over the last
    /// weeks.
    ///
    /// The same archive and period give the same digest, byte for byte. Throws `ArchiveError` and
    /// `TallyError`.
    public func digest(
        of period: Period, scope: Scope = Scope(), settings: DigestSettings = DigestSettings()
    ) async throws -> Digest {
        let (tally, history) = try await counted(period, scope, settings)
        return try DigestMaker(settings: settings).digest(of: tally, history: history)
    }

    /// What was counted of a period and of what came before it, with what was settled in place of
    /// what listeners said, and how far they agree.
    private func counted(
        _ period: Period, _ scope: Scope, _ settings: DigestSettings
    ) async throws -> (tally: Tally, history: TallyHistory) {
        try await DigestCounting(workbench: workbench, scope: scope, settings: settings)
            .counted(period, weeks: Self.weeks)
    }

    /// The arithmetic of one pain point's line of that digest; nil where it has none.
    ///
    /// Throws `ArchiveError` and `TallyError`.
    public func explanation(
        of key: String, in period: Period, scope: Scope = Scope(),
        settings: DigestSettings = DigestSettings()
    ) async throws -> Explanation? {
        let (tally, history) = try await counted(period, scope, settings)
        return try DigestMaker(settings: settings).explanation(
            of: key, in: tally, history: history)
    }

    /// The calls behind a number of the digest of a period and scope.
    ///
    /// Throws `ArchiveError` and `TallyError`.
    public func calls(
        _ choice: CallsBehind.Choice, in period: Period, scope: Scope = Scope(),
        settings: DigestSettings = DigestSettings()
    ) async throws -> CallsBehind {
        let archive = workbench.archive
        let tally = try await archive.tally(period: period, scope: scope)
            .settling(archive.settledLabels())
        return try DigestMaker(settings: settings).calls(choice, in: tally)
    }

    /// What was heard in the last whole ISO weeks up to a period's end, `count` of them.
    ///
    /// Throws `ArchiveError` and `TallyError`.
    public func weeks(
        _ count: Int, until period: Period, scope: Scope = Scope(),
        settings: DigestSettings = DigestSettings()
    ) async throws -> WeekReport {
        let counts = try await DigestCounting(
            workbench: workbench, scope: scope, settings: settings
        ).counts(of: period.lastWholeWeeks(count))
        return DigestMaker(settings: settings).weeks(
            counts, scope: scope, taxonomies: try await workbench.archive.taxonomies())
    }

    /// The latest ISO week in which a call began that somebody heard; nil where nobody heard any.
    public func latestHeardWeek() async throws -> Period? {
        let page = try await workbench.archive.calls(
            CallFilter(heard: true), order: .newestFirst, limit: 1)
        return page.calls.first?.record.startedAt.map {
            Period(weekOf: $0, in: workbench.settings.timeZone)
        }
    }
}
