import ArgumentParser
import CallModel
import CallWorkbench
import Foundation

struct AddInitiativeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Register a fix before it ships, with the calls that each side needs.")

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var person: ListenerOptions

    @Argument(help: ArgumentHelp("Its short name.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("What it is.", valueName: "text"))
    var title: String

    @Option(
        help: ArgumentHelp(
            "A pain point that it is to make rarer. May be given for several.", valueName: "key"))
    var pain: [String]

    @Option(help: ArgumentHelp("Who sees to it.", valueName: "name"))
    var owner: String

    @Option(help: ArgumentHelp("Days of work of one person.", valueName: "days"))
    var effort: Double

    @Option(help: ArgumentHelp("Why it should help.", valueName: "text"))
    var hypothesis: String

    @Option(
        help: ArgumentHelp(
            "The part of those calls that should go away, in percent, 1 to 100.", valueName: "%"))
    var hope = 50

    @Option(
        help: ArgumentHelp(
            "Where it applies: site=NAME, queue=NAME or direction=inbound.",
            valueName: "field=value"))
    var scope: [ScopeCondition] = []

    func run() async throws {
        let workbench = try place.writing("initiatives add")
        let (actor, now) = (try person.id(), Date())
        let desk = InitiativeDesk(
            workbench, taxonomy: try await workbench.taxonomy(by: actor, at: now))
        let initiative = try await desk.register(
            InitiativeID(name),
            Initiative.Plan(
                title: title, painPoints: pain, owner: owner, effortDays: effort,
                hypothesis: hypothesis, hopedReduction: Double(hope) / 100,
                scope: ScopeCondition.scope(scope)), by: actor, at: now)
        guard let calls = initiative.plan.callsEachSide else {
            return Console.note(
                "Registered \(name). How many calls it takes to tell whether it works cannot be said: "
                    + "too few were heard in the last eight weeks.")
        }
        Console.note(
            "Registered \(name). Hear \(calls) calls before it ships and \(calls) after, and there are "
                + "8 chances in 10 to tell a fall by \(hope) %.")
    }
}
