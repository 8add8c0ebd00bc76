import CallModel
import Foundation
import Testing

@Suite("Positions and ranges")
struct CallTimeTests {
    private func range(_ start: Int, _ end: Int) throws -> CallTimeRange {
        try #require(CallTimeRange(milliseconds: start, end))
    }

    @Test("a position is never negative and never wild")
    func positionsAreTame() {
        #expect(CallTime(milliseconds: -5) == .zero)
        #expect(CallTime(seconds: .nan) == .zero)
        #expect(CallTime(seconds: .infinity) == .zero)
        #expect(CallTime(seconds: 1e300).milliseconds == 1_000_000_000_000_000)
        #expect(CallTime(seconds: 41.2).milliseconds == 41_200)
        #expect(CallTime(frame: 8_004, sampleRate: 8_000).milliseconds == 1_000)
        #expect(CallTime(milliseconds: 1_001).frame(sampleRate: 8_000) == 8_008)
    }

    @Test("an empty range does not exist")
    func emptyRangesDoNotExist() {
        #expect(CallTimeRange(milliseconds: 5, 5) == nil)
        #expect(CallTimeRange(milliseconds: 6, 5) == nil)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(CallTimeRange.self, from: Data(#"{"start":5,"end":5}"#.utf8))
        }
    }

    @Test("the union holds each instant once, in order")
    func unionHoldsEachInstantOnce() throws {
        let ranges = [
            try range(50, 60), try range(0, 10), try range(10, 20), try range(15, 18),
            try range(55, 70),
        ]
        #expect(ranges.union() == [try range(0, 20), try range(50, 70)])
        #expect(ranges.union().totalMilliseconds == 40)
        #expect([CallTimeRange]().union() == [])
    }

    @Test("a range meets another where they share an instant")
    func intersections() throws {
        #expect(try range(0, 10).intersection(range(5, 20)) == range(5, 10))
        #expect(try range(0, 10).intersection(range(10, 20)) == nil)
    }
}
