import CallArchive
public import CallModel
import CallTagging

/// Settles what a call bears that listeners heard apart and differ on.
public struct SettlementDesk: Sendable {
    private let workbench: Workbench
    private let taxonomy: Taxonomy

    /// A desk.
    public init(_ workbench: Workbench, taxonomy: Taxonomy) {
        self.workbench = workbench
        self.taxonomy = taxonomy
    }

    /// Appends an act, and gives what stands then, with its history. `version` is the number of acts
    /// that whoever acts has seen; without it they have seen all.
    ///
    /// Throws `SettlementRefused` and `ArchiveError`.
    @discardableResult
    public func settle(
        _ call: CallID, _ act: Settlement.Act, version: Int? = nil
    ) async throws -> Settlement {
        let archive = workbench.archive
        guard let judged = try await archive.judgedCall(call) else {
            throw ArchiveError.unknownCall(call)
        }
        let before = try await archive.settlement(of: call)
        try SettlementRules(taxonomy: taxonomy).check(act, on: judged, settled: before)
        let acts = before?.acts ?? []
        try await archive.settle(call, act, after: version ?? acts.count)
        return Settlement(call: call, acts: acts + [act])
    }
}
