import Foundation
import Testing

@Suite("What only a history can show")
struct HistoryTests {
    @Test("an alarm is a line at the top and an exit code for scripts")
    func alarm() throws {
        let workspace = try TemporaryWorkspace()
        let steady = [[String: Int]](repeating: ["hold-too-long": 1], count: 7)
        let weeks = try ListenedWeeks(
            from: "2026-10-05", heard: steady + [["hold-too-long": 9]])
        let loaded = try weeks.load(into: workspace)
        #expect(loaded.status == 0, "\(loaded.errors)")
        let raised = try workspace.earful("digest", "--week", "2026-W48", "--alarm")
        #expect(raised.status == 6, "\(raised.errors)")
        #expect(raised.output.hasPrefix("Alarm: “Hold too long” was heard in 9 of 14 calls"))
        let calm = try workspace.earful("digest", "--week", "2026-W47", "--alarm")
        #expect(calm.status == 0 && calm.output == "No alarm in 2026-W47.\n", "\(calm.errors)")
        let json = try workspace.earful(
            "digest", "--week", "2026-W48", "--alarm", "--format", "json")
        #expect(json.status == 6 && json.output.contains("\"key\": \"hold-too-long\""))
        let page = try workspace.earful("digest", "--week", "2026-W48")
        #expect(page.status == 0 && page.output.contains("! Alarm: “Hold too long”"))
        let other = try workspace.earful("digest", "--alarm", "--format", "csv")
        #expect(other.status == 64)
    }

    @Test("one line is explained with its inputs")
    func explain() throws {
        let workspace = try TemporaryWorkspace()
        let weeks = try ListenedWeeks(
            from: "2026-11-09", heard: [["hold-too-long": 3], ["hold-too-long": 5]])
        #expect(try weeks.load(into: workspace).status == 0)
        let shown = try workspace.earful(
            "digest", "--week", "2026-W47", "--explain", "hold-too-long")
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(shown.output.contains("w1c0") && shown.output.contains("w1c4"))
        #expect(
            shown.output.contains("share = 10 calls that those with it stand for / 28 that all"))
        let unknown = try workspace.earful("digest", "--week", "2026-W47", "--explain", "hold")
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("no line of \"hold\" to explain in 2026-W47"))
        let document = try workspace.earful(
            "digest", "--week", "2026-W47", "--explain", "hold-too-long", "--format", "json")
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(document.output.utf8)) as? [String: Any])
        #expect((json["calls"] as? [[String: Any]])?.count == 5)
        #expect(json["standFor"] as? Double == 28)
        let other = try workspace.earful("digest", "--explain", "x", "--format", "csv")
        #expect(other.status == 64 && other.errors.contains("terminal or json"))
    }

    @Test("the calls behind a number are listed with the seconds in them")
    func calls() throws {
        let workspace = try TemporaryWorkspace()
        let weeks = try ListenedWeeks(
            from: "2026-11-09", heard: [["hold-too-long": 3], ["hold-too-long": 5]])
        #expect(try weeks.load(into: workspace).status == 0)
        let shown = try workspace.earful(
            "digest", "--week", "2026-W47", "--calls", "pain-point:hold-too-long")
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(shown.output.contains("5 calls count.") && shown.output.contains("w1c4"))
        let all = try workspace.earful(
            "digest", "--week", "2026-W46", "--calls", "counted", "--format", "json")
        let json = try #require(
            JSONSerialization.jsonObject(with: Data(all.output.utf8)) as? [String: Any])
        #expect(json["counted"] as? Int == (json["calls"] as? [[String: Any]])?.count)
        let compared = try workspace.earful("agreement", "calls", "--week", "2026-W47")
        #expect(compared.status == 0 && compared.output.contains("There is no such call."))
        let heard = try workspace.earful("agreement", "calls", "heard", "--week", "2026-W47")
        #expect(heard.output.contains("w1c4"))
    }

    @Test("a fix is registered with the calls it needs, shipped, and shown on the board")
    func initiatives() throws {
        let workspace = try TemporaryWorkspace()
        let add = [
            "initiatives", "add", "call-back", "--title", "Call back", "--pain", "hold-too-long",
            "--owner", "Ana", "--effort", "2", "--hypothesis", "They need not wait",
        ]
        let weeks = try ListenedWeeks(
            from: "2026-11-09", heard: [["hold-too-long": 3], ["hold-too-long": 5]])
        #expect(try weeks.load(into: workspace).status == 0)
        let added = try EarfulProcess.run(add, in: workspace.folder)
        #expect(
            added.status == 0 && added.errors.contains("Registered call-back."), "\(added.errors)")
        #expect(try EarfulProcess.run(add, in: workspace.folder).status == 1)
        let board = try workspace.earful("initiatives", "--week", "2026-W47")
        #expect(board.output.contains("call-back  Call back  planned"), "\(board.errors)")
        #expect(board.output.contains("calls must be heard before"))
        let early = try workspace.earful("initiatives", "ship", "call-back", "--on", "2020-01-01")
        #expect(early.status == 1 && early.errors.contains("Register a fix before it ships."))
        #expect(try workspace.earful("initiatives", "ship", "call-back").status == 0)
        let json = try workspace.earful("initiatives", "list", "--week", "2026-W47", "--json")
        #expect(json.output.contains("\"shippedOn\""), "\(json.errors)")
        #expect(
            try workspace.earful("initiatives", "drop", "call-back", "--because", "x").status == 0)
        let digest = try workspace.earful("digest", "--week", "2026-W47")
        #expect(
            digest.output.contains("Did the fixes work") && digest.output.contains("Dropped: x"))
    }
}
