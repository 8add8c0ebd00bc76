import CallArchive
import CallDigest
import CallModel
import Foundation
import Testing

@testable import CallWorkbench

@Suite("A listening hour")
struct ListeningHourTests {
    /// Forty calls, short and long, one in eight without sound: 13 of them make an hour.
    private static let calls = (0..<40).map { number in
        ListeningRoom.SampleCall(
            seconds: number % 8 == 7 ? nil : number % 2 == 0 ? 60 : 650,
            queue: number < 30 ? "Billing" : "Returns")
    }

    @Test("is drawn from every call of the frame, alike, and recorded with its probability")
    func recorded() async throws {
        let room = try await ListeningRoom(Self.calls)
        let sitting = try await room.desk().hour(ListeningRoom.week, seed: "s1")
        #expect(sitting.purpose == .listeningHour)
        #expect(sitting.origin == .begun)
        #expect(sitting.goalSeconds == 3600)
        guard case .draw(let id) = sitting.plan else { throw Unexpected() }
        let draw = try #require(try await room.workbench.archive.draw(id))
        #expect(draw.method == .random)
        #expect(draw.seed == "s1")
        #expect(draw.madeBy == ListeningRoom.ana)
        #expect(draw.entries.count == 40)
        let size = draw.picked.count
        #expect(size == 13)
        #expect(draw.entries.allSatisfy { $0.inclusionProbability == Double(size) / 40 })
        let calls = await sitting.calls
        // In the order of the draw, those without sound last.
        let silent = Set(calls.filter { $0.listeningSeconds == nil }.map(\.id))
        #expect(silent.count == 1)
        #expect(
            calls.map(\.id)
                == draw.picked.filter { !silent.contains($0) } + draw.picked.filter(silent.contains)
        )
        #expect(calls.allSatisfy { $0.selection == .drawn(id) })
    }

    @Test(
        "picks calls whatever their length: whose length is which changes nothing", arguments: 1...8
    )
    func lengthsAreNotLookedAt(seed: Int) async throws {
        let room = try await ListeningRoom(Self.calls)
        var lengths = Self.calls.compactMap(\.seconds).sorted()
        let exchanged = try await ListeningRoom(
            Self.calls.map { call in
                var other = call
                if call.seconds != nil { other.seconds = lengths.removeFirst() }
                return other
            })
        let picked = try await room.desk().hour(ListeningRoom.week, seed: "s\(seed)").calls
        let same = try await exchanged.desk().hour(ListeningRoom.week, seed: "s\(seed)").calls
        #expect(picked.map(\.id) == same.map(\.id))
    }

    @Test("hears long calls as often as short ones; an hour that is filled up would not")
    func unbiased() throws {
        let frame = Self.calls.enumerated().map { number, call in
            var known = CallArchive.FrameCall(
                id: ListeningRoom.id(number),
                recordingState: call.seconds == nil ? .none : .decoded)
            known.recordedSeconds = call.seconds
            return known
        }
        let size = try HourPlan(goalSeconds: 3600, pace: ListeningPace(), done: [])
            .size(of: frame)
        let lengths = Dictionary(
            uniqueKeysWithValues: frame.map { ($0.id, $0.recordedSeconds ?? 0) })
        var planned: [Double] = []
        var filledUp: [Double] = []
        for seed in 0..<400 {
            let order = try DrawMaker(seed: "\(seed)")
                .draw(.random(size: 40), from: frame.map { CallDigest.FrameCall(id: $0.id) })
                .entries.sorted { $0.position! < $1.position! }.map { lengths[$0.call]! }
            planned += order.prefix(size)
            var left = 3600.0
            filledUp += order.prefix { length in
                left -= length
                return left >= 0
            }
        }
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        let truth = mean(Array(lengths.values))
        // 5,200 picks with a standard deviation of 290 s, drawn without replacement.
        #expect(abs(mean(planned) - truth) < 4 * 290 / 5200.0.squareRoot())
        #expect(mean(filledUp) < truth - 10)
    }

    @Test("can be limited to a part, and the draw says so")
    func scoped() async throws {
        let room = try await ListeningRoom(Self.calls)
        let sitting = try await room.desk()
            .hour(ListeningRoom.week, scope: Scope(queue: "Returns"), seed: "s1")
        guard case .draw(let id) = sitting.plan else { throw Unexpected() }
        let draw = try #require(try await room.workbench.archive.draw(id))
        #expect(draw.frameFilter == "queue=Returns")
        #expect(draw.entries.count == 10)
    }

    @Test("is not drawn again while calls are left in it")
    func notAgain() async throws {
        let room = try await ListeningRoom(Self.calls)
        let first = try await room.desk().hour(ListeningRoom.week, seed: "s1")
        // Nothing was done: no sitting is stored, but the draw is.
        let second = try await room.desk().hour(ListeningRoom.week, seed: "s2")
        #expect(second.plan == first.plan)
        guard case .draw(let id) = first.plan else { throw Unexpected() }
        #expect(second.origin == .goesOnWithHour(id))
        #expect(try await room.workbench.archive.sessions().isEmpty)
        // Once something was done, the sitting itself goes on.
        try await second.open(second.calls[0].id)
        let third = try await room.desk().hour(ListeningRoom.week, seed: "s3")
        #expect(third.origin == .resumed)
        #expect(third.id == second.id)
        #expect(try await room.workbench.archive.draws().count == 1)
        // Another frame, and another listener, have hours of their own.
        let part = try await room.desk()
            .hour(ListeningRoom.week, scope: Scope(queue: "Returns"), seed: "s1x")
        let bens = try await room.desk(ListeningRoom.ben).hour(ListeningRoom.week, seed: "s4")
        #expect(part.origin == .begun)
        #expect(bens.origin == .begun)
        #expect(try await room.workbench.archive.draws().count == 3)
    }

    @Test("that is done is followed by a new one, and a period all heard by none")
    func afterOneIsDone() async throws {
        let room = try await ListeningRoom(
            Array(repeating: ListeningRoom.SampleCall(seconds: 1000), count: 6))
        var draws: Set<SittingPlan> = []
        for round in 0..<20 {
            do {
                let sitting = try await room.desk()
                    .hour(ListeningRoom.week, seed: "round\(round)")
                draws.insert(sitting.plan)
                while let next = try await sitting.next() {
                    try await sitting.hearAndFinish(next.id)
                }
                #expect(try await sitting.leftInDraw() == 0)
                try await sitting.end()
            } catch ListeningError.drawDone {
                continue
            } catch ListeningError.allHeard(let calls) {
                #expect(calls == 6)
                #expect(draws.count > 1)
                return
            }
        }
        Issue.record("the calls of the period never came to an end")
    }

    @Test("skips calls without sound for a reason, and they stay in the draw's record")
    func skips() async throws {
        let room = try await ListeningRoom(Self.calls)
        let sitting = try await room.desk().hour(ListeningRoom.week, seed: "s1")
        guard case .draw(let id) = sitting.plan else { throw Unexpected() }
        let silent = try #require(await sitting.calls.first { $0.obstacle != nil })
        #expect(silent.obstacle == .notRecorded)
        #expect(silent.listeningSeconds == nil)
        let before = try #require(try await room.workbench.archive.drawSummary(id))
        #expect(before.unhearable > 0)
        try await sitting.open(silent.id)
        try await sitting.skip(silent.id, reason: "no recording")
        let after = try #require(try await room.workbench.archive.drawSummary(id))
        #expect(after.skipped == 1)
        #expect(after.unhearable == before.unhearable - 1)
        let tally = try await room.workbench.archive.tally(
            period: ListeningRoom.week, scope: Scope())
        #expect(tally.strata.map(\.skipped) == [1])
        let count = await sitting.calls.count
        #expect(tally.strata.map(\.drawn) == [count])
    }

    @Test("of a period without calls, or without sound, says what to do")
    func nothingThere() async throws {
        let empty = try await ListeningRoom([])
        await #expect(throws: DrawError.self) {
            try await empty.desk().hour(ListeningRoom.week, seed: "s")
        }
        let silent = try await ListeningRoom([.init(seconds: nil)])
        await #expect(throws: ListeningError.nothingToHear(calls: 1)) {
            try await silent.desk().hour(ListeningRoom.week, seed: "s")
        }
        #expect(try await silent.workbench.archive.draws().isEmpty)
    }
}

/// Something is of another kind than the test needs.
struct Unexpected: Error {}
