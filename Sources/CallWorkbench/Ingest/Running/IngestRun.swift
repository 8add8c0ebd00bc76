public import CallArchive
import CallModel
import Foundation

/// How an ingest goes about it.
public struct IngestOptions: Sendable, Hashable {
    /// Files modified within this many seconds are left for later, because somebody may still be
    /// writing them; 0 takes them. (Whatever changes while it is decoded is always left for later.)
    public var settleSeconds = 0.0

    /// Takes all there is.
    public init() {}
}

/// Takes recordings and call records into a workspace: finds what is new or changed, has it decoded
/// and measured by worker processes, and stores it, each call in one transaction.
///
/// No recording is ever modified. It can be stopped at any moment, by cancelling its task or by
/// pulling the plug: whatever was told as an outcome is on the disk, and the next run goes on from
/// there.
public struct IngestRun: Sendable {
    let workspace: Workspace
    let archive: Archive
    let settings: WorkspaceSettings
    let pseudonyms: Pseudonyms
    let launcher: WorkerLauncher
    let options: IngestOptions

    /// An ingest into an archive that was opened as its owner.
    public init(
        workspace: Workspace, archive: Archive, settings: WorkspaceSettings,
        pseudonyms: Pseudonyms, launcher: WorkerLauncher = .thisExecutable(),
        options: IngestOptions = IngestOptions()
    ) {
        self.workspace = workspace
        self.archive = archive
        self.settings = settings
        self.pseudonyms = pseudonyms
        self.launcher = launcher
        self.options = options
    }

    /// Takes in what lies below paths (none: `Recordings/`), after the call records of a file where
    /// one is given; `observe` is called from several threads, in order for outcomes.
    ///
    /// A cancelled run stores what was decoded, and returns a report that says so. Throws
    /// ``IngestError``, ``CallLogError``, or `ArchiveError` where it cannot go on at all.
    public func run(
        paths: [String] = [], metadata: String? = nil,
        observe: @escaping @Sendable (IngestEvent) -> Void = { _ in }
    ) async throws -> IngestReport {
        let stop = try StopSignal()
        // The archive's own work must not be cancelled half-way: only the decoding is told to stop.
        let work = Task {
            try await IngestPass(run: self, stop: stop, observe: observe)
                .run(paths: paths, metadata: metadata)
        }
        return try await withTaskCancellationHandler {
            try await work.value
        } onCancel: {
            stop.give()
        }
    }
}
