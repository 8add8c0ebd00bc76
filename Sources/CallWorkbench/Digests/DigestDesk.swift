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

    /// The digest of a period and scope, the previous period beside it.
    ///
    /// The same archive and period give the same digest, byte for byte. Throws `ArchiveError` and
    /// `TallyError`.
    public func digest(
        of period: Period, scope: Scope = Scope(), settings: DigestSettings = DigestSettings()
    ) async throws -> Digest {
        let tally = try await workbench.archive.tally(period: period, scope: scope)
        let previous = try await workbench.archive.tally(period: period.previous, scope: scope)
        return try DigestMaker(settings: settings).digest(of: tally, previous: previous)
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
