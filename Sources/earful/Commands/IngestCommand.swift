import ArgumentParser
import CallArchive
import CallWorkbench
import Foundation

struct IngestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ingest",
        abstract: "Take in recordings and call records; only what is new or changed.",
        discussion: """
            Recordings are never modified. Interrupted at any moment, the next run goes on where \
            it was. Ends with 0 when all went in, 2 when some did not.
            """)

    @OptionGroup var place: WorkspaceOptions

    @Argument(help: ArgumentHelp("Files or folders. Default: Recordings/.", valueName: "path"))
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "A CSV of call records; its columns are told by name.", valueName: "file"))
    var metadata: String?

    @Option(help: ArgumentHelp("Files decoded at once. Default: the settings'.", valueName: "n"))
    var workers: Int?

    @Flag(help: "Print one JSON object a file.")
    var json = false

    mutating func validate() throws {
        if let workers, !(1...256).contains(workers) {
            throw ValidationError("--workers \(workers) is out of range: 1 to 256.")
        }
    }

    func run() async throws {
        let workbench = try place.writing("ingest")
        var settings = workbench.settings
        if let workers { settings.workerCount = workers }
        let ingest = IngestRun(
            workspace: workbench.workspace, archive: workbench.archive, settings: settings,
            pseudonyms: try workbench.workspace.pseudonyms())
        let display = IngestDisplay(json: json)
        let report = try await Interruption.cancelling {
            try await ingest.run(paths: paths, metadata: metadata, observe: display.show)
        }
        display.finish(report, metadata: metadata)
        if report.wasInterrupted { throw ExitCode(130) }
        if !report.isComplete { throw ExitCodes.partly }
    }
}
