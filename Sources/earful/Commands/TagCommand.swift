import ArgumentParser
import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Foundation
import WebWorkbench

struct TagCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tag",
        abstract: "Say what you heard in a call, without a player.",
        discussion: """
            Everything that one command says is stored together or not at all. It goes into your \
            open sitting, or begins one. Times are seconds (41.2) or m:ss (0:41.2); a stretch is \
            41.2-62. A remark that begins with @41.2-62 belongs to that stretch.
            """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var person: ListenerOptions
    @OptionGroup var sitting: SittingOptions
    @OptionGroup var said: SayingOptions

    @Argument(
        help: ArgumentHelp("The call: its name, or the first letters of it.", valueName: "call"))
    var call: String

    @Flag(help: "Print what was stored as one JSON object.")
    var json = false

    func run() async throws {
        let workbench = try place.writing("tag")
        let listener = try person.id()
        let now = Date()
        let taxonomy = try await workbench.taxonomy(by: listener, at: now)
        let call = try await workbench.archive.resolve(call)
        let tagging = Tagging(
            workbench: workbench, taxonomy: taxonomy, listener: listener, now: now)
        let receipt = try await tagging.carryOut(
            said.request(for: call, selection: sitting.selection), in: sitting.session,
            purpose: sitting.purpose, eventID: sitting.eventID)
        guard let session = receipt.session else { return }
        if json {
            try Console.write(JSONLine.text(EventsDocument(receipt, of: session, call: call)))
        } else {
            let time = CalendarText.timeOfDay(now, in: workbench.settings.timeZone)
            Console.note("saved \(time) · call \(call) · sitting \(session.id)")
            if said.end {
                try Console.write(
                    SessionText.summary(
                        session, taxonomy: taxonomy, timeZone: workbench.settings.timeZone,
                        form: Console.form))
            }
        }
    }
}
