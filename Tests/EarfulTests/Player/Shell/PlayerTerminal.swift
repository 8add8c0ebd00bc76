import CallWorkbench
import Foundation
import Synchronization
import Testing

#if canImport(Glibc)
import Glibc
#endif

/// The built program on a terminal of its own (a pseudo-terminal), as a person runs it.
final class PlayerTerminal: Sendable {
    let process: Process
    private let master: Int32
    private let slave: Int32
    private let written = Mutex<[UInt8]>([])
    private let before: termios

    init(
        _ workspace: TemporaryWorkspace, _ arguments: [String],
        environment: [String: String] = [:], columns: Int = 100, rows: Int = 30
    ) throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        var size = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        try #require(openpty(&master, &slave, nil, nil, &size) == 0)
        self.master = master
        self.slave = slave
        var modes = termios()
        tcgetattr(slave, &modes)
        before = modes
        process = Process()
        process.executableURL = EarfulProcess.executable
        process.arguments = arguments
        process.currentDirectoryURL = workspace.folder
        process.environment = [
            "PATH": "/usr/bin:/bin", "EARFUL_LISTENER": "ana", "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no",
            // No test makes a sound.
            "ALSA_CONFIG_PATH": "/dev/null",
        ].merging(environment) { $1 }
        let terminal = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        process.standardInput = terminal
        process.standardOutput = terminal
        process.standardError = terminal
        try process.run()
        let thread = Thread { [weak self, descriptor = self.master] in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                guard count > 0, let self else { return }
                self.written.withLock { $0 += buffer[..<count] }
            }
        }
        thread.start()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        close(slave)
        close(master)
    }

    /// Everything that was written to the terminal so far.
    var text: String { written.withLock { String(decoding: $0, as: UTF8.self) } }

    /// Whether the terminal is set as it was before the program began.
    var isAsBefore: Bool {
        var now = termios()
        tcgetattr(slave, &now)
        return now.c_lflag == before.c_lflag && now.c_iflag == before.c_iflag
            && now.c_oflag == before.c_oflag
    }

    /// The state of the process, as the kernel names it: `T` while it is stopped.
    var state: Character? {
        let stat = try? String(
            contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
        return stat?.split(separator: ")").last?.dropFirst().first
    }

    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(master, bytes, bytes.count)
    }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    func resize(columns: Int, rows: Int) {
        var size = winsize(
            ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        signal(SIGWINCH)
    }

    /// Waits until a text was written after a place, or for three minutes; returns the place after it.
    @discardableResult
    func wait(
        for words: String, after place: Int = 0,
        sourceLocation: SourceLocation = #_sourceLocation
    ) -> Int {
        let wanted = Array(words.utf8)
        var end: Int?
        until { [self] in
            end = written.withLock { bytes in
                guard bytes.count >= place else { return nil }
                return bytes[place...].firstRange(of: wanted)?.upperBound
            }
            return end != nil
        }
        if end == nil {
            Issue.record("\(words) was not written", sourceLocation: sourceLocation)
        }
        return end ?? place
    }

    /// Waits until a text stands on the screen. What changes on a screen is written in pieces, so the
    /// whole is asked for again and again.
    func see(_ words: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let wanted = Array(words.utf8)
        let place = text.utf8.count
        var asked = 0
        let isSeen = until {
            if asked.isMultiple(of: 25) { type("\u{C}") }
            asked += 1
            return written.withLock { $0.dropFirst(place).firstRange(of: wanted) != nil }
        }
        if !isSeen {
            Issue.record("\(words) is not on the screen", sourceLocation: sourceLocation)
        }
    }

    /// Waits until something is so, for three minutes at most; whether it came to be.
    @discardableResult
    func until(_ isSo: () -> Bool) -> Bool {
        let end = Date().addingTimeInterval(180)
        while Date() < end {
            if isSo() { return true }
            usleep(20_000)
        }
        return isSo()
    }

    /// Waits until the program has ended.
    func end() -> (status: Int32, wasKilled: Bool)? {
        guard until({ !process.isRunning }) else { return nil }
        return (process.terminationStatus, process.terminationReason == .uncaughtSignal)
    }
}
