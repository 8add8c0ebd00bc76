import ArgumentParser
import CallWorkbench
import Foundation

/// Two command lines that are answered before the parser learns of all commands, which costs a
/// quarter of a start: the version, and the worker, of which every ingest starts several.
enum Shortcut {
    /// Ends the process where these are the whole arguments of one of the two; otherwise does nothing.
    static func take(_ arguments: ArraySlice<String>) {
        guard arguments.count == 1 else { return }
        switch arguments.first {
        case "--version":
            print(Earful.configuration.version)
            exit(0)
        case DecodeWorkerCommand.configuration.commandName:
            // A reader that closed the pipe is told by the write's error, not by a signal.
            signal(SIGPIPE, SIG_IGN)
            exit(DecodeWorker.run())
        default: return
        }
    }
}
