import CallModel
import Foundation
import Testing

@testable import CallDigest

@Suite("The digest warns of pain points that listeners disagree on")
struct DigestWarningTests {
    /// A census of twelve calls with "hold" in six and "doubt" in three.
    private func tally() -> Tally {
        var small = SmallTally(
            population: 12, strata: [("all", 12)], painPoints: ["hold", "doubt"])
        for number in 0..<12 {
            let call = small.call("c\(10 + number)", stratum: "all", probability: 1)
            if number < 6 { small.mark("hold", on: call) }
            if number < 3 { small.mark("doubt", on: call) }
        }
        return small.tally
    }

    /// Calls on which both listeners give "hold" to the first half, and "doubt" never together.
    private func judged(_ count: Int) -> JudgedCalls {
        JudgedCalls(
            period: SmallTally.month, scope: Scope(),
            calls: (0..<count).map { number in
                JudgedCall(
                    id: CallID("c\(10 + number)"), startedAt: SmallTally.month.start, seconds: 60,
                    judgements: ["ana", "bo"].enumerated().map { place, name in
                        var marks: [Judgement.Mark] = []
                        if number < count / 2 {
                            marks.append(.init(painPoint: "hold", severity: 3))
                        }
                        if number % 4 == place {
                            marks.append(.init(painPoint: "doubt", severity: 2))
                        }
                        return Judgement(
                            listener: ListenerID(name), session: SessionID("s-\(name)"),
                            at: SmallTally.month.start, marks: marks)
                    })
            }, taxonomy: tally().taxonomy)
    }

    private func digest(_ judged: JudgedCalls?) throws -> Digest {
        var history = TallyHistory()
        history.judged = judged.map {
            TallyHistory.Judged(period: $0.period, counts: JudgedCounts($0.calls))
        }
        return try DigestMaker().digest(of: tally(), history: history)
    }

    @Test("from ten calls on that two heard, each pain point says how far they agree")
    func warned() throws {
        let digest = try digest(judged(12))
        #expect(digest.agreement == Digest.AgreementBase(period: SmallTally.month, calls: 12))
        let hold = try #require(digest.findings.first { $0.key == "hold" })
        #expect(!hold.isDisputed && hold.agreement?.beyond.alpha == 1)
        let doubt = try #require(digest.findings.first { $0.key == "doubt" })
        #expect(doubt.isDisputed && doubt.agreement?.sharedCalls == 0)
        #expect(doubt.agreement?.markedCalls == 6)
    }

    @Test("below ten nothing is said of agreement but that there are too few")
    func tooFew() throws {
        let digest = try digest(judged(9))
        #expect(digest.agreement?.calls == 9 && digest.agreement?.isEnough == false)
        #expect(digest.findings.allSatisfy { $0.agreement == nil && !$0.isDisputed })
        #expect(try self.digest(nil).agreement == nil)
    }
}
