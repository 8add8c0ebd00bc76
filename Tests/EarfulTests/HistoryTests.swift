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
        #expect(raised.status == 5, "\(raised.errors)")
        #expect(raised.output.hasPrefix("Alarm: “Hold too long” was heard in 9 of 14 calls"))
        let calm = try workspace.earful("digest", "--week", "2026-W47", "--alarm")
        #expect(calm.status == 0 && calm.output == "No alarm in 2026-W47.\n", "\(calm.errors)")
        let json = try workspace.earful(
            "digest", "--week", "2026-W48", "--alarm", "--format", "json")
        #expect(json.status == 5 && json.output.contains("\"key\": \"hold-too-long\""))
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
        let other = try workspace.earful("digest", "--explain", "x", "--format", "json")
        #expect(other.status == 64)
    }
}
