import ArgumentParser
import CallArchive
import CallModel
import CallWorkbench
import Foundation

struct SettleCallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Settle what a call bears that two people heard apart.",
        discussion: """
            What is settled takes the place of what the listeners said in every share and total; \
            what they said stays, and so does what was settled before.
            """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var person: ListenerOptions

    @Argument(
        help: ArgumentHelp("The call: its name, or the first letters of it.", valueName: "call"))
    var call: String

    @Option(
        help: ArgumentHelp(
            "A pain point that it has, with its severity. May be given for several.",
            valueName: "pain point:1-5"))
    var pain: [PainMark] = []

    @Option(
        help: ArgumentHelp("Why they called. Default: as the listeners said.", valueName: "reason"))
    var reason: String?

    @Flag(help: "It has no pain point.")
    var nothing = false

    @Flag(help: "Nothing is settled any more: what the listeners said stands again.")
    var reopen = false

    @Option(help: ArgumentHelp("Why it was settled so.", valueName: "text"))
    var because = ""

    mutating func validate() throws {
        let ways = [!pain.isEmpty, nothing, reopen].count { $0 }
        guard ways == 1 else {
            throw ValidationError(
                "Say what the call bears: --pain hold-too-long:4 for each pain point, --nothing for "
                    + "none, or --reopen.")
        }
        guard reason == nil || !reopen else {
            throw ValidationError("--reason does not go with --reopen.")
        }
    }

    func run() async throws {
        let workbench = try place.writing("agreement settle")
        let (actor, now) = (try person.id(), Date())
        let id = try await workbench.archive.resolve(call)
        var labels = Settlement.Labels(reason: reason)
        for mark in pain {
            guard case .painPoint(let key, let severity) = mark.saying.content else { continue }
            labels.painPoints[key] = severity
        }
        let desk = SettlementDesk(
            workbench, taxonomy: try await workbench.taxonomy(by: actor, at: now))
        try await desk.settle(
            id,
            Settlement.Act(
                by: actor, at: now, kind: reopen ? .reopened : .settled(labels), because: because))
        Console.note(reopen ? "Reopened \(id)." : "Settled \(id).")
    }
}
