import ArgumentParser
import CallModel
import CallReports
import CallWorkbench

struct ComparedCallsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calls",
        abstract: "List the calls behind a number of the report.",
        discussion: """
            Without a period: the last 16 weeks up to the latest week of calls that somebody heard.
            """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var days: PeriodOptions
    @OptionGroup var scopes: ScopeOptions
    @OptionGroup var person: ListenerOptions

    @Argument(
        help: ArgumentHelp(
            "Which: all, pain-point:<key>, reasons, severity, seconds, clips, heard, heard-by:<name> or "
                + "marked-by:<key>:<name>.",
            valueName: "which"))
    var choice = ComparedCalls.Choice.all

    @Flag(help: "Print them as one JSON object.")
    var json = false

    func run() async throws {
        let workbench = try place.reading()
        let desk = AgreementDesk(workbench)
        let period = try await days.period(
            in: workbench.settings.timeZone, else: desk.usualPeriod)
        let compared = try await desk.compared(
            choice, in: period, scope: scopes.part(),
            readBy: person.id())
        try Console.write(
            json
                ? ComparedCallsText.json(compared)
                : ComparedCallsText.terminal(compared, form: Console.form))
    }
}
