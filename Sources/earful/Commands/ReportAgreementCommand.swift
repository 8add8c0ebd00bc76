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

    @Option(
        help: ArgumentHelp(
            "Limit it: site=NAME, queue=NAME or direction=inbound. May be given for several.",
            valueName: "field=value"))
    var scope: [ScopeCondition] = []

    @Option(help: ArgumentHelp("The level of every range, in percent, 50 to 99.", valueName: "%"))
    var level = 90

    @Flag(help: "Print it as one JSON object.")
    var json = false

    mutating func validate() throws {
        guard (50...99).contains(level) else {
            throw ValidationError("--level \(level) is out of range: 50 to 99 percent.")
        }
        _ = try ScopeCondition.scope(scope)
    }

    func run() async throws {
        let workbench = try place.reading()
        let desk = AgreementDesk(workbench)
        var period = try days.period(in: workbench.settings.timeZone)
        if period == nil { period = try await desk.usualPeriod() }
        guard let period else { throw NothingHeard() }
        let agreement = try await desk.agreement(
            of: period, scope: ScopeCondition.scope(scope), level: Double(level) / 100)
        try Console.write(
            json
                ? AgreementText.json(agreement)
                : AgreementText.terminal(agreement, form: Console.form))
    }
}
