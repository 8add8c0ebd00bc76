import CallModel
import Testing

@testable import CallReports

@Suite("Numbers in words keep their promises")
struct FiguresTests {
    private let words = English()

    @Test(
        "a percentage never says nothing or all for what is neither",
        arguments: [
            (0.0, "0 %"), (1.0, "100 %"), (0.0000001, "under 0.1 %"), (0.00099, "0.1 %"),
            (0.004, "0.4 %"), (0.0096, "1 %"), (0.041, "4 %"), (0.125, "13 %"), (0.994, "99 %"),
            (0.9962, "99.6 %"), (0.99999, "over 99.9 %"), (0.5, "50 %"),
        ])
    func percent(share: Double, expected: String) {
        #expect(words.percent(share).replacing("\u{A0}", with: " ") == expected)
    }

    @Test(
        "a range is rounded outward",
        arguments: [
            (0.081, 0.171, "8 % to 18 %"), (0.0, 0.0596, "up to 6 %"), (0.0, 0.0601, "up to 7 %"),
            (0.002, 0.0081, "0.2 % to 0.9 %"), (0.0001, 0.04, "up to 4 %"),
            (0.9404, 1.0, "94 % to 100 %"), (0.9404, 0.9999, "94 % to over 99.9 %"),
            (0.12, 0.34, "12 % to 34 %"),
        ])
    func range(low: Double, high: Double, expected: String) {
        let estimate = Estimate(value: (low + high) / 2, low: low, high: high)
        #expect(words.percentRange(estimate).replacing("\u{A0}", with: " ") == expected)
    }

    @Test(
        "an amount has two figures, its low end rounded down and its high end up",
        arguments: [
            (418.0, "410", "420", "420"), (7.39, "7.3", "7.4", "7.4"), (0.04, "0", "0", "0.1"),
            (38.2, "38", "38", "39"), (13_066, "13,000", "13,000", "14,000"),
            (410, "410", "410", "410"),
            (9.99, "9.9", "10", "10"), (100, "100", "100", "100"), (0, "0", "0", "0"),
            (1_234_567, "1,200,000", "1,200,000", "1,300,000"),
        ])
    func amount(value: Double, down: String, nearest: String, up: String) {
        #expect(words.figures.amount(value, .down) == down)
        #expect(words.figures.amount(value, .nearest) == nearest)
        #expect(words.figures.amount(value, .up) == up)
    }

    @Test("thousands are grouped, negative ones too")
    func whole() {
        #expect(words.figures.whole(0) == "0")
        #expect(words.figures.whole(999) == "999")
        #expect(words.figures.whole(1000) == "1,000")
        #expect(words.figures.whole(-1_234_567) == "-1,234,567")
    }

    @Test(
        "durations",
        arguments: [
            (0.0, "0:00"), (59.9995, "1:00"), (59.9, "0:59"), (125.4, "2:05"), (3600, "1:00:00"),
            (34_812, "9:40:12"), (-5, "0:00"), (.nan, "0:00"), (360_000, "100:00:00"),
        ])
    func duration(seconds: Double, expected: String) {
        #expect(ClockText.duration(seconds: seconds) == expected)
    }

    @Test("a range within one second shows its tenths")
    func ranges() throws {
        let long = try #require(CallTimeRange(milliseconds: 161_000, 200_900))
        let short = try #require(CallTimeRange(milliseconds: 161_350, 161_900))
        #expect(ClockText.range(long) == "2:41–3:20")
        #expect(ClockText.range(short) == "2:41.3–2:41.9")
    }

    @Test("lists, days and plurals of English")
    func english() throws {
        #expect(words.list([]) == "")
        #expect(words.list(["a"]) == "a")
        #expect(words.list(["a", "b", "c"]) == "a, b and c")
        #expect(words.calls(0) == "0 calls")
        #expect(words.calls(1) == "1 call")
        #expect(words.calls(1200) == "1,200 calls")
        func days(_ first: String, _ last: String) throws -> String {
            words.days(try #require(CalendarDay(first)), try #require(CalendarDay(last)))
        }
        #expect(try days("2026-11-16", "2026-11-22") == "16 to 22 November 2026")
        #expect(try days("2026-11-30", "2026-12-06") == "30 November to 6 December 2026")
        #expect(try days("2026-12-28", "2027-01-03") == "28 December 2026 to 3 January 2027")
        #expect(try days("2026-12-28", "2026-12-28") == "28 December 2026")
    }

    @Test("a waveform step is six decibels")
    func heights() {
        #expect(WaveLanes.height(peak: 32_768) == 7)
        #expect(WaveLanes.height(peak: 16_384) == 7)
        #expect(WaveLanes.height(peak: 16_383) == 6)
        #expect(WaveLanes.height(peak: 256) == 1)
        #expect(WaveLanes.height(peak: 255) == 0)
        #expect(WaveLanes.height(peak: 0) == 0)
    }
}
