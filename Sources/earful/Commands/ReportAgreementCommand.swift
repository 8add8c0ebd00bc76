import ArgumentParser
import CallModel
import CallReports
import CallWorkbench

struct ReportAgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Show how far listeners agree, pain point by pain point.",
        discussion: """
            A part of every draw is heard by two people. Without a period: the last 16 weeks up to \
            the latest week of calls that somebody heard.
            """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var days: PeriodOptions

    @OptionGroup var measure: MeasureOptions

    @Flag(help: "Print it as one JSON object.")
    var json = false

    func run() async throws {
        let workbench = try place.reading()
        let desk = AgreementDesk(workbench)
        let period = try await days.period(
            in: workbench.settings.timeZone, else: desk.usualPeriod)
        let agreement = try await desk.agreement(
            of: period, scope: measure.part(), level: measure.share)
        try Console.write(
            json
                ? AgreementText.json(agreement)
                : AgreementText.terminal(agreement, form: Console.form))
    }
}
