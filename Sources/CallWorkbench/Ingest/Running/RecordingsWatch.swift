import CallArchive
import Foundation

/// Takes in what appears in `Recordings/`, for as long as it runs.
///
/// It looks again and again rather than ask the system to be told: that also works on file systems
/// that other machines write to, and however many folders there are. A look takes the time of listing
/// the folder; at most a twentieth of the time is spent on looking. What failed is tried again when
/// the file changes, and at the next start.
public struct RecordingsWatch: Sendable {
    /// The shortest time between two looks.
    public static let shortestPause = Duration.seconds(2)
    /// Files that changed within so many seconds may still be written to: they wait.
    public static let settleSeconds = 2.0

    private let workbench: Workbench
    private let launcher: WorkerLauncher
    private let pause: Duration

    /// A watch over a workspace that was opened for writing.
    public init(
        _ workbench: Workbench, launcher: WorkerLauncher = .thisExecutable(),
        pause: Duration = shortestPause
    ) {
        self.workbench = workbench
        self.launcher = launcher
        self.pause = pause
    }

    /// Looks until its task is cancelled; `observe` is told what an ingest tells, and `finished` of
    /// each ingest: one for every time that what lies there is not what lay there before.
    ///
    /// Throws what stops an ingest as a whole, such as a folder that cannot be read.
    public func run(
        observe: @escaping @Sendable (IngestEvent) -> Void,
        finished: @Sendable (IngestReport) async -> Void
    ) async throws {
        var options = IngestOptions()
        options.settleSeconds = Self.settleSeconds
        let ingest = IngestRun(
            workspace: workbench.workspace, archive: workbench.archive,
            settings: workbench.settings, pseudonyms: try workbench.workspace.pseudonyms(),
            launcher: launcher, options: options)
        var known: Set<FileStamp>?
        while !Task.isCancelled {
            let start = ContinuousClock.now
            let listing = try FileListing(
                [workbench.workspace.recordingsPath], workspace: workbench.workspace,
                words: workbench.settings.sideWords)
            let looked = ContinuousClock.now - start
            let found = Set(listing.files.map(\.stamp))
            if found != known {
                let report = try await ingest.run(observe: observe)
                await finished(report)
                // What waits will look the same when it has settled, and must be taken then.
                known = report.waitingFiles == 0 && !report.wasInterrupted ? found : nil
            }
            try? await Task.sleep(for: max(pause, looked * 20))
        }
    }
}
