import CallModel
import Foundation
import Testing

@testable import CallDigest

@Suite("Agreement between listeners")
struct AgreementMakerTests {
    /// What ana and bo marked on a call, by the letters of the pain points.
    private func judged(_ calls: [(ana: String, bo: String?)]) -> JudgedCalls {
        func judgement(_ listener: String, _ marks: String, _ severity: Int) -> Judgement {
            Judgement(
                listener: ListenerID(listener), session: SessionID("s-\(listener)"),
                at: Date(timeIntervalSince1970: 0), reason: marks.isEmpty ? "other" : "billing",
                marks: marks.map { letter in
                    Judgement.Mark(
                        painPoint: String(letter), severity: severity,
                        range: CallTimeRange(milliseconds: 10_000, 20_000))
                })
        }
        return JudgedCalls(
            period: SmallTally.month, scope: Scope(),
            calls: calls.enumerated().map { number, said in
                JudgedCall(
                    id: CallID("c\(100 + number)"),
                    startedAt: Date(timeIntervalSince1970: Double(number)), seconds: 60,
                    judgements: [judgement("ana", said.ana, 2 + number % 3)]
                        + (said.bo.map { [judgement("bo", $0, 2 + number % 3)] } ?? []))
            },
            taxonomy: Taxonomy(
                version: 1, reasons: [],
                painPoints: [PainPoint(key: "h", label: "Hold", description: "")]))
    }

    private let twelve: [(ana: String, bo: String?)] = [
        ("h", "h"), ("h", "h"), ("h", "h"), ("h", "h"), ("h", ""), ("", ""), ("", ""), ("", ""),
        ("d", ""), ("", "d"), ("d", "d"), ("", ""),
    ]

    @Test("each pain point has its number, its range, and the plain counts beside it")
    func tags() throws {
        let agreement = AgreementMaker().agreement(of: judged(twelve + [("h", nil)]))
        #expect(agreement.heard == 13 && agreement.doublyHeard == 12)
        #expect(agreement.listeners.map(\.rawValue) == ["ana", "bo"])
        let hold = try #require(agreement.tags.first { $0.key == "h" })
        #expect(hold.label == "Hold" && hold.beyond.calls == 12)
        #expect(hold.agreedCalls == 11 && hold.markedCalls == 5 && hold.sharedCalls == 4)
        // 24 ratings, 9 of them yes; one call of two ratings apart: 1 - (2/24)/(2·9·15/(24·23)).
        let observed = 2.0 / 24
        let expected = 270.0 / 552
        let alpha: Double = 1 - observed / expected
        #expect(abs(try #require(hold.beyond.alpha) - alpha) < 1e-12)
        #expect(hold.beyond.reading == .reliable)
        let (low, high) = (try #require(hold.beyond.low), try #require(hold.beyond.high))
        #expect(low < 0.8 && high == 1)
        let doubt = try #require(agreement.tags.first { $0.key == "d" })
        #expect(doubt.label == "d" && doubt.beyond.reading == .unreliable)
        #expect(doubt.markedCalls == 3 && doubt.sharedCalls == 1)
        // A digest warns by the same numbers, from counts and without ranges.
        let counts = JudgedCounts(judged(twelve).calls)
        let warned = AgreementMaker().tags(of: counts, judged(twelve).taxonomy)
        #expect(warned.map(\.beyond.alpha) == agreement.tags.map(\.beyond.alpha))
        #expect(warned.allSatisfy { $0.beyond.low == nil })
    }

    @Test("below ten calls that two heard there is no number, and with ten there is")
    func floor() {
        let nine = AgreementMaker().agreement(of: judged(Array(twelve.prefix(9))))
        #expect(nine.tags.allSatisfy { $0.beyond.alpha == nil })
        #expect(nine.tags.allSatisfy { $0.beyond.obstacle == .tooFewCalls })
        #expect(nine.tagSets.alpha == nil && nine.reasons.alpha == nil && nine.drift == nil)
        #expect(nine.clips.score == nil)
        let ten = AgreementMaker().agreement(of: judged(Array(twelve.prefix(10))))
        #expect(ten.tags.first { $0.key == "h" }?.beyond.alpha != nil)
    }

    @Test("where everybody always says the same it cannot be computed, and is never called full")
    func undefined() {
        let all = AgreementMaker().agreement(of: judged(twelve.map { _ in ("h", "h") }))
        #expect(all.tags[0].beyond.alpha == nil)
        #expect(all.tags[0].beyond.obstacle == .nothingToTellApart)
        #expect(all.tags[0].beyond.reading == nil)
        #expect(all.reasons.obstacle == .nothingToTellApart)
        // Severities differ from call to call and agree on each.
        #expect(all.severity.alpha == 1 && all.clips.score?.value == 1)
        #expect(all.clips.seconds.alpha == 1)
    }

    @Test(
        "a listener who marks much more often than the others is found, and not the reverse twice")
    func drift() throws {
        let calls: [(ana: String, bo: String?)] =
            (0..<40).map { _ in ("h", "") } + (0..<10).map { _ in ("", "d") }
        let agreement = AgreementMaker().agreement(of: judged(calls))
        let drift = try #require(agreement.drift).filter { $0.key == "h" }
        #expect(drift.map(\.listener.rawValue) == ["ana", "bo"])
        #expect(drift.map(\.isMore) == [true, false] && drift.allSatisfy { $0.q <= 0.05 })
        #expect(drift[0].marked == 40 && drift[0].calls == 50 && drift[0].otherMarked == 0)
        #expect(try #require(AgreementMaker().agreement(of: judged(twelve)).drift).isEmpty)
    }

    @Test("the calls behind each number are as many as it says")
    func comparedCalls() throws {
        var judged = judged(twelve + [("h", nil), ("", nil)])
        judged.calls[0].judgements[0].reason = nil
        judged.calls[1].judgements[1].marks[0].range = nil
        judged.calls[2].seconds = nil
        judged.calls[5].seconds = nil
        let agreement = AgreementMaker().agreement(of: judged)
        func calls(_ choice: ComparedCalls.Choice) -> Int {
            ComparedCalls(judged, choice).calls.count
        }
        #expect(calls(.all) == agreement.doublyHeard && calls(.heard) == agreement.heard)
        #expect(calls(.all) == agreement.tagSets.calls)
        #expect(calls(.reasons) == agreement.reasons.calls && calls(.reasons) == 11)
        #expect(calls(.severity) == agreement.severity.calls)
        #expect(calls(.seconds) == agreement.clips.seconds.calls && calls(.seconds) == 11)
        #expect(calls(.clips) == agreement.clips.calls)
        for tag in agreement.tags { #expect(calls(.painPoint(tag.key)) == tag.markedCalls) }
        let ana = ListenerID("ana")
        #expect(calls(.heardBy(ana)) == 14 && calls(.heardBy(ListenerID("bo"))) == 12)
        #expect(calls(.markedBy(ana, "h")) == 6 && calls(.markedBy(ana, "x")) == 0)

        // What one alone said is kept from who may become the second.
        let fresh: Set<CallID> = [CallID("c112"), CallID("none")]
        let heard = ComparedCalls(judged, .heard).keepingFresh(fresh)
        #expect(heard.calls.count == 14 && heard.keptFresh == [CallID("c112")])
        #expect(heard.calls.first { $0.id == CallID("c112") }?.marked == [])
        let marked = ComparedCalls(judged, .markedBy(ana, "h")).keepingFresh(fresh)
        #expect(!marked.calls.contains { $0.id == CallID("c112") } && marked.calls.count == 5)
    }

    @Test("of settled calls there is nothing left to talk about")
    func settled() throws {
        let judged = judged(twelve)
        let all = AgreementMaker().agreement(of: judged)
        let first = try #require(all.agenda.first?.disputed.first)
        let rest = AgreementMaker().agreement(of: judged, settled: [first])
        #expect(!rest.agenda.flatMap(\.disputed).contains(first))
        let disputed = Set(all.agenda.flatMap(\.disputed))
        #expect(AgreementMaker().agreement(of: judged, settled: disputed).agenda.isEmpty)
        #expect(rest.tags == all.tags)
    }

    @Test("the agenda begins with what is least agreed on, weighed by its rank")
    func agenda() throws {
        let agreement = AgreementMaker().agreement(of: judged(twelve), ranks: ["h": 1, "d": 5])
        #expect(agreement.agenda.map(\.key) == ["h", "d"])
        #expect(agreement.agenda.map(\.rank) == [1, 5])
        #expect(agreement.agenda[0].disputed == [CallID("c104")])
        #expect(agreement.agenda[1].disputed == [CallID("c109"), CallID("c108")])
        #expect(agreement.agenda[1].disputedCalls == 2 && agreement.agenda[1].markedCalls == 3)
        let unranked = AgreementMaker().agreement(of: judged(twelve))
        #expect(unranked.agenda.map(\.key) == ["d", "h"])
    }
}
