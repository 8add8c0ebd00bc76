import CallModel
import Foundation
import Testing

@testable import CallArchive

@Suite("What listeners said of the same calls")
struct JudgementTests {
    private let archive: Archive
    private let frame = (0..<6).map { "C\($0)" }

    init() async throws {
        archive = try Archive.inMemory()
        _ = try await archive.importRecords(
            frame.enumerated().map { number, id in
                Sample.row(id, hours: Double(number), site: number < 3 ? "North" : "South")
            }, at: Sample.now)
        try await archive.save(Sample.draw("d1", picks: ["C0", "C1", "C2", "C3"], of: frame))
    }

    private func sitting(
        _ id: String, by listener: String, _ play: (inout Sitting) -> Void
    ) async throws {
        var sitting = Sitting(
            id, by: listener, startedAt: Sample.now.addingTimeInterval(id == "late" ? 600 : 0))
        play(&sitting)
        try await sitting.save(in: archive)
    }

    private func judged(
        _ scope: Scope = Scope(), doublyHeardOnly: Bool = false
    ) async throws -> JudgedCalls {
        try await archive.judgedCalls(
            period: Sample.week, scope: scope, doublyHeardOnly: doublyHeardOnly)
    }

    private func twoListeners() async throws {
        try await sitting("s1", by: "bo") { sitting in
            sitting.open("C0", for: "d1")
            sitting.say(.reason(key: "billing"), on: "C0")
            sitting.say(.painPoint(key: "hold", severity: 4), on: "C0", 5000, 9000)
            sitting.say(.painPoint(key: "hold", severity: 2), on: "C0", 1000, 2000)
            sitting.finish("C0")
            sitting.open("C1", for: "d1")
            sitting.finish("C1")
        }
        try await sitting("s2", by: "ana") { sitting in
            sitting.open("C0", for: "d1")
            sitting.finish("C0")
        }
    }

    @Test("each listener's judgement, by listener; what was marked, by start")
    func judgements() async throws {
        try await twoListeners()
        let calls = try await judged().calls
        #expect(calls.map(\.id.rawValue) == ["C0", "C1"])
        #expect(calls[0].judgements.map(\.listener.rawValue) == ["ana", "bo"])
        #expect(calls[0].judgements[0].marks.isEmpty && calls[0].judgements[0].reason == nil)
        let bo = calls[0].judgements[1]
        #expect(bo.reason == "billing" && bo.session == SessionID("s1"))
        #expect(bo.marks.map(\.severity) == [2, 4] && bo.severity(of: "hold") == 4)
        #expect(bo.marks[1].range == CallTimeRange(milliseconds: 5000, 9000))
        #expect(try await judged(doublyHeardOnly: true).calls.map(\.id.rawValue) == ["C0"])
        #expect(try await judged(Scope(site: "South")).calls.isEmpty)
        let one = try #require(try await archive.judgedCall(CallID("C0")))
        #expect(one == calls[0])
        #expect(try await archive.judgedCall(CallID("C5"))?.judgements.isEmpty == true)
        #expect(try await archive.judgedCall(CallID("C9")) == nil)
    }

    @Test("a listener's first hearing counts, not what they say once they know the others")
    func firstHearing() async throws {
        try await twoListeners()
        try await sitting("late", by: "ana") { sitting in
            sitting.open("C0", for: "d1")
            sitting.say(.painPoint(key: "hold", severity: 4), on: "C0")
            sitting.finish("C0")
        }
        let ana = try await judged().calls[0].judgements[0]
        #expect(ana.marks.isEmpty && ana.session == SessionID("s2"))
    }

    @Test("what was picked by hand, passed over, or only begun is no judgement")
    func noJudgements() async throws {
        try await sitting("s1", by: "ana") { sitting in
            sitting.open("C0")
            sitting.finish("C0")
            sitting.open("C1", for: "d1")
            sitting.say(.painPoint(key: "hold", severity: 4), on: "C1")
            sitting.skip("C1")
            sitting.open("C2", for: "d1")
            sitting.hear("C2", 0, 2000)
            // The draw did not pick it.
            sitting.open("C4", for: "d1")
            sitting.finish("C4")
            sitting.open("C3", for: "d1")
            sitting.say(.reason(key: "billing"), on: "C3")
        }
        #expect(try await judged().calls.map(\.id.rawValue) == ["C3"])
    }

    @Test("a merged word counts as the one that took its place")
    func merged() async throws {
        let taxonomy = Taxonomy(
            version: 1, reasons: [],
            painPoints: [
                PainPoint(key: "wait", label: "Wait", description: ""),
                PainPoint(key: "hold", label: "Hold", description: "", mergedInto: "wait"),
            ])
        try await archive.adopt(taxonomy, yaml: "", by: ListenerID("ana"), at: Sample.now)
        try await twoListeners()
        #expect(try await judged().calls[0].judgements[1].painPoints == ["wait"])
    }
}

@Suite("What was expected before listening")
struct GuessStoreTests {
    @Test("sealed guesses come with the days they are about; unsealed ones do not come")
    func guesses() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importRecords([Sample.row("C0", hours: 1)], at: Sample.now)
        try await archive.save(
            Sample.draw("d1", picks: ["C0"], of: ["C0"], filter: "queue=Bills, new,site=North"))
        for (id, isSealed) in [("s1", true), ("s2", false), ("s3", true)] {
            var sitting = Sitting(id, by: "ana")
            let said =
                id == "s3"
                ? [] : [Prediction(reason: "b", share: 0.4), Prediction(reason: "a", share: 0.2)]
            sitting.session.predictions = said
            sitting.note(.predicted(said))
            if isSealed {
                sitting.session.predictionsSealed = true
                sitting.note(.predictionsSealed)
            }
            sitting.open("C0", for: "d1")
            try await sitting.save(in: archive)
        }
        let guesses = try await archive.sealedGuesses()
        #expect(guesses.map(\.session.rawValue) == ["s1"])
        #expect(guesses[0].predictions.map(\.reason) == ["b", "a"])
        #expect(guesses[0].frame?.start == Sample.monday)
        #expect(guesses[0].frame?.scope == Scope(site: "North", queue: "Bills, new"))
    }
}
