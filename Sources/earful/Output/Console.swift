import CallReports
import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// The terminal, or what stands in its place: results go to standard output, all else to standard
/// error.
enum Console {
    /// Writes a result as it is. A reader that went away ends the command quietly.
    static func write(_ text: String) throws {
        try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }

    /// Writes a remark for the person at the terminal.
    static func note(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    /// Writes to a file, or to standard output where none is named.
    static func write(_ text: String, to path: String?) throws {
        guard let path else { return try write(text) }
        try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
    }

    /// Whether standard output is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether standard error is a terminal, so that progress may be drawn on it.
    static var showsProgress: Bool { isatty(STDERR_FILENO) == 1 }

    /// How text looks here: the terminal's width (80 elsewhere), colour on a terminal unless NO_COLOR
    /// is set, plain glyphs where the locale has no others.
    static var form: TerminalForm { form(of: STDOUT_FILENO) }

    /// How progress looks on standard error.
    static var progressForm: TerminalForm { form(of: STDERR_FILENO) }

    private static func form(of descriptor: Int32) -> TerminalForm {
        let environment = ProcessInfo.processInfo.environment
        let plain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        let isTerminal = isatty(descriptor) == 1
        return TerminalForm(
            width: width(of: descriptor), color: isTerminal && !plain,
            glyphs: isTerminal ? Glyphs.suiting(environment: environment) : .unicode)
    }

    private static func width(of descriptor: Int32) -> Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return min(max(Int(size.ws_col), 40), 120)
    }
}
