import CallTagging
public import Foundation

/// What `earful init` did.
public struct WorkspaceCreation: Sendable, Hashable {
    /// The workspace, whole.
    public var workspace: Workspace
    /// The paths that were made now; what was there before is never touched.
    public var created: [String]
}

extension Workspace {
    /// Makes a folder a workspace: its two folders, a starter taxonomy, a commented settings file,
    /// and the secret of its pseudonyms. What is there already stays as it is, so that an
    /// unfinished attempt can be repeated.
    ///
    /// Throws ``WorkspaceError``.
    public static func create(
        at path: String, currentDirectory: String = FileManager.default.currentDirectoryPath
    ) throws(WorkspaceError) -> WorkspaceCreation {
        let workspace = Workspace(path: FilePlace.absolute(path, from: currentDirectory))
        var created: [String] = []
        for folder in [workspace.path, workspace.recordingsPath, workspace.annotationsPath] {
            if FilePlace.isFolder(folder) { continue }
            guard !FileManager.default.fileExists(atPath: folder) else {
                throw .inTheWay(path: folder)
            }
            try attempt(folder) {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true)
            }
            created.append(folder)
        }
        let texts = [
            (workspace.taxonomyPath, StarterTaxonomy.yaml),
            (workspace.settingsPath, StarterSettings.yaml),
        ]
        for (file, text) in texts where !FileManager.default.fileExists(atPath: file) {
            try attempt(file) {
                try text.write(toFile: file, atomically: true, encoding: .utf8)
            }
            created.append(file)
        }
        if !FileManager.default.fileExists(atPath: workspace.pseudonymKeyPath) {
            try attempt(workspace.pseudonymKeyPath) { _ = try workspace.pseudonyms() }
            created.append(workspace.pseudonymKeyPath)
        }
        return WorkspaceCreation(workspace: workspace, created: created)
    }

    private static func attempt(
        _ path: String, _ work: () throws -> Void
    ) throws(WorkspaceError) {
        do {
            try work()
        } catch {
            let reason = (error as NSError).localizedDescription
            throw .cannotCreate(path: path, reason: reason)
        }
    }
}
