import CallWorkbench
import CNCurses
import Foundation

#if canImport(Glibc)
import Glibc
#endif

/// What has to be written and set for the terminal to be as it was; read by a signal handler, so it
/// lies in plain memory that never moves and is never freed.
private struct TerminalDebt {
    var isOwed = false
    var modes = termios()
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
}

/// One for each process, as there is one terminal. It is written before the handlers that read it are
/// installed, and its flag alone after that.
nonisolated(unsafe) private let debt: UnsafeMutablePointer<TerminalDebt> = {
    let debt = UnsafeMutablePointer<TerminalDebt>.allocate(capacity: 1)
    debt.initialize(to: TerminalDebt())
    return debt
}()

/// Pays the debt. Calls nothing but `write` and `tcsetattr`, which POSIX lists as safe in a signal
/// handler.
private func payTerminalDebt() {
    guard debt.pointee.isOwed else { return }
    debt.pointee.isOwed = false
    if let bytes = debt.pointee.bytes { _ = write(STDOUT_FILENO, bytes, debt.pointee.count) }
    tcsetattr(STDIN_FILENO, TCSANOW, &debt.pointee.modes)
}

/// Sees to it that the terminal is given back as it was however the program ends: also by a crash.
///
/// It also switches on the two modes that ncurses does not know: pasted text that says so
/// (bracketed paste), and keys that tell their modifiers (xterm's modifyOtherKeys).
final class TerminalGuard {
    /// What a crash of any kind is told by. They end the program as before, once the terminal is back.
    private static let fatal = [
        SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS, SIGQUIT,
    ]
    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"
    private static let modifiersOn = "\u{1B}[>4;1m"
    private static let modifiersOff = "\u{1B}[>4;0m"

    private var tellsModifiers = false

    /// Remembers how the terminal is set now.
    init() {
        tcgetattr(STDIN_FILENO, &debt.pointee.modes)
    }

    /// Switches the modes on for the terminal of this name; call it after ncurses took the terminal
    /// over.
    func arm(terminal: String) {
        // Others take the sequence for one that underlines.
        tellsModifiers = ["xterm", "tmux", "foot", "alacritty"]
            .contains { terminal.hasPrefix($0) }
        let reset = ["rmkx", "sgr0", "cnorm", "rmcup"].compactMap(Self.capability)
        let bytes = Array((modesOff + reset.joined()).utf8)
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
        memory.initialize(from: bytes, count: bytes.count)
        debt.pointee.bytes = memory
        debt.pointee.count = bytes.count
        debt.pointee.isOwed = true
        Self.install
        enterModes()
    }

    /// The terminal is ours again.
    func enterModes() {
        debt.pointee.isOwed = true
        Self.send(Self.pasteOn + (tellsModifiers ? Self.modifiersOn : ""))
    }

    /// The terminal was given back in order, or is about to be.
    func leaveModes() {
        Self.send(modesOff)
        debt.pointee.isOwed = false
    }

    private var modesOff: String {
        Self.pasteOff + (tellsModifiers ? Self.modifiersOff : "")
    }

    private static func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }

    /// A string of the terminal's description, without its delays.
    private static func capability(_ name: String) -> String? {
        guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
        return String(cString: text).replacing(#/\$<[^>]*>/#, with: "")
    }

    /// Once for each process.
    private static let install: Void = {
        atexit { payTerminalDebt() }
        for number in fatal {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in
                payTerminalDebt()
                signal(number, SIG_DFL)
                raise(number)
            }
            sigaction(number, &action, nil)
        }
    }()
}
