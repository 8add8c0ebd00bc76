import ArgumentParser
import CallDigest
import CallModel
import CallReports
import CallWorkbench

struct WeeksCommand: AsyncParsableCommand {
    /// In which form.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case terminal, csv, json
    }

    static let configuration = CommandConfiguration(
        commandName: "weeks",
        abstract: "Show what was heard week by week, pain point by pain point.",
        discussion: """
            Whole ISO weeks up to the end of the days named; without them, up to the latest week \
            of calls that somebody heard.
            """)

    private static let range = "\(WeekReport.counts.lowerBound) to \(WeekReport.counts.upperBound)"

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var days: PeriodOptions

    @Option(help: ArgumentHelp("How many weeks, \(WeeksCommand.range).", valueName: "n"))
    var count = WeekReport.usualCount

    @OptionGroup var measure: MeasureOptions

    @Option(help: "The form.")
    var format = Format.terminal

    @Option(
        help: ArgumentHelp("Where to write it. Default: standard output.", valueName: "file"))
    var output: String?

    mutating func validate() throws {
        guard WeekReport.counts.contains(count) else {
            throw ValidationError("--count \(count) is out of range: \(Self.range) weeks.")
        }
    }

    func run() async throws {
        let workbench = try place.reading()
        let desk = DigestDesk(workbench)
        let period = try await days.period(
            in: workbench.settings.timeZone, else: desk.latestHeardWeek)
        let report = try await desk.weeks(
            count, until: period, scope: measure.part(),
            settings: DigestSettings(level: measure.share))
        let text =
            switch format {
            case .terminal:
                WeeksText.terminal(report, form: output == nil ? Console.form : TerminalForm())
            case .csv: WeeksText.csv(report)
            case .json: WeeksText.json(report)
            }
        try Console.write(text, to: output)
    }
}
