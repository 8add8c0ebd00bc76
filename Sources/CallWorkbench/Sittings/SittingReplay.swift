import CallArchive
import CallModel
import CallTagging

/// Replays sittings from their events, and holds what queries read against it.
struct SittingReplay {
    private let archive: Archive

    init(_ workbench: Workbench) {
        archive = workbench.archive
    }

    /// What differs, in sentences; empty where every sitting agrees with its events.
    func differences() async throws -> [String] {
        var differences: [String] = []
        for summary in try await archive.sessions() {
            let events = try await archive.events(of: summary.id)
            guard let session = SessionState(id: summary.id, replaying: events).session else {
                differences.append("The sitting \(summary.id) has no event that begins it.")
                continue
            }
            differences += try await archive.projectionDifferences(from: session)
        }
        return differences
    }
}
