import ArgumentParser
import CallArchive
import CallAudio
import CallModel
import CallWorkbench
import Foundation

/// What `earful play` plays, and how.
struct PlayingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The sound device, by its ALSA name; `earful doctor` lists them. Default: the settings', else ALSA's own choice.",
            valueName: "name"))
    var device: String?

    @Option(help: ArgumentHelp("Where to begin, such as 2:41 or 161.5.", valueName: "time"))
    var from: Instant?

    @Option(help: ArgumentHelp("How fast, 0.5 to 3; the pitch is kept.", valueName: "x"))
    var speed = 1.0

    @Flag(help: "Leave out dead air and hold.")
    var skip = false

    @Option(help: "One side alone: agent or customer.")
    var side: Side?

    @Flag(help: "Play each side as loud as it was recorded, instead of both at one level.")
    var noLevel = false

    mutating func validate() throws {
        guard CallPlayer.speeds.contains(speed) else {
            throw ValidationError("--speed \(speed) is out of range: 0.5 to 3.")
        }
    }

    /// Sets a player accordingly, and goes to where it begins.
    func set(_ player: CallPlayer) throws {
        player.setSpeed(speed)
        player.setSkipping(skip)
        player.setLevelling(!noLevel)
        if let side { try player.setSides(.only(side)) }
        if let from { player.seek(to: from.time) }
    }

    /// What a word on the command line means: a file where one lies there, else a call.
    func sound(of target: String, in place: WorkspaceOptions) throws -> Found {
        if FileManager.default.fileExists(atPath: target) {
            let workspace =
                place.path == nil
                ? try? Workspace.find() : try Workspace.find(option: place.path)
            return .file(
                target, settings: try workspace?.settings() ?? WorkspaceSettings(),
                measuring: skip || !noLevel)
        }
        do {
            return .call(target, try place.reading())
        } catch is WorkspaceError where place.path == nil {
            throw NothingToPlay(name: target)
        }
    }

    /// What a word meant.
    enum Found {
        case file(String, settings: WorkspaceSettings, measuring: Bool)
        case call(String, Workbench)

        /// The settings that hold for it.
        var settings: WorkspaceSettings {
            switch self {
            case .file(_, let settings, _): settings
            case .call(_, let workbench): workbench.settings
            }
        }

        /// Opens its sound.
        func open() async throws -> PlayableSound {
            switch self {
            case .file(let path, let settings, let measuring):
                try PlayableSound(file: path, settings: settings, measuring: measuring)
            case .call(let name, let workbench):
                try await PlayableSound(workbench.archive.resolve(name), in: workbench)
            }
        }
    }
}

/// A name that is no file, outside of any workspace.
private struct NothingToPlay: Error, CustomStringConvertible {
    let name: String

    var description: String {
        "There is no file \(name), and no workspace here in which it could be a call. "
            + "Name a recording, or a workspace with --workspace DIR."
    }
}
