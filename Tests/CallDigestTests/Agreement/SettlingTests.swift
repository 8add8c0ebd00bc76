import CallModel
import Testing

@testable import CallDigest

@Suite("What was settled takes the place of what was said")
struct SettlingTests {
    /// Ten calls of twenty, the first two heard by ana and bo, who differ.
    private func tally() -> Tally {
        var small = SmallTally(
            population: 20, strata: [("all", 20)], painPoints: ["hold", "doubt"])
        for number in 0..<10 {
            small.call(
                "c\(number)", stratum: "all", listeners: number < 2 ? ["ana", "bo"] : ["ana"])
        }
        small.mark("hold", on: 0, by: "bo", severity: 2, milliseconds: 60_000, note: "long")
        small.mark("doubt", on: 0, by: "ana", severity: 5)
        small.mark("hold", on: 1, by: "ana", severity: 3)
        small.reason("billing", of: 0, by: "ana")
        small.reason("refund", of: 0, by: "bo")
        return small.tally
    }

    private func finding(_ key: String, in tally: Tally) throws -> Digest.Finding {
        let digest = try DigestMaker().digest(of: tally)
        return try #require(digest.findings.first { $0.key == key })
    }

    @Test("a settled call counts in full, with the settled severity and the moments marked")
    func counted() throws {
        #expect(abs(try #require(try finding("hold", in: tally()).share).value - 0.1) < 1e-12)
        let settled = tally().settling([
            CallID("c0"): Settlement.Labels(reason: "refund", painPoints: ["hold": 4])
        ])
        let hold = try finding("hold", in: settled)
        #expect(abs(try #require(hold.share).value - 0.15) < 1e-12)
        #expect(hold.worstSeverity == 4)
        #expect(try finding("doubt", in: settled).calls == 0)
        let marks = settled.marks.filter { $0.call == 0 }
        #expect(marks.map(\.listener.rawValue) == ["ana", "bo"])
        #expect(marks.map(\.note) == [nil, "long"] && marks.map(\.severity) == [4, 4])
        #expect(marks.allSatisfy { $0.range == CallTimeRange(milliseconds: 0, 60_000) })
        let reasons = settled.reasons.filter { $0.call == 0 }
        #expect(reasons.map(\.reason) == ["refund", "refund"])
    }

    @Test("that nothing hurt can be settled, and so can what nobody had marked")
    func noneAndNew() throws {
        let none = tally().settling([CallID("c0"): Settlement.Labels()])
        #expect(none.marks.map(\.call) == [1])
        // Without a settled reason those of the listeners stand.
        #expect(none.reasons.count == 2)
        let new = tally().settling([
            CallID("c1"): Settlement.Labels(painPoints: ["doubt": 1])
        ])
        let marks = new.marks.filter { $0.call == 1 }
        #expect(marks.map(\.painPoint) == ["doubt", "doubt"])
        #expect(marks.allSatisfy { $0.range == nil && $0.severity == 1 })
    }

    @Test("what is not settled stays as it is")
    func others() throws {
        #expect(tally().settling([:]) == tally())
        #expect(tally().settling([CallID("elsewhere"): Settlement.Labels()]) == tally())
    }
}
