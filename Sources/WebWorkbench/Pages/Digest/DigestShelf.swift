import CallArchive
import CallDigest
import CallModel
import CallWorkbench
import Synchronization

/// Digests that were asked for lately: making one again is only needed when the archive changed.
final class DigestShelf: Sendable {
    private struct Key: Hashable {
        var period: Period
        var scope: Scope
    }

    /// Digests that are kept, at most.
    static let most = 64

    private let workbench: Workbench
    private let kept = Mutex<(change: Int, digests: [Key: Digest])>((0, [:]))

    init(_ workbench: Workbench) {
        self.workbench = workbench
    }

    /// The digest of a period and scope; of the latest week that was listened to where no period is
    /// named. Nil where nobody heard anything.
    func digest(of period: Period?, scope: Scope) async throws -> Digest? {
        guard let period = try await chosen(period) else { return nil }
        // Read before the digest is made: what changes meanwhile makes it too old, never too new.
        let change = workbench.archive.changeCount
        let key = Key(period: period, scope: scope)
        let known = kept.withLock { kept -> Digest? in
            if kept.change != change { kept = (change, [:]) }
            return kept.digests[key]
        }
        if let known { return known }
        let digest = try await DigestDesk(workbench).digest(of: period, scope: scope)
        kept.withLock { kept in
            guard kept.change == change else { return }
            if kept.digests.count >= Self.most { kept.digests = [:] }
            kept.digests[key] = digest
        }
        return digest
    }

    /// The arithmetic of one pain point's line of that digest; nil where it has none.
    func explanation(
        of key: String, in period: Period?, scope: Scope
    ) async throws -> Explanation? {
        guard let period = try await chosen(period) else { return nil }
        return try await DigestDesk(workbench).explanation(of: key, in: period, scope: scope)
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
