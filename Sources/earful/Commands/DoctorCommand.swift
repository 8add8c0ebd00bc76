import ArgumentParser
import CallReports
import CallWorkbench

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check libraries, sound devices, the archive, its durability, and free disk.",
        discussion: "Ends with 4 where something is not as it should be.")

    @OptionGroup var place: WorkspaceOptions

    @Flag(help: "Print one JSON object a line.")
    var json = false

    func run() async throws {
        let workspace =
            place.path == nil
            ? try? Workspace.find() : try Workspace.find(option: place.path)
        let checkup = await Checkup.of(workspace)
        for finding in checkup.findings {
            let object = JSONText.object([
                .init("subject", .string(finding.subject)),
                .init("verdict", .string(finding.verdict.rawValue)),
                .init("words", .string(finding.words)),
            ])
            let words = SafeText.oneLine("\(finding.subject): \(finding.words)")
            try Console.write((json ? object.text() : mark(finding.verdict) + words) + "\n")
        }
        if !checkup.isSound { throw ExitCodes.unsound }
    }

    private func mark(_ verdict: Checkup.Verdict) -> String {
        switch verdict {
        case .sound: "ok     "
        case .note: "note   "
        case .unsound: "WRONG  "
        }
    }
}
