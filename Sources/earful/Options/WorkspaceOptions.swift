import ArgumentParser
import CallWorkbench

/// Which workspace a command works in.
struct WorkspaceOptions: ParsableArguments {
    @Option(
        name: .customLong("workspace"),
        help: ArgumentHelp(
            "The workspace. Default: EARFUL_WORKSPACE, else the nearest folder upward that holds Recordings/ and Annotations/.",
            valueName: "dir"))
    var path: String?

    /// Opens it to read.
    func reading() throws -> Workbench {
        try Workbench(Workspace.find(option: path), for: .reading)
    }

    /// Opens it to change it, in the name of a command.
    func writing(_ command: String) throws -> Workbench {
        try Workbench(Workspace.find(option: path), for: .writing(command: command))
    }
}
