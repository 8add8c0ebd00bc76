import ArgumentParser
import CallAudio
import CallModel
import CallWorkbench

struct PlayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play",
        abstract: "Play a recording, or a call of the workspace, without a sitting.",
        discussion: """
            Nothing is noted down. On a terminal a line shows how far it is, how fast, and how loud \
            each side; Ctrl+C stops. Ends with 5 where there is no sound device to play on.
            """)

    @OptionGroup var place: WorkspaceOptions

    @Argument(
        help: ArgumentHelp(
            "A file, or a call: its name, or the first letters of it.", valueName: "file-or-call"))
    var target: String

    @OptionGroup var manner: PlayingOptions

    func run() async throws {
        let found = try manner.sound(of: target, in: place)
        let playable = try await found.open()
        let player = try CallPlayer(
            sound: playable.sound, layout: playable.layout, plan: playable.plan,
            device: manner.device ?? found.settings.listening.device)
        try manner.set(player)
        let show = PlayShow(
            player, of: playable.sound, layout: playable.layout, plan: playable.plan)
        do {
            try await Interruption.cancelling { try await show.run() }
        } catch is CancellationError {
            player.close()
            throw ExitCode(130)
        }
    }
}
