import Foundation
import Testing

@Suite("Help and mistakes")
struct HelpTests {
    private static let snapshots = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "Snapshots")

    @Test(
        "help reads as it was approved",
        arguments: [
            "", "init", "ingest", "import", "taxonomy", "draw", "listen", "play", "tag", "sessions",
            "calls",
            "calls list", "calls show", "calls swap-sides", "digest", "serve", "waveform", "doctor",
            "backup", "initiatives", "initiatives add", "initiatives ship", "initiatives drop",
            "agreement", "agreement report", "agreement calls", "agreement compare",
            "agreement settle", "gap",
        ])
    func help(command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let result = try EarfulProcess.run(words + ["--help"], environment: ["COLUMNS": "80"])
        #expect(result.status == 0)
        let name = "help-\(words.isEmpty ? "earful" : words.joined(separator: "-")).txt"
        let file = Self.snapshots.appending(path: name)
        if ProcessInfo.processInfo.environment["EARFUL_RECORD_SNAPSHOTS"] == "1" {
            try result.output.write(to: file, atomically: true, encoding: .utf8)
        }
        #expect(try result.output == String(contentsOf: file, encoding: .utf8))
    }

    @Test("the version is answered alone, before the parser is asked, and behind a command by it")
    func version() throws {
        let plain = try EarfulProcess.run("--version")
        #expect(plain.status == 0)
        #expect(plain.output.split(separator: "\n").count == 1)
        #expect(plain.output.allSatisfy { $0.isNumber || $0 == "." || $0 == "\n" })
        let parsed = try EarfulProcess.run("calls", "--version")
        #expect(parsed.output == plain.output)
    }

    @Test("a mistake in the command line ends with 64 and a sentence")
    func mistakes() throws {
        for (arguments, words) in [
            (["digest", "--week", "2026-W60"], "'2026-W60' is no ISO week. Write it as 2026-W47."),
            (["digest", "--from", "2026-11-01"], "--from and --to go together: give both."),
            (["digest", "--level", "100"], "--level 100 is out of range: 50 to 99 percent."),
            (["digest", "--calls", "counted", "--alarm"], "Give --alarm or --calls, not both."),
            (["digest", "--calls", "some"], "invalid for '--calls <which>'"),
            (
                ["digest", "--calls", "counted", "--format", "csv"],
                "--calls goes with --format terminal or json."
            ),
            (["digest", "--listener", "ana"], "--listener goes with --explain or --calls."),
            (["agreement", "calls", "some"], "invalid for '<which>'"),
            (["calls", "--logged-holds=-1"], "--logged-holds takes a number of holds"),
            (["draw", "--size", "0"], "--size 0 is too small: 1 or more."),
            (["draw", "--by", "site", "--risk", "hold"], "Give --by or --risk, not both."),
            (["listen"], "Say what to listen to: --hour for calls drawn at random"),
            (["listen", "--hour", "--draw", "d1"], "Give one of --hour, --draw, --calls"),
            (["listen", "--hour", "--queue", "Billing"], "limit it with --scope queue=NAME"),
            (["listen", "--calls", "c1", "--seed", "s"], "--scope and --seed go with --hour."),
            (["listen", "--hour", "--speed", "9"], "--speed 9.0 is out of range: 0.5 to 3."),
            (["waveform", "x.wav", "--bits", "12"], "--bits 12 is neither 8 nor 16."),
        ] {
            let result = try EarfulProcess.run(arguments)
            #expect(result.status == 64)
            #expect(result.errors.contains(words), "\(result.errors)")
        }
    }

    @Test("without a terminal the player says what to use instead")
    func noTerminal() throws {
        let result = try TemporaryWorkspace().earful("listen", "--hour")
        #expect(result.status == 1)
        #expect(result.errors.contains("earful play CALL"), "\(result.errors)")
        #expect(result.errors.contains("earful tag CALL"), "\(result.errors)")
    }

    @Test("outside a workspace a command says what to do")
    func noWorkspace() throws {
        let result = try EarfulProcess.run(["digest"], in: URL(filePath: "/"))
        #expect(result.status == 1)
        #expect(result.errors.contains("earful init DIR"), "\(result.errors)")
    }

    @Test("a file that does not decode is named with its reason")
    func undecodableWaveform() throws {
        let result = try EarfulProcess.run("waveform", #filePath)
        #expect(result.status == 1)
        #expect(result.errors.contains("HelpTests.swift"), "\(result.errors)")
    }
}
