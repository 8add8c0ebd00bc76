import ArgumentParser
import CallArchive
import CallAudio
import CallWorkbench
import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// What a command's end tells a script.
enum ExitCodes {
    /// Some of the input did not go in; the rest did.
    static let partly = ExitCode(2)
    /// The workspace is owned by another process.
    static let owned = ExitCode(3)
    /// Something was found that is not as it should be.
    static let unsound = ExitCode(4)
    /// There is no sound device to play on, or it went away.
    static let noDevice = ExitCode(5)

    /// The week has an alarm.
    static let alarm = ExitCode(6)

    /// Runs a command line and ends the process: 0 done, 1 failed, 64 a mistake in the command line.
    static func run<Root: AsyncParsableCommand>(_ root: Root.Type) async -> Never {
        // A reader that closed the pipe is told by the write's error, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try root.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            exit(0)
        } catch {
            end(root, with: error)
        }
    }

    private static func end<Root: ParsableCommand>(_ root: Root.Type, with error: any Error)
        -> Never
    {
        if isClosedPipe(error) { exit(0) }
        // What the argument parser throws (help, mistakes, exit codes) it also words best.
        let code = root.exitCode(for: error)
        if code != .failure || error is ExitCode || error is ValidationError
            || String(reflecting: type(of: error)).hasPrefix("ArgumentParser.")
        {
            root.exit(withError: error)
        }
        Console.note("earful: \(error)")
        exit(Self.code(for: error).rawValue)
    }

    private static func code(for error: any Error) -> ExitCode {
        if case ArchiveError.owned = error { return owned }
        if let error = error as? PlaybackError, error.isOfTheDevice { return noDevice }
        return .failure
    }

    private static func isClosedPipe(_ error: any Error) -> Bool {
        let error = error as NSError
        if error.domain == NSPOSIXErrorDomain, error.code == Int(EPIPE) { return true }
        return (error.userInfo[NSUnderlyingErrorKey] as? NSError).map(isClosedPipe) ?? false
    }
}
