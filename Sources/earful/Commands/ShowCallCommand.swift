import ArgumentParser
import CallArchive
import CallModel
import CallReports
import CallWorkbench
import WebWorkbench

struct ShowCallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print everything known of one call.",
        discussion: """
            Of a call that waits for a second listener, what the first one said is kept from whoever \
            may become the second: they are to hear it fresh.
            """)

    @OptionGroup var place: WorkspaceOptions

    @OptionGroup var person: ListenerOptions

    @Argument(
        help: ArgumentHelp("The call: its name, or the first letters of it.", valueName: "call"))
    var call: String

    @Flag(help: "Print it as one JSON object.")
    var json = false

    func run() async throws {
        let workbench = try place.reading()
        let archive = workbench.archive
        let details = try await archive.callDetails(archive.resolve(call), readBy: person.id())
        if json {
            try Console.write(CallDocument(details).text())
        } else {
            let taxonomy = try await archive.taxonomy()?.taxonomy
            let sheet = CallSheet(details, taxonomy: taxonomy, zone: workbench.settings.timeZone)
            try Console.write(sheet.text(form: Console.form))
        }
    }
}
