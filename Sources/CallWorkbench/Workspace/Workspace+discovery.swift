public import Foundation

extension Workspace {
    /// The name of the environment variable that names a workspace.
    public static let environmentVariable = "EARFUL_WORKSPACE"

    /// Finds the workspace to work in: the one an option names, else the one `EARFUL_WORKSPACE`
    /// names, else the nearest folder from the current one upward that holds both `Recordings/` and
    /// `Annotations/`.
    ///
    /// Throws ``WorkspaceError``.
    public static func find(
        option: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        currentDirectory: String = FileManager.default.currentDirectoryPath
    ) throws(WorkspaceError) -> Workspace {
        if let option {
            return try named(option, by: "--workspace", currentDirectory: currentDirectory)
        }
        if let name = environment[environmentVariable], !name.isEmpty {
            return try named(name, by: environmentVariable, currentDirectory: currentDirectory)
        }
        var folder = FilePlace.absolute(currentDirectory, from: "/")
        while true {
            let candidate = Workspace(path: folder)
            if candidate.isWhole { return candidate }
            guard folder != "/" else { throw .notFound(from: currentDirectory) }
            folder = FilePlace.folder(of: folder)
        }
    }

    /// Whether both folders are there.
    var isWhole: Bool { FilePlace.isFolder(recordingsPath) && FilePlace.isFolder(annotationsPath) }

    private static func named(
        _ name: String, by asker: String, currentDirectory: String
    ) throws(WorkspaceError) -> Workspace {
        let workspace = Workspace(path: FilePlace.absolute(name, from: currentDirectory))
        guard FilePlace.isFolder(workspace.path) else {
            throw .missing(path: workspace.path, askedBy: asker)
        }
        guard workspace.isWhole else {
            throw .notAWorkspace(path: workspace.path, askedBy: asker)
        }
        return workspace
    }
}
