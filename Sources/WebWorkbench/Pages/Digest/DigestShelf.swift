import CallArchive
import CallDigest
import CallModel
import CallWorkbench

/// Digests that were asked for lately: making one again is only needed when the archive changed.
final class DigestShelf: Sendable {
    private struct Key: Hashable {
        var period: Period
        var scope: Scope
    }

    private let workbench: Workbench
    private let kept: UntilChange<Key, Digest>

    init(_ workbench: Workbench) {
        self.workbench = workbench
        let archive = workbench.archive
        kept = UntilChange(atMost: 64) { archive.changeCount }
    }

    /// The digest of a period and scope; of the latest week that was listened to where no period is
    /// named. Nil where nobody heard anything.
    func digest(of period: Period?, scope: Scope) async throws -> Digest? {
        guard let period = try await chosen(period) else { return nil }
        return try await kept.value(of: Key(period: period, scope: scope)) {
            try await DigestDesk(workbench).digest(of: period, scope: scope)
        }
    }

    /// The arithmetic of one pain point's line of that digest; nil where it has none.
    func explanation(
        of key: String, in period: Period?, scope: Scope
    ) async throws -> Explanation? {
        guard let period = try await chosen(period) else { return nil }
        return try await DigestDesk(workbench).explanation(of: key, in: period, scope: scope)
    }

    /// The calls behind a number of that digest.
    func calls(
        _ choice: CallsBehind.Choice, in period: Period?, scope: Scope
    ) async throws -> CallsBehind? {
        guard let period = try await chosen(period) else { return nil }
        return try await DigestDesk(workbench).calls(choice, in: period, scope: scope)
    }

    /// What was heard in the last whole weeks up to the end of a period.
    func weeks(_ count: Int, until period: Period?, scope: Scope) async throws -> WeekReport? {
        guard let period = try await chosen(period) else { return nil }
        return try await DigestDesk(workbench).weeks(count, until: period, scope: scope)
    }

    /// The period that was named, else the latest week that was listened to.
    private func chosen(_ period: Period?) async throws -> Period? {
        if let period { return period }
        return try await DigestDesk(workbench).latestHeardWeek()
    }
}
