import ArgumentParser
import CallModel
import CallWorkbench
import Foundation

struct ShipInitiativeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ship", abstract: "Say on which day a fix reached the callers.")

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var person: ListenerOptions

    @Argument(help: ArgumentHelp("Its short name.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("The day, such as 2026-11-15. Default: today.", valueName: "day"))
    var on: String?

    @Option(
        help: ArgumentHelp("Days after it that are not counted, 0 to 90.", valueName: "days"))
    var settle = 7

    mutating func validate() throws {
        if let on, CalendarDay(on) == nil {
            throw ValidationError("'\(on)' is no day. Write it as 2026-11-15.")
        }
    }

    func run() async throws {
        let workbench = try place.writing("initiatives ship")
        let (actor, now) = (try person.id(), Date())
        let desk = InitiativeDesk(
            workbench, taxonomy: try await workbench.taxonomy(by: actor, at: now))
        let today = Calendar.iso8601(in: workbench.settings.timeZone).day(of: now)
        let day = on.flatMap { CalendarDay($0) } ?? today
        _ = try await desk.ship(
            InitiativeID(name), on: day, washOutDays: settle, by: actor, at: now)
        Console.note("\(name) shipped on \(day); \(settle) days are left to settle.")
    }
}
