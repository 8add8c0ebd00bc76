import ArgumentParser
import CallModel
import CallWorkbench
import Foundation

struct DropInitiativeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Give a fix up; what was registered stays.")

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var person: ListenerOptions

    @Argument(help: ArgumentHelp("Its short name.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var because: String

    func run() async throws {
        let workbench = try place.writing("initiatives drop")
        let (actor, now) = (try person.id(), Date())
        let desk = InitiativeDesk(
            workbench, taxonomy: try await workbench.taxonomy(by: actor, at: now))
        _ = try await desk.drop(InitiativeID(name), because: because, by: actor, at: now)
        Console.note("Dropped \(name).")
    }
}
