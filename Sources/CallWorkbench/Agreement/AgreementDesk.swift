import CallArchive
import CallDigest
public import CallModel
import Foundation

/// Says how far listeners agree, and what they should talk about.
public struct AgreementDesk: Sendable {
    private let workbench: Workbench

    /// A desk.
    public init(_ workbench: Workbench) {
        self.workbench = workbench
    }

    /// The agreement on the calls of a period and scope that draws led listeners to, with the calls
    /// that wait for a second listener; `level` is that of the ranges.
    ///
    /// Throws `ArchiveError` and `TallyError`.
    public func agreement(
        of period: Period, scope: Scope = Scope(), level: Double = 0.9
    ) async throws -> Agreement {
        let judged = try await workbench.archive.judgedCalls(period: period, scope: scope)
        let digest = try await DigestDesk(workbench).digest(of: period, scope: scope)
        let ranks = Dictionary(
            digest.ranked.compactMap { finding in finding.rank.map { (finding.key, $0) } }
        ) { first, _ in first }
        var agreement = AgreementMaker(level: level).agreement(
            of: judged, ranks: ranks,
            settled: Set(try await workbench.archive.settledLabels().keys))
        agreement.waiting = try await workbench.archive.waitingSecondHearings(in: period)
        return agreement
    }

    /// The calls of a period and scope behind a number of that agreement, for a `reader`. Throws
    /// `ArchiveError`.
    public func compared(
        _ choice: ComparedCalls.Choice, in period: Period, scope: Scope = Scope(),
        readBy reader: ListenerID
    ) async throws -> ComparedCalls {
        let judged = try await workbench.archive.judgedCalls(
            period: period, scope: scope, doublyHeardOnly: !choice.holdsSingles)
        let compared = ComparedCalls(judged, choice)
        return compared.keepingFresh(
            try await workbench.archive.callsKeptFresh(
                among: compared.calls.map(\.id), for: reader))
    }

    /// What each listener said of one call; nil where there is no such call. Throws `ArchiveError`.
    public func judgedCall(_ call: CallID) async throws -> JudgedCall? {
        try await workbench.archive.judgedCall(call)
    }

    /// The days that agreement is found from where nobody says otherwise: the last weeks up to the
    /// latest in which a call began that somebody heard; nil where nobody heard any. One week of
    /// listening seldom has calls enough that two people heard.
    public func usualPeriod() async throws -> Period? {
        try await DigestDesk(workbench).latestHeardWeek().map(Self.window)
    }

    /// A period with the weeks before it, as many as a digest looks back on.
    static func window(_ period: Period) -> Period {
        let zone = TimeZone(identifier: period.timeZone) ?? .gmt
        let calendar = Calendar.iso8601(in: zone)
        let weeks = period.lastWholeWeeks(DigestDesk.weeks)
        let start = min(period.start, weeks.first?.start ?? period.start)
        let last = period.end.addingTimeInterval(-1)
        return Period(
            from: calendar.day(of: start), through: calendar.day(of: last), in: zone) ?? period
    }
}
