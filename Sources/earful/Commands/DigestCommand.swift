import ArgumentParser
import CallDigest
import CallModel
import CallReports
import CallWorkbench

struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Rank what hurts, say how sure that is, and show where to hear it.",
        discussion: "Without a period: the latest week of calls that somebody heard.")

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var days: PeriodOptions

    @Option(
        help: ArgumentHelp(
            "Limit it: site=NAME, queue=NAME or direction=inbound. May be given for several.",
            valueName: "field=value"))
    var scope: [ScopeCondition] = []

    @Option(help: ArgumentHelp("The level of every range, in percent, 50 to 99.", valueName: "%"))
    var level = 90

    @Option(help: "The form.")
    var format = DigestFormat.terminal

    @Option(
        help: ArgumentHelp("Where to write it. Default: standard output.", valueName: "file"))
    var output: String?

    @Flag(
        help: ArgumentHelp(
            "Only what stands out in the last week; ends with 5 where something does. In the format "
                + "terminal or json."))
    var alarm = false

    mutating func validate() throws {
        guard !alarm || format == .terminal || format == .json else {
            throw ValidationError("--alarm goes with --format terminal or json.")
        }
        guard (50...99).contains(level) else {
            throw ValidationError("--level \(level) is out of range: 50 to 99 percent.")
        }
        _ = try ScopeCondition.scope(scope)
    }

    func run() async throws {
        let workbench = try place.reading()
        let desk = DigestDesk(workbench)
        var period = try days.period(in: workbench.settings.timeZone)
        if period == nil { period = try await desk.latestHeardWeek() }
        guard let period else {
            throw NothingHeard()
        }
        let digest = try await desk.digest(
            of: period, scope: ScopeCondition.scope(scope),
            settings: DigestSettings(level: Double(level) / 100))
        let form = output == nil ? Console.form : TerminalForm()
        if alarm {
            let text =
                format == .json ? AlarmText.json(digest) : AlarmText.terminal(digest, form: form)
            try Console.write(text, to: output)
            if digest.alarms?.isRaised == true { throw ExitCodes.alarm }
            return
        }
        try Console.write(format.text(digest, form: form), to: output)
    }
}

/// There is nothing to make a digest of.
struct NothingHeard: Error, CustomStringConvertible {
    let description =
        "Nobody heard a call in this workspace yet. Draw some with `earful draw`, and tag what you "
        + "hear with `earful tag`."
}
