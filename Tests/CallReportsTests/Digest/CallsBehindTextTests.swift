import CallModel
import Foundation
import Testing

@testable import CallReports

@Suite("The calls behind a number, written out")
struct CallsBehindTextTests {
    private static func behind(_ choice: CallsBehind.Choice, label: String = "Hold too long")
        -> CallsBehind
    {
        let period = SampleDigest.period(.week)
        func moment(_ start: Int?, severity: Int) -> CallsBehind.Moment {
            CallsBehind.Moment(
                painPoint: "hold-too-long", label: label,
                range: start.flatMap { CallTimeRange(milliseconds: $0, $0 + 31_000) },
                severity: severity, listener: ListenerID("ana"))
        }
        func call(_ id: String, hour: Double) -> CallsBehind.Call {
            CallsBehind.Call(
                id: CallID(id), startedAt: period.start.addingTimeInterval(hour * 3600),
                isCounted: true, weight: 46.43, share: 1, listeners: [ListenerID("ana")],
                reasons: ["Refund"], moments: [])
        }
        var first = call("C-1042", hour: 40)
        first.moments = [moment(4_000, severity: 5), moment(161_000, severity: 3)]
        var second = call("C-2003", hour: 30)
        second.share = 0.5
        second.listeners = [ListenerID("ana"), ListenerID("bo")]
        second.moments = [moment(nil, severity: 4)]
        var third = call("C-7", hour: 20)
        third.isCounted = false
        third.weight = nil
        third.moments = [moment(10_000, severity: 2)]
        return CallsBehind(
            period: period, scope: Scope(site: "León"), choice: choice, names: [label],
            calls: [first, second, third, call("C-8", hour: 2)])
    }

    @Test("it stays as it was approved")
    func snapshots() throws {
        let behind = Self.behind(.painPoints(["hold-too-long"]))
        try Snapshot.check(CallsBehindText.terminal(behind), "calls-behind.txt")
        try Snapshot.check(CallsBehindText.json(behind), "calls-behind.json")
        let hostile = Self.behind(
            .painPoints(["hold-too-long"]), label: "\u{1B}[31mred\u{202E}\nnew line")
        try Snapshot.check(
            CallsBehindText.terminal(hostile, form: TerminalForm(width: 60, glyphs: .ascii)),
            "calls-behind-hostile.txt")
    }

    @Test("what the first listener said is not told to who may be the second")
    func fresh() {
        let behind = Self.behind(.counted).keepingFresh([CallID("C-1042")])
        let text = CallsBehindText.terminal(behind)
        #expect(text.contains("kept fresh for a second listener") && !text.contains("0:04"))
        #expect(text.contains("0:10") && behind.calls[0].reasons.isEmpty)

        // To be one of some calls tells as much: there they are counted and not listed.
        let told = Self.behind(.painPoints(["hold-too-long"]))
            .keepingFresh([CallID("C-2003"), CallID("none")])
        #expect(told.withheld == 1 && told.counted == 3 && told.parts == 2.5)
        let list = CallsBehindText.terminal(told)
        #expect(!list.contains("C-2003") && list.contains("3 calls count."))
        #expect(
            list.replacing("\n", with: " ")
                .contains("1 is kept fresh for a second listener and not listed."))
        #expect(!CallsBehindText.json(told).contains("C-2003"))
    }

    @Test("where there is none, that is said")
    func none() {
        for choice in [
            "counted", "by-hand", "heard-twice", "no-reason", "reason-tree:x", "group:x",
        ] {
            var behind = Self.behind(CallsBehind.Choice(choice) ?? .counted)
            behind.calls = []
            #expect(CallsBehindText.terminal(behind).contains("There is no such call."))
        }
        var byHand = Self.behind(.handPicked)
        byHand.calls = [byHand.calls[2]]
        #expect(CallsBehindText.terminal(byHand).contains("1 call, chosen by hand: evidence"))
    }
}
