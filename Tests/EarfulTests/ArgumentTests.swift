import CallModel
import CallWorkbench
import Testing

@testable import earful

@Suite("Arguments")
struct ArgumentTests {
    @Test("times are read as people type them")
    func times() {
        #expect(TimeText.milliseconds("41.2") == 41_200)
        #expect(TimeText.milliseconds("2:41.3") == 161_300)
        #expect(TimeText.milliseconds("1:02:41") == 3_761_000)
        for wrong in ["", "-1", "1:60", "1:2:3:4", "x", "1e3", "nan", "2:-1", "1::2"] {
            #expect(TimeText.milliseconds(wrong) == nil, "\(wrong)")
        }
    }

    @Test("a stretch ends after it begins")
    func stretches() {
        #expect(
            Stretch(argument: "0:41-1:02")?.range == CallTimeRange(milliseconds: 41_000, 62_000))
        #expect(Stretch(argument: "5-5") == nil)
        #expect(Stretch(argument: "5") == nil)
    }

    @Test("a pain point carries severity, stretch and side")
    func painMarks() throws {
        let mark = try #require(PainMark(argument: "hold-too-long:4@41.2-62/customer")).saying
        #expect(mark.content == .painPoint(key: "hold-too-long", severity: 4))
        #expect(mark.range == CallTimeRange(milliseconds: 41_200, 62_000))
        #expect(mark.side == .customer)
        for wrong in ["hold-too-long", ":4", "a:b", "a:4@", "a:4@1-0", "a:4/nobody", "a:4@1-2@3-4"]
        {
            #expect(PainMark(argument: wrong) == nil, "\(wrong)")
        }
    }

    @Test("a remark may begin with its stretch")
    func remarks() {
        let placed = Remark(argument: "@1-2 waited, then hung up")
        #expect(placed?.text == "waited, then hung up")
        #expect(placed?.range == CallTimeRange(milliseconds: 1_000, 2_000))
        #expect(Remark(argument: "@home since May")?.text == "@home since May")
    }

    @Test("an expectation is a share in percent")
    func expectations() {
        #expect(Expectation(argument: "billing=40")?.prediction.share == 0.4)
        #expect(Expectation(argument: "billing=101") == nil)
        #expect(Expectation(argument: "=5") == nil)
    }

    @Test("a scope names a field once")
    func scopes() throws {
        let conditions = ["site=North", "queue=A=B"].compactMap(ScopeCondition.init(argument:))
        let scope = try ScopeCondition.scope(conditions)
        #expect(scope == Scope(site: "North", queue: "A=B"))
        #expect(ScopeCondition(argument: "direction=sideways") == nil)
        #expect(throws: (any Error).self) {
            try ScopeCondition.scope(["site=a", "site=b"].compactMap(ScopeCondition.init))
        }
    }
}
