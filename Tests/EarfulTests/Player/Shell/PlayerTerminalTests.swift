import CallWorkbench
import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#endif

@Suite("The player on a terminal")
struct PlayerTerminalTests {
    private static func workspace() throws -> TemporaryWorkspace {
        let workspace = try TemporaryWorkspace()
        for index in 0..<2 {
            try workspace.record(
                "A-1_c-\(index)_20261118-10\(10 + index)00_call\(index).wav", seconds: 12,
                seed: UInt64(index + 1))
        }
        let taken = try workspace.earful("ingest")
        try #require(taken.status == 0, "\(taken.errors)")
        return workspace
    }

    private static let listen = ["listen", "--calls", "call0", "call1"]
    private static let restored = "\u{1B}[?1049l"

    @Test("what the screen called saved is there after kill -9, and the sitting goes on")
    func killed() throws {
        let workspace = try Self.workspace()
        let first = try PlayerTerminal(workspace, Self.listen)
        first.wait(for: "What do you expect")
        first.type("\r")
        first.see("Nothing was said of this call")
        first.type("14")
        first.see("severity 4")
        first.type("\u{E}")
        first.see("call 2 of 2")
        first.type("mcalled twice\r")
        first.see("called twice”")
        first.signal(SIGKILL)
        #expect(first.end()?.wasKilled == true)
        #expect(
            try workspace.earful("calls", "show", "call0", "--json").output.contains(
                "hold-too-long"))

        let second = try PlayerTerminal(workspace, ["listen", "--continue"])
        second.see("called twice”")
        second.type("ql")
        #expect(second.end()?.status == 0)
        #expect(second.isAsBefore)
        second.wait(for: "earful listen --continue")
        #expect(try workspace.earful("doctor").status == 0)
    }

    @Test(
        "the terminal is given back however the player ends",
        arguments: [SIGTERM, SIGINT, SIGHUP, SIGSEGV, SIGABRT, SIGILL])
    func givenBack(signal: Int32) throws {
        let workspace = try Self.workspace()
        let terminal = try PlayerTerminal(workspace, Self.listen)
        terminal.wait(for: "What do you expect")
        #expect(!terminal.isAsBefore)
        terminal.type("\r")
        terminal.see("Nothing was said of this call")
        // What the screen shows first is on the disk a moment later.
        for _ in 0..<200 {
            let begun = try workspace.earful("sessions", "--json").output.contains("tagging")
            if begun { break }
            usleep(50_000)
        }
        terminal.signal(signal)
        let end = terminal.end()
        let isCrash = [SIGSEGV, SIGABRT, SIGILL].contains(signal)
        #expect(end?.wasKilled == isCrash)
        #expect(terminal.isAsBefore)
        // After a hang-up nobody is there to write to.
        if signal != SIGHUP { terminal.wait(for: Self.restored) }
        let sittings = try workspace.earful("sessions", "--json")
        #expect(sittings.output.contains("tagging"), "\(sittings.errors)")
    }

    @Test("stopped, the terminal is the shell's; continued, the screen comes back")
    func stopped() throws {
        let workspace = try Self.workspace()
        let terminal = try PlayerTerminal(workspace, Self.listen)
        terminal.wait(for: "What do you expect")
        terminal.type("\r")
        terminal.see("Nothing was said of this call")
        for stop in [{ terminal.signal(SIGTSTP) }, { terminal.type("\u{1C}") }] {
            let place = terminal.text.utf8.count
            stop()
            #expect(terminal.until { terminal.state == "T" })
            #expect(terminal.isAsBefore)
            terminal.wait(for: Self.restored, after: place)
            terminal.signal(SIGCONT)
            terminal.see("Nothing was said of this call")
            #expect(terminal.until { !terminal.isAsBefore })
        }
        terminal.type("qe")
        terminal.see("What came of it")
        terminal.type("\r")
        #expect(terminal.end()?.status == 0)
    }

    @Test("a window that changes its size is drawn anew")
    func resized() throws {
        let workspace = try Self.workspace()
        let terminal = try PlayerTerminal(workspace, Self.listen, columns: 80, rows: 24)
        terminal.wait(for: "What do you expect")
        terminal.resize(columns: 60, rows: 20)
        let place = terminal.wait(for: "Make the window 80 x 24 or larger (60 x 20 now).")
        terminal.resize(columns: 132, rows: 40)
        terminal.wait(for: "What do you expect", after: place)
        terminal.type("q\u{3}")
        #expect(terminal.end()?.status == 0)
    }

    @Test("without UTF-8 and without colour the screen is plain")
    func plain() throws {
        let workspace = try Self.workspace()
        let terminal = try PlayerTerminal(
            workspace, Self.listen, environment: ["LC_ALL": "C", "NO_COLOR": "1"])
        terminal.wait(for: "What do you expect")
        terminal.type("\r")
        terminal.see("Nothing was said of this call")
        #expect(terminal.text.utf8.allSatisfy { $0 < 0x80 })
        #expect(!terminal.text.contains("\u{1B}[34m"))
        terminal.type("ql")
        #expect(terminal.end()?.status == 0)
    }

    @Test(
        "what cannot be drawn on is refused, with what to use instead, and nothing is drawn by lot")
    func refused() throws {
        let workspace = try Self.workspace()
        for (name, words) in [
            ("dumb", "TERM is dumb"), ("", "TERM is dumb"), ("no-such-thing", "`no-such-thing`"),
        ] {
            let terminal = try PlayerTerminal(
                workspace, ["listen", "--hour", "--week", "2026-W47"],
                environment: ["TERM": name])
            terminal.wait(for: words)
            terminal.wait(for: "earful tag")
            #expect(terminal.end()?.status == 1)
        }
        let piped = try workspace.earful("listen", "--hour", "--week", "2026-W47")
        #expect(piped.status == 1)
        #expect(piped.errors.contains("needs a terminal"), "\(piped.errors)")
        #expect(!(try workspace.earful("draw", "--list").output.contains("hour-")))
    }

    @Test("keys of the settings are used, and wrong ones are named before anything begins")
    func keys() throws {
        let workspace = try Self.workspace()
        let settings = workspace.folder.appending(path: "Annotations/settings.yml")
        try "keys:\n  leave: [F10]\n  note: w\n".write(
            to: settings, atomically: true, encoding: .utf8)
        let terminal = try PlayerTerminal(workspace, Self.listen)
        terminal.wait(for: "What do you expect")
        terminal.type("\r")
        terminal.see("W note")
        terminal.type("\u{1B}[21~l")
        #expect(terminal.end()?.status == 0)
        try "keys:\n  note: x\n".write(to: settings, atomically: true, encoding: .utf8)
        let wrong = try PlayerTerminal(workspace, Self.listen)
        wrong.wait(for: "X is the key of `note` and of `skip-silence`")
        #expect(wrong.end()?.status == 1)
    }
}
