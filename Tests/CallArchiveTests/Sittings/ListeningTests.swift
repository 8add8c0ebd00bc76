import CallArchive
import CallModel
import Foundation
import Testing

@Suite("What was heard in all")
struct ListeningTests {
    @Test("seconds, calls, people and sites of the sittings of a time, and no others")
    func totals() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importRecords(
            [
                Sample.row("A", site: "North"), Sample.row("B", site: "South"),
                Sample.row("C", site: "North"), Sample.row("D"),
            ], at: Sample.now)
        for (id, listener, calls, day) in [
            ("s1", "ana", ["A", "B"], 0.0), ("s2", "bea", ["A", "D"], 1.0),
            ("s3", "ana", ["C"], 9.0), ("s4", "eve", [], 1.0),
        ] {
            var sitting = Sitting(
                id, by: listener, startedAt: Sample.monday.addingTimeInterval(day * 86_400))
            for call in calls {
                sitting.open(call)
                sitting.hear(call, 0, 5_000)
            }
            try await sitting.save(in: archive)
        }
        let week = try await archive.listenedTotals(
            from: Sample.week.start, until: Sample.week.end)
        #expect(week.heardSeconds == 20)
        #expect(week.calls == 3)
        #expect(week.listeners == [ListenerID("ana"), ListenerID("bea")])
        #expect(week.sites == ["North", "South"])
        let before = try await archive.listenedTotals(
            from: Sample.week.start.addingTimeInterval(-86_400), until: Sample.week.start)
        #expect(before.heardSeconds == 0)
        #expect(before.listeners.isEmpty)
    }

    @Test("every write is counted, and no read")
    func changes() async throws {
        let archive = try Archive.inMemory()
        let before = archive.changeCount
        _ = try await archive.calls()
        #expect(archive.changeCount == before)
        _ = try await archive.importRecords([Sample.row("A")], at: Sample.now)
        #expect(archive.changeCount != before)
    }

    @Test("ideas are found by their words")
    func ideas() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importRecords([Sample.row("A")], at: Sample.now)
        var sitting = Sitting("s1")
        sitting.open("A")
        sitting.hear("A", 0, 5_000)
        for text in ["One screen for agents", "Ring them back", "Screens for callers"] {
            sitting.say(.idea(text: text), on: "A")
        }
        sitting.say(.note(text: "screen"), on: "A")
        try await sitting.save(in: archive)
        #expect(try await archive.ideas(text: "screen").count == 2)
        #expect(try await archive.ideas(text: "screen agents").count == 1)
        #expect(try await archive.ideas(text: "\"OR\" *").isEmpty)
        #expect(try await archive.ideas(limit: 1).count == 1)
    }
}
