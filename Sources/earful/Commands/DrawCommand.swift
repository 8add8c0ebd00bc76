import ArgumentParser
import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Foundation
import WebWorkbench

struct DrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "Pick calls to hear, by chance, and keep with what probability.",
        discussion: """
            Only drawn calls count in shares and totals; hand-picked ones are evidence. The same \
            seed and the same calls give the same draw.
            """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var days: PeriodOptions
    @OptionGroup var person: ListenerOptions

    @Option(help: ArgumentHelp("How many calls, 1 or more.", valueName: "n"))
    var size = 20

    @Option(
        help: ArgumentHelp(
            "Divide the calls and pick from every part: site, queue, direction or agent.",
            valueName: "field"))
    var by: DrawRequest.Division?

    @Flag(help: "With --by: as many from each part, to compare them.")
    var equally = false

    @Option(
        help: ArgumentHelp(
            "Pick calls with more of it more often: hold, dead-air, overtalk or length.",
            valueName: "risk"))
    var risk: DrawRequest.Risk?

    @Option(
        help: ArgumentHelp(
            "Limit it: site=NAME, queue=NAME or direction=inbound. May be given for several.",
            valueName: "field=value"))
    var scope: [ScopeCondition] = []

    @Option(
        help: ArgumentHelp("What to seed it with. Default: chosen by chance.", valueName: "text"))
    var seed: String?

    @Option(
        help: ArgumentHelp("Its name. Default: made from the day and the seed.", valueName: "name"))
    var name: String?

    @Flag(help: "List the draws that were made instead, and how far each was heard.")
    var list = false

    @Flag(help: "Print it as one JSON object.")
    var json = false

    mutating func validate() throws {
        guard size >= 1 else { throw ValidationError("--size \(size) is too small: 1 or more.") }
        guard by == nil || risk == nil else {
            throw ValidationError("Give --by or --risk, not both.")
        }
        guard by != nil || !equally else { throw ValidationError("--equally goes with --by.") }
        _ = try ScopeCondition.scope(scope)
    }

    func run() async throws {
        if list { return try await listDraws() }
        let workbench = try place.writing("draw")
        let zone = workbench.settings.timeZone
        let now = Date()
        let request = DrawRequest(
            id: name.map { DrawID($0) }, method: method, size: size, seed: seed ?? Seed.byChance(),
            period: try days.period(in: zone) ?? Period(weekOf: now, in: zone).previous,
            scope: try ScopeCondition.scope(scope), madeAt: now, madeBy: try person.id())
        let draw = try await DrawDesk(workbench).make(request)
        try Console.write(
            json
                ? JSONLine.text(DrawDocument(draw), indented: true)
                : DrawText.summary(draw, timeZone: zone, form: Console.form))
        let unhearable = try await workbench.archive.drawSummary(draw.id)?.unhearable ?? 0
        if unhearable > 0 {
            Console.note(
                "\(unhearable) of these have no recording that can be heard. Pass them over with "
                    + "`earful tag CALL --draw \(draw.id) --skip WHY`: skips stay in the record.")
        }
    }

    private func listDraws() async throws {
        let workbench = try place.reading()
        let draws = try await workbench.archive.draws()
        if json {
            for draw in draws { try Console.write(JSONLine.text(DrawListDocument(draw))) }
        } else {
            let table = DrawTable(draws, zone: workbench.settings.timeZone)
            try Console.write(table.text(form: Console.form))
        }
    }

    private var method: DrawRequest.Method {
        if let risk { return .risk(risk) }
        return by.map { .stratified(by: $0, equally: equally) } ?? .random
    }
}
