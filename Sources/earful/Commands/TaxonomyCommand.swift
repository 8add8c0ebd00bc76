import ArgumentParser
import CallReports
import CallWorkbench
import Foundation
import WebWorkbench

struct TaxonomyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "taxonomy",
        abstract: "Check the call reasons and pain points, and show them.",
        discussion: "Every mistake in taxonomy.yml is shown with its line and column.")

    @OptionGroup var place: WorkspaceOptions

    @Flag(help: "Print the taxonomy as one JSON object.")
    var json = false

    func run() async throws {
        let workspace = try Workspace.find(option: place.path)
        let check = try await TaxonomyCheck.of(workspace)
        for finding in check.findings { Console.note(finding) }
        guard let taxonomy = check.taxonomy else { throw ExitCodes.unsound }
        try Console.write(
            json
                ? JSONLine.text(taxonomy, indented: true)
                : TaxonomyTable(taxonomy).text(form: Console.form))
    }
}
