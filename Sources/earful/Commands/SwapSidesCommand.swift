import ArgumentParser
import CallArchive
import CallModel
import CallWorkbench
import Foundation

struct SwapSidesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "swap-sides",
        abstract: "Exchange agent and customer of one call, where the recorder mixed them up.",
        discussion: "It holds for good, also when the recording is ingested again.")

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var person: ListenerOptions

    @Argument(
        help: ArgumentHelp("The call: its name, or the first letters of it.", valueName: "call"))
    var call: String

    func run() async throws {
        let workbench = try place.writing("calls swap-sides")
        let archive = workbench.archive
        let id = try await archive.resolve(call)
        // A call whose sides are not known has none to swap; the archive says so.
        let layout = try await archive.call(id)?.recording?.layout ?? .mono
        try await archive.changeLayout(of: id, to: layout.swapped, by: person.id(), at: Date())
        Console.note("call \(id): agent and customer are exchanged.")
    }
}
