import CallModel
import Testing

@testable import CallReports

@Suite("What is said of holds in the call log")
struct HoldWordsTests {
    private let words = English()

    @Test("how many of how many calls, and how often")
    func counts() {
        #expect(
            words.holds(LoggedHolds.Day(calls: 1932, callsHeld: 620, holds: 940))
                == "Of 1,932 calls whose record tells, 620 were put on hold, 940 times in all.")
        #expect(
            words.holds(LoggedHolds.Day(calls: 9, callsHeld: 1, holds: 1))
                == "Of 9 calls whose record tells, 1 was put on hold, 1 time in all.")
        #expect(
            words.holds(LoggedHolds.Day(calls: 9, callsHeld: 0, holds: 0))
                == "None of the 9 calls whose record tells was put on hold.")
    }

    @Test("a range that holds one is no change, and ranges are rounded outward")
    func ratios() {
        func said(_ low: Double, _ high: Double) -> String {
            words.holdRatio(
                Estimate(value: (low + high) / 2, low: low, high: high), since: "2026-W46")
        }
        #expect(said(0.93, 1.2) == "No clear change since 2026-W46.")
        #expect(
            said(1.18, 1.53)
                == "That is 1.1 to 1.6 times as many holds a call as in 2026-W46: more than chance "
                + "makes.")
        #expect(
            said(0.42, 0.77).hasSuffix(
                "0.4 to 0.8 times as many holds a call as in 2026-W46: fewer than chance makes."))
    }
}
