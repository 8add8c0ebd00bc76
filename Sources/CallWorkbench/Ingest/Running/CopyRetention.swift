import CallArchive
import CallAudio
import Foundation

/// No playable copy outlives its recording: what was deleted beside the PBX must not go on speaking
/// out of a cache. A drive that is away for a while costs copies, which are made again on first use.
struct CopyRetention {
    private let archive: Archive
    private let workspace: Workspace
    private let copies: CopyCache

    /// The copies of the workspace that an ingest takes recordings into.
    init(_ run: IngestRun) {
        archive = run.archive
        workspace = run.workspace
        copies = run.workspace.copies(run.settings)
    }

    /// Removes the copies with sound of a file that lies in none of the places where it was seen.
    ///
    /// A place that cannot be looked at is no reason. Throws `ArchiveError`.
    func apply() async throws {
        let sources = copies.sources
        guard !sources.isEmpty else { return }
        let paths = try await archive.paths(ofHashes: sources)
        let gone = sources.filter { paths[$0, default: []].allSatisfy(isGone) }
        if !gone.isEmpty { copies.remove(copiesOf: gone) }
    }

    private func isGone(_ stored: String) -> Bool {
        var status = stat()
        return stat(workspace.absolutePath(ofStored: stored), &status) != 0
            && [ENOENT, ENOTDIR].contains(errno)
    }
}
