import CallArchive
import CallModel
import Testing

@testable import CallWorkbench

@Suite("How many calls an hour holds")
struct HourPlanTests {
    private func call(_ number: Int, seconds: Double?, hold: Double = 0) -> FrameCall {
        var call = FrameCall(
            id: CallID("c\(number)"), recordingState: seconds == nil ? .none : .decoded)
        call.recordedSeconds = seconds
        call.holdSeconds = hold
        call.deadAirSeconds = 0
        return call
    }

    private func size(
        _ frame: [FrameCall], speed: Double = 1, skips: Bool = true, done: Set<CallID> = []
    ) throws -> Int {
        try HourPlan(
            goalSeconds: 3600, pace: ListeningPace(speed: speed, skips: skips), done: done
        ).size(of: frame)
    }

    @Test("the goal over the mean listening time, rounded down")
    func mean() throws {
        let frame = (0..<100).map { call($0, seconds: $0 < 50 ? 200 : 500, hold: 50) }
        #expect(try size(frame) == 12)
        #expect(try size(frame, skips: false) == 10)
        #expect(try size(frame, speed: 2) == 24)
        #expect(try size(frame, speed: 3, skips: false) == 30)
    }

    @Test("at least one call, and never more than there are")
    func bounds() throws {
        #expect(try size((0..<5).map { call($0, seconds: 9000) }) == 1)
        #expect(try size((0..<5).map { call($0, seconds: 10) }) == 5)
    }

    @Test("calls without sound belong to the frame and cost a moment")
    func withoutSound() throws {
        let frame = (0..<100).map { call($0, seconds: $0 < 50 ? 355 : nil) }
        #expect(try size(frame) == 20)
        #expect(throws: ListeningError.nothingToHear(calls: 3)) {
            try size((0..<3).map { call($0, seconds: nil) })
        }
    }

    @Test("calls that earlier draws led to cost nothing more, and when all are done it says so")
    func heardBefore() throws {
        let frame = (0..<100).map { call($0, seconds: 360) }
        #expect(try size(frame) == 10)
        #expect(try size(frame, done: Set(frame.prefix(50).map(\.id))) == 20)
        #expect(throws: ListeningError.allHeard(calls: 100)) {
            try size(frame, done: Set(frame.map(\.id)))
        }
    }

    @Test("whose length is which changes nothing: only the whole frame counts", arguments: 1...20)
    func exchanged(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let lengths = (0..<200).map { _ -> Double? in
            Int.random(in: 0..<10, using: &random) == 0
                ? nil : Double(Int.random(in: 20...1500, using: &random))
        }
        let sizes = try (0..<20).map { _ in
            let shuffled = lengths.shuffled(using: &random)
            return try size(shuffled.enumerated().map { call($0, seconds: $1) }, speed: 1.5)
        }
        #expect(Set(sizes).count == 1)
    }
}
