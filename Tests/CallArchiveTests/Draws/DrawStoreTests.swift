import CallArchive
import CallModel
import Foundation
import Testing

@Suite("Storing draws")
struct DrawStoreTests {
    private let archive: Archive
    private let frame = (0..<10).map { "C\($0)" }

    init() async throws {
        archive = try Archive.inMemory()
        _ = try await archive.importRecords(frame.map { Sample.row($0) }, at: Sample.now)
        // C9 has no sound.
        for number in 0..<9 {
            _ = try await archive.save(
                [Sample.call(number + 1, record: CallRecord(externalID: "C\(number)"))],
                at: Sample.now)
        }
    }

    @Test("a draw comes back whole, and again it is harmless")
    func roundTrip() async throws {
        let draw = Sample.draw(
            "d1", picks: ["C7", "C2", "C9"], of: frame,
            stratum: { Int($0.dropFirst())! < 5 ? "North" : "South" })
        try await archive.save(draw)
        try await archive.save(draw)
        #expect(try await archive.draw(DrawID("d1")) == draw)
        #expect(try await archive.draw(DrawID("d2")) == nil)
        var other = draw
        other.seed = "another"
        await #expect(throws: ArchiveError.drawExists(DrawID("d1"))) {
            try await archive.save(other)
        }
    }

    @Test("strata that do not agree with the entries are refused")
    func disagreeing() async throws {
        var draw = Sample.draw("d1", picks: ["C1"], of: frame)
        draw.strata[0].population = 11
        await #expect(throws: ArchiveError.self) { try await archive.save(draw) }
        draw = Sample.draw("d1", picks: ["C1"], of: frame)
        draw.entries[3].stratum = "elsewhere"
        await #expect(throws: ArchiveError.self) { try await archive.save(draw) }
        draw = Sample.draw("d1", picks: ["C1"], of: frame + ["nobody"])
        await #expect(throws: ArchiveError.unknownCall(CallID("nobody"))) {
            try await archive.save(draw)
        }
        #expect(try await archive.draws().isEmpty)
    }

    @Test("progress counts picks heard, passed over, without sound, and left")
    func progress() async throws {
        try await archive.save(
            Sample.draw("d1", picks: ["C9", "C3", "C1", "C5", "C7"], of: frame))
        #expect(try await archive.nextUnheard(in: DrawID("d1")) == CallID("C3"))
        #expect(
            try await archive.nextUnheard(in: DrawID("d1"), hearableOnly: false) == CallID("C9"))
        var sitting = Sitting("s1")
        sitting.open("C3", for: "d1")
        sitting.finish("C3")
        sitting.open("C1", for: "d1")
        sitting.skip("C1")
        // Picked by hand: the draw still waits for it.
        sitting.open("C5")
        sitting.finish("C5")
        try await sitting.save(in: archive)
        let summary = try #require(try await archive.drawSummary(DrawID("d1")))
        #expect(summary.drawn == 5)
        #expect(summary.heard == 1)
        #expect(summary.skipped == 1)
        #expect(summary.unhearable == 1)
        #expect(summary.left == 2)
        #expect(try await archive.nextUnheard(in: DrawID("d1")) == CallID("C5"))
        // Heard in part and not finished: it counts as heard, and a sitting still has it before it.
        var broken = Sitting("s2")
        broken.open("C7", for: "d1")
        broken.hear("C7", 0, 5000)
        try await broken.save(in: archive)
        let later = try #require(try await archive.drawSummary(DrawID("d1")))
        #expect(later.heard == 2 && later.left == 2)
        let picks = try await archive.picks(of: DrawID("d1"), liveSince: .distantFuture)
        #expect(picks.count { $0.isHearable && !$0.isDone } == later.left)
        #expect(
            try await archive.nextUnheard(in: DrawID("d1"), by: ListenerID("bo"))
                == CallID("C3"))
        await #expect(throws: ArchiveError.unknownDraw(DrawID("d9"))) {
            try await archive.nextUnheard(in: DrawID("d9"))
        }
    }

    @Test("the combined probability is that of any draw whose frame held the call")
    func combined() async throws {
        try await archive.save(
            Sample.draw("d1", picks: ["C1"], of: frame, probability: 0.02))
        #expect(try await archive.inclusionProbability(of: CallID("C1")) == 0.02)
        try await archive.save(
            Sample.draw(
                "d2", picks: [], of: ["C1", "C2"], method: .risk, probability: 0.5))
        // Case S08 of the statistics: 0.02 and 0.5 together are 0.51.
        let both = try #require(try await archive.inclusionProbability(of: CallID("C1")))
        #expect(abs(both - 0.51) < 1e-12)
        #expect(try await archive.inclusionProbability(of: CallID("C3")) == 0.02)
        #expect(try await archive.inclusionProbability(of: CallID("nobody")) == nil)
        let details = try await archive.callDetails(CallID("C1"))
        #expect(details.draws.map(\.draw.rawValue) == ["d1", "d2"])
        #expect(details.draws.map(\.position) == [0, nil])
        #expect(details.inclusionProbability == both)
    }
}
