import ArgumentParser
import CallModel
import Foundation

/// Who acts.
struct ListenerOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Who listens. Default: EARFUL_LISTENER, else your user name.", valueName: "name"))
    var listener: String?

    /// The listener; refuses an empty name.
    func id() throws -> ListenerID {
        let environment = ProcessInfo.processInfo.environment
        let name = listener ?? environment["EARFUL_LISTENER"] ?? NSUserName()
        guard !name.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty else {
            throw ValidationError("Say who listens: --listener NAME, or set EARFUL_LISTENER.")
        }
        return ListenerID(name)
    }
}
