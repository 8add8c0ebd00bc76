import ArgumentParser
import CallArchive
import CallDigest
import CallModel
import CallReports
import CallWorkbench

struct DigestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Rank what hurts, say how sure that is, and show where to hear it.",
        discussion: """
            Without a period: the latest week of calls that somebody heard. What the first listener \
            said of a call that waits for a second one is kept by --explain and --calls from whoever \
            may become the second.
            """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var days: PeriodOptions

    @OptionGroup var measure: MeasureOptions
    @OptionGroup var person: ListenerOptions

    @Option(help: "The form.")
    var format = DigestFormat.terminal

    @Option(
        help: ArgumentHelp("Where to write it. Default: standard output.", valueName: "file"))
    var output: String?

    @Flag(
        help: ArgumentHelp(
            "Only what stands out in the last week; ends with 6 where something does. In the format "
                + "terminal or json."))
    var alarm = false

    @Option(
        help: ArgumentHelp(
            "Only the arithmetic of one pain point, with its inputs.", valueName: "pain point"))
    var explain: String?

    @Option(
        help: ArgumentHelp(
            "Only the calls behind a number, with the seconds in them: counted, by-hand, heard-twice, "
                + "pain-point:<key>, reason:<key>, reason-tree:<key>, no-reason or group:<name>.",
            valueName: "which"))
    var calls: CallsBehind.Choice?

    mutating func validate() throws {
        let parts = [
            explain == nil ? nil : "--explain", alarm ? "--alarm" : nil,
            calls == nil ? nil : "--calls",
        ].compactMap { $0 }
        guard person.listener == nil || explain != nil || calls != nil else {
            throw ValidationError("--listener goes with --explain or --calls.")
        }
        guard parts.count < 2 else {
            throw ValidationError("Give \(parts.joined(separator: " or ")), not both.")
        }
        if let part = parts.first, format != .terminal, format != .json {
            throw ValidationError("\(part) goes with --format terminal or json.")
        }
    }

    func run() async throws {
        let workbench = try place.reading()
        let desk = DigestDesk(workbench)
        let period = try await days.period(
            in: workbench.settings.timeZone, else: desk.latestHeardWeek)
        let settings = DigestSettings(level: measure.share)
        let form = output == nil ? Console.form : TerminalForm()
        if let explain {
            let explanation = try await desk.explanation(
                of: explain, in: period, scope: measure.part(), settings: settings)
            guard let explanation else {
                throw NothingToExplain(key: explain, period: period.label)
            }
            let kept = explanation.keepingFresh(
                try await workbench.archive.callsKeptFresh(
                    among: explanation.affected.map(\.call), for: person.id()))
            let text =
                format == .json
                ? ExplanationText.json(kept) : ExplanationText.terminal(kept, form: form)
            return try Console.write(text, to: output)
        }
        if let calls {
            let all = try await desk.calls(
                calls, in: period, scope: measure.part(), settings: settings)
            let behind = all.keepingFresh(
                try await workbench.archive.callsKeptFresh(
                    among: all.calls.map(\.id), for: person.id()))
            let text =
                format == .json
                ? CallsBehindText.json(behind) : CallsBehindText.terminal(behind, form: form)
            return try Console.write(text, to: output)
        }
        let digest = try await desk.digest(
            of: period, scope: measure.part(), settings: settings)
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

/// The pain point stands in no line of the digest that could be reckoned.
struct NothingToExplain: Error, CustomStringConvertible {
    let key: String
    let period: String

    var description: String {
        "There is no line of \"\(key)\" to explain in \(period). Pain points go by their keys, as "
            + "`earful taxonomy` lists them."
    }
}

/// There is nothing to make a digest of.
struct NothingHeard: Error, CustomStringConvertible {
    let description =
        "Nobody heard a call in this workspace yet. Draw some with `earful draw`, and tag what you "
        + "hear with `earful tag`."
}
