import ArgumentParser
import CallReports
import CallWorkbench

struct ListInitiativesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show every fix: planned, shipped, worked or not.",
        discussion: "Without a period: up to the latest week of calls that somebody heard.")

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var days: PeriodOptions

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() async throws {
        let workbench = try place.reading()
        let desk = DigestDesk(workbench)
        let period = try await days.period(
            in: workbench.settings.timeZone, else: desk.latestHeardWeek)
        let digest = try await desk.digest(of: period)
        try Console.write(
            json ? InitiativeText.json(digest) : InitiativeText.terminal(digest, form: Console.form)
        )
    }
}
