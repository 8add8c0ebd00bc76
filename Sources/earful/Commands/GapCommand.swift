import ArgumentParser
import CallModel
import CallReports
import CallWorkbench

struct GapCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gap",
        abstract: "Show how far what people expected was from what was measured.",
        discussion: """
            What was expected before a sitting is held against what all listeners together measured \
            of the same days. Nobody is held against others before 10 guesses; --listener shows \
            one's own history.
            """)

    @OptionGroup var place: WorkspaceOptions

    @Option(help: ArgumentHelp("The history of one listener.", valueName: "name"))
    var listener: String?

    @Option(help: ArgumentHelp("The level of every range, in percent, 50 to 99.", valueName: "%"))
    var level = 90

    @Flag(help: "Print it as one JSON object.")
    var json = false

    mutating func validate() throws {
        guard (50...99).contains(level) else {
            throw ValidationError("--level \(level) is out of range: 50 to 99 percent.")
        }
    }

    func run() async throws {
        let workbench = try place.reading()
        let gap = try await GapDesk(workbench).gap(level: Double(level) / 100)
        let person = listener.map { ListenerID($0) }
        if json { return try Console.write(GapText.json(gap, of: person)) }
        guard let person else {
            return try Console.write(GapText.terminal(gap, form: Console.form))
        }
        try Console.write(
            GapText.history(
                of: person, in: gap, timeZone: workbench.settings.timeZone, form: Console.form))
    }
}
