import ArgumentParser
import CallArchive
import CallReports
import CallWorkbench

struct CompareCallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Show side by side what each listener said of one call.",
        discussion: """
            Each listener's first hearing counts. While only one has judged the call nothing is \
            shown, so that the second hears it fresh.
            """)

    @OptionGroup var place: WorkspaceOptions

    @Argument(
        help: ArgumentHelp("The call: its name, or the first letters of it.", valueName: "call"))
    var call: String

    func run() async throws {
        let workbench = try place.reading()
        let archive = workbench.archive
        let id = try await archive.resolve(call)
        guard let judged = try await AgreementDesk(workbench).judgedCall(id) else {
            throw ArchiveError.unknownCall(id)
        }
        try Console.write(
            ComparisonText.terminal(
                judged, settlement: try await archive.settlement(of: id),
                taxonomy: try await archive.taxonomy()?.taxonomy,
                timeZone: workbench.settings.timeZone, form: Console.form))
    }
}
