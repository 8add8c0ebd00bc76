public import CallArchive
public import CallModel
import CallTagging
public import Foundation

/// An opened workspace: its folder, its settings and its archive. Every use case begins here.
public struct Workbench: Sendable {
    /// What the workspace is opened for.
    public enum Access: Sendable, Hashable {
        /// To change it: takes ownership, in the name of a command.
        case writing(command: String)
        /// To read it, also while another process owns it.
        case reading
    }

    /// The folder.
    public let workspace: Workspace
    /// What it does its own way.
    public let settings: WorkspaceSettings
    /// What is stored.
    public let archive: Archive
    /// What was counted of it lately.
    let recentCounts = RecentCounts()

    /// Opens a workspace.
    ///
    /// Throws `SettingsError`, `ArchiveError` (also where another process owns the workspace).
    public init(_ workspace: Workspace, for access: Access) throws {
        self.workspace = workspace
        settings = try workspace.settings()
        let annotations = URL(filePath: workspace.annotationsPath, directoryHint: .isDirectory)
        archive =
            switch access {
            case .writing(let command): try Archive.open(in: annotations, command: command)
            case .reading: try Archive.openReadOnly(in: annotations)
            }
    }

    /// A workbench over an archive that is already open.
    public init(workspace: Workspace, settings: WorkspaceSettings, archive: Archive) {
        self.workspace = workspace
        self.settings = settings
        self.archive = archive
    }
}

extension Workbench {
    /// The words in force: those of `taxonomy.yml`, adopted as a new version when they changed.
    ///
    /// Where the archive is open for reading, the stored version is kept until somebody who may write
    /// adopts the new one. Throws `TaxonomyRejection` when the file has errors, ``TaxonomyMissing``
    /// when there is neither a file nor a stored version.
    public func taxonomy(by actor: ListenerID, at now: Date) async throws -> Taxonomy {
        let stored = try await archive.taxonomy()?.taxonomy
        guard let yaml = try? String(contentsOfFile: workspace.taxonomyPath, encoding: .utf8) else {
            guard let stored else { throw TaxonomyMissing(path: workspace.taxonomyPath) }
            return stored
        }
        if archive.isReadOnly, let stored { return stored }
        var read = try TaxonomyReading(
            yaml: yaml, version: (stored?.version ?? 0) + 1, previous: stored
        ).get()
        if let stored {
            let next = read.version
            read.version = stored.version
            if read == stored { return stored }
            read.version = next
        }
        if !archive.isReadOnly { try await archive.adopt(read, yaml: yaml, by: actor, at: now) }
        return read
    }
}

/// There is no taxonomy to tag with.
public struct TaxonomyMissing: Error, Hashable, Sendable, CustomStringConvertible {
    /// Where it was looked for.
    public let path: String

    /// The sentence.
    public var description: String {
        "There is no taxonomy at \(path). `earful init` writes a starter there."
    }
}
