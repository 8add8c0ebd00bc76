import ArgumentParser
import CallArchive
import CallModel
import CallReports
import CallWorkbench
import WebWorkbench

struct ListCallsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List calls, the newest first.",
        discussion: """
            Of calls that wait for a second listener, what the first one said is kept from whoever may \
            become the second: they are to hear it fresh.
            """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var person: ListenerOptions
    @OptionGroup var filters: CallFilterOptions

    @Option(help: ArgumentHelp("At most so many, 1 to 100000.", valueName: "n"))
    var limit = 50

    @Option(
        help: ArgumentHelp("Go on after a place that an earlier list named.", valueName: "place"))
    var after: String?

    @Flag(help: "Print one JSON object a line.")
    var json = false

    mutating func validate() throws {
        guard (1...100_000).contains(limit) else {
            throw ValidationError("--limit \(limit) is out of range: 1 to 100000.")
        }
        guard after == nil || after.flatMap(CallCursor.init) != nil else {
            throw ValidationError("--after takes a place that an earlier list named.")
        }
    }

    func run() async throws {
        let workbench = try place.reading()
        let zone = workbench.settings.timeZone
        let filter = try filters.filter(in: zone)
        let page = try await workbench.archive.calls(
            filter, after: after.flatMap(CallCursor.init), limit: limit, readBy: person.id())
        if json {
            for call in page.calls { try Console.write(CallJSON.summary(call).text() + "\n") }
        } else {
            let taxonomy = try await workbench.archive.taxonomy()?.taxonomy
            try Console.write(
                CallText.list(
                    page.calls.map(CallRow.init), taxonomy: taxonomy, timeZone: zone,
                    form: Console.form))
        }
        guard let next = page.next else { return }
        let count = try await workbench.archive.countCalls(filter, readBy: person.id())
        Console.note("\(page.calls.count) of \(count). The next ones: --after '\(next)'")
    }
}
