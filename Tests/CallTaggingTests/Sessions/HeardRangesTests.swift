import CallModel
import Testing

@testable import CallTagging

@Suite("Heard ranges")
struct HeardRangesTests {
    @Test("random stretches make the same union as a set of milliseconds", arguments: 1...20)
    func union(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var heard = HeardRanges()
        var all: [CallTimeRange] = []
        var milliseconds: Set<Int> = []
        for _ in 0..<200 {
            let start = Int.random(in: 0..<2000, using: &random)
            let range = try #require(
                CallTimeRange(
                    milliseconds: start, start + Int.random(in: 1...40, using: &random)))
            heard.insert(range)
            all.append(range)
            milliseconds.formUnion(range.start.milliseconds..<range.end.milliseconds)
            #expect(heard.ranges.totalMilliseconds == milliseconds.count)
        }
        #expect(heard.ranges == all.union())
    }

    @Test("stretches that touch are one, at any speed a second counts once")
    func touching() throws {
        var sitting = Sitting.open()
        for (start, end, speed) in [(0, 1000, 1.0), (1000, 2000, 3), (500, 1500, 0.5)] {
            let range = try #require(CallTimeRange(milliseconds: start, end))
            sitting.ask(.hear(call: Sitting.first, range: range, speed: speed))
        }
        let whole = try #require(CallTimeRange(milliseconds: 0, 2000))
        #expect(sitting.state.call(Sitting.first)?.heard == [whole])
        #expect(sitting.state.session?.heardSeconds == 2)
    }
}
