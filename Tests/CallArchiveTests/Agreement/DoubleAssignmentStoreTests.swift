import CallModel
import Foundation
import Testing

@testable import CallArchive

@Suite("Calls that a second listener is to hear are kept with their draw")
struct DoubleAssignmentStoreTests {
    private let archive: Archive
    private let frame = (0..<6).map { "C\($0)" }

    init() async throws {
        archive = try Archive.inMemory()
        _ = try await archive.importRecords(
            frame.enumerated().map { Sample.row($1, hours: Double($0)) }, at: Sample.now)
    }

    private func draw(_ id: String, double: Set<String>) -> Draw {
        var draw = Sample.draw(id, picks: ["C0", "C1", "C2"], of: frame)
        for index in draw.entries.indices {
            draw.entries[index].isDouble = double.contains(draw.entries[index].call.rawValue)
        }
        return draw
    }

    @Test("a draw comes back with them, and they are counted by frame")
    func stored() async throws {
        let draw = draw("d1", double: ["C0", "C2"])
        try await archive.save(draw)
        #expect(try await archive.draw(DrawID("d1")) == draw)
        try await archive.save(self.draw("d2", double: ["C1"]))
        let count = try await archive.doublyAssigned(
            frameStart: Sample.week.start, frameEnd: Sample.week.end, frameFilter: "")
        #expect(count == 3)
        let elsewhere = try await archive.doublyAssigned(
            frameStart: Sample.week.start, frameEnd: Sample.week.end, frameFilter: "site=North")
        #expect(elsewhere == 0)
    }

    @Test("a call that the draw did not pick cannot be assigned twice")
    func refused() async throws {
        await #expect(throws: ArchiveError.self) {
            try await archive.save(draw("d1", double: ["C4"]))
        }
    }

    @Test("what the first said is left out for whoever may become the second")
    func keptFresh() async throws {
        try await archive.save(draw("d1", double: ["C0"]))
        var first = Sitting("s1", by: "ana")
        for call in ["C0", "C1"] {
            first.open(call, for: "d1")
            first.say(.painPoint(key: "hold", severity: 3), on: call)
            first.finish(call)
        }
        try await first.save(in: archive)
        func said(_ call: String, to reader: String?) async throws -> [Int] {
            let details = try await archive.callDetails(
                CallID(call), readBy: reader.map { ListenerID($0) })
            let isTold = details.history.contains {
                if case .annotated = $0.body { true } else { false }
            }
            #expect(details.isKeptFresh == !isTold)
            if let reader {
                let fresh = try await archive.callsKeptFresh(
                    among: [CallID(call), CallID("none")], for: ListenerID(reader))
                #expect(fresh == (details.isKeptFresh ? [CallID(call)] : []))
                let listed = try await archive.calls(
                    CallFilter(externalID: call), readBy: ListenerID(reader)
                ).calls
                #expect(listed.map(\.isKeptFresh) == [details.isKeptFresh])
                #expect(listed.map(\.painPoints) == [details.isKeptFresh ? [] : ["hold"]])
            }
            return details.sittings.map(\.heard.annotations.count)
        }
        #expect(try await said("C0", to: "bo") == [0])
        #expect(try await said("C0", to: "ana") == [1])
        #expect(try await said("C0", to: nil) == [1])
        #expect(try await said("C1", to: "bo") == [1])
        var second = Sitting("s2", by: "bo")
        second.open("C0", for: "d1")
        second.finish("C0")
        try await second.save(in: archive)
        #expect(try await said("C0", to: "bo") == [1, 0])
        #expect(try await said("C0", to: "cy") == [1, 0])
    }

    @Test("a call wants a second listener once the first is done with it, and then no third")
    func waiting() async throws {
        try await archive.save(draw("d1", double: ["C0", "C2"]))
        func picks() async throws -> [DrawPick] {
            try await archive.picks(of: DrawID("d1"), liveSince: Sample.now)
        }
        let (ana, bo, cy) = (ListenerID("ana"), ListenerID("bo"), ListenerID("cy"))
        #expect(try await picks().allSatisfy { $0.waits(for: ana) && !$0.wantsSecond })
        var first = Sitting("s1", by: "ana")
        for call in ["C0", "C1"] {
            first.open(call, for: "d1")
            first.finish(call)
        }
        first.open("C2", for: "d1")
        first.skip("C2")
        try await first.save(in: archive)
        #expect(try await picks().map(\.wantsSecond) == [true, false, false])
        #expect(try await picks().map { $0.waits(for: ana) } == [false, false, false])
        #expect(try await picks().map { $0.waits(for: bo) } == [true, false, false])
        #expect(
            try await archive.waitingSecondHearings(in: Sample.week) == [
                Agreement.Waiting(draw: DrawID("d1"), calls: 1, heardBy: [ana])
            ])
        var second = Sitting("s2", by: "bo")
        second.open("C0", for: "d1")
        second.finish("C0")
        try await second.save(in: archive)
        #expect(try await picks().allSatisfy { !$0.waits(for: cy) })
        #expect(try await archive.waitingSecondHearings(in: Sample.week).isEmpty)
    }
}
