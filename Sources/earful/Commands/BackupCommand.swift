import ArgumentParser
import CallArchive
import CallModel
import CallWorkbench
import Foundation

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Make a verified copy of the archive.",
        discussion: """
            The copy is checked before it gets its name. Recordings are not in it: they are \
            files that never change. To restore, put it in place of Annotations/earful.sqlite.
            """)

    @OptionGroup var place: WorkspaceOptions

    @Argument(help: ArgumentHelp("The copy; it must not exist yet.", valueName: "file"))
    var file: String

    func run() async throws {
        let workbench = try place.writing("backup")
        let receipt = try await workbench.archive.backup(to: URL(filePath: file))
        Console.note(
            "\(file): \(receipt.byteCount) bytes, \(receipt.calls) calls, \(receipt.sessions) "
                + "sittings, \(receipt.events) events; checked.")
    }
}
