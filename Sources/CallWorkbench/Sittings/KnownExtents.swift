import CallArchive
import CallModel
import CallTagging
import Synchronization

/// How long calls are, looked up once until anything of calls changes in the archive: whoever tags a
/// call asks for it with every act.
final class KnownExtents: Sendable {
    /// Calls that are kept, at most.
    private static let most = 1000

    private let archive: Archive
    private let known = Mutex<(change: Int, extents: [CallID: CallExtent])>((0, [:]))

    init(archive: Archive) {
        self.archive = archive
    }

    /// How long a call is; nil where there is no such call. Throws `ArchiveError`.
    func extent(of call: CallID) async throws -> CallExtent? {
        // Read before the call is: what changes meanwhile makes it too old, never too new.
        let change = archive.callChangeCount
        let kept = known.withLock { known -> CallExtent? in
            if known.change != change || known.extents.count >= Self.most { known = (change, [:]) }
            return known.extents[call]
        }
        if let kept { return kept }
        guard let extent = try await archive.call(call).map(SittingDesk.extent) else { return nil }
        known.withLock { known in
            if known.change == change { known.extents[call] = extent }
        }
        return extent
    }
}
