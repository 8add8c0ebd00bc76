import ArgumentParser
import CallArchive
import CallModel
import CallReports
import CallWorkbench
import WebWorkbench

struct SessionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions",
        abstract: "List sittings: who listened, how long, to how many calls, and what came of it.")

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var days: PeriodOptions

    @Option(help: ArgumentHelp("Only those of one listener.", valueName: "name"))
    var listener: String?

    @Flag(help: "List the ideas instead.")
    var ideas = false

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @Argument(help: ArgumentHelp("One sitting, whole.", valueName: "name"))
    var session: String?

    func run() async throws {
        let workbench = try place.reading()
        let zone = workbench.settings.timeZone
        let period = try days.period(in: zone)
        let archive = workbench.archive
        if let session {
            guard let found = try await archive.session(SessionID(session)) else {
                throw ArchiveError.unknownSession(SessionID(session))
            }
            let taxonomy = try await archive.taxonomy()?.taxonomy
            try Console.write(
                SessionText.summary(found, taxonomy: taxonomy, timeZone: zone, form: Console.form))
        } else if ideas {
            let found = try await archive.ideas(from: period?.start, until: period?.end)
            if json {
                for idea in found { try Console.write(JSONLine.text(IdeaDocument(idea))) }
            } else {
                try Console.write(IdeaTable(found, zone: zone).text(form: Console.form))
            }
        } else {
            let filter = SessionFilter(
                from: period?.start, until: period?.end,
                listener: listener.map { ListenerID($0) })
            let found = try await archive.sessions(filter)
            if json {
                for sitting in found { try Console.write(JSONLine.text(SittingDocument(sitting))) }
            } else {
                try Console.write(
                    SessionText.list(found.map(SittingRow.init), timeZone: zone, form: Console.form)
                )
            }
        }
    }
}
