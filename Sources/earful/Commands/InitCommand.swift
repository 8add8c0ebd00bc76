import ArgumentParser
import CallWorkbench

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a workspace: folders, a starter taxonomy, a commented settings file.",
        discussion: "What is already there is kept.")

    @Argument(help: ArgumentHelp("The folder.", valueName: "dir"))
    var folder: String

    func run() throws {
        let creation = try Workspace.create(at: folder)
        for path in creation.created { Console.note("made \(path)") }
        if creation.created.isEmpty {
            Console.note("\(creation.workspace.path) is a workspace already; nothing was changed.")
        } else {
            Console.note(
                "Put recordings into \(creation.workspace.recordingsPath) and run `earful ingest`.")
        }
    }
}
