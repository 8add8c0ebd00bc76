import CallModel
import Testing

@testable import CallDigest

@Suite("Agreement on clips")
struct ClipAgreementTests {
    private func clips(_ seconds: [(Double, Double)]) throws -> [CallTimeRange] {
        try seconds.map {
            try #require(
                CallTimeRange(start: CallTime(seconds: $0.0), end: CallTime(seconds: $0.1)))
        }
    }

    // Reference case S24: the input, clips in seconds of a call of 360 s.
    private func first() throws -> [CallTimeRange] {
        try clips([(10, 25), (60, 80), (100, 130), (200, 205)])
    }
    private func second() throws -> [CallTimeRange] {
        try clips([(12, 24), (58, 70), (72, 82), (105, 140), (300, 310)])
    }

    // Reference case S24: SciPy linear_sum_assignment.
    @Test("clips that overlap by half, and by three tenths, are paired (S24)")
    func matching() throws {
        let half = ClipMatching(try first(), try second(), least: 0.5)
        #expect(half.matches.map(\.first) == [0, 2] && half.matches.map(\.second) == [0, 3])
        #expect(abs(half.matches[0].overlap - 0.8) < 1e-9)
        #expect(abs(half.matches[1].overlap - 0.625) < 1e-9)
        #expect(abs(try #require(half.score) - 0.444444444444) < 1e-9)
        let third = ClipMatching(try first(), try second(), least: 0.3)
        #expect(third.matches.map(\.first) == [0, 1, 2])
        #expect(third.matches.map(\.second) == [0, 1, 3])
        #expect(abs(third.matches[1].overlap - 0.454545454545) < 1e-9)
        #expect(abs(try #require(third.score) - 0.666666666667) < 1e-9)
        let mean = third.matches.reduce(0) { $0 + $1.overlap } / 3
        #expect(abs(mean - 0.626515151515) < 1e-9)
    }

    // Reference case S24: own alpha on equal bins.
    @Test("second by second (S24)")
    func seconds() throws {
        let units = ClipSeconds.units(
            of: [try first(), try second()].map { $0.map { ("hold", $0) } }, seconds: 360)
        #expect(units.reduce(0) { $0 + $1.times } == 360)
        let ratings = Ratings(
            categories: 2, distance: .nominal(categories: 2),
            calls: [units.map { Ratings.Unit(values: $0.values.map(\.count), times: $0.times) }])
        let alpha = try #require(KrippendorffAlpha.value(of: ratings))
        #expect(abs(alpha - 0.670412205127) < 1e-9)
    }

    @Test("more pairs come before better pairs, and of as many the better")
    func most() throws {
        // The first's long clip overlaps both of the second's; its short one only the better.
        let one = try clips([(0, 10), (0, 6)])
        let other = try clips([(0, 7), (4, 10)])
        let pairs = ClipMatching(one, other, least: 0.5).matches
        #expect(pairs.map(\.first) == [0, 1] && pairs.map(\.second) == [1, 0])
        let best = ClipMatching(try clips([(0, 10)]), try clips([(0, 6), (0, 9)]), least: 0.5)
        #expect(best.matches.map(\.second) == [1])
    }

    @Test("nobody's clips have no score; clips of one alone have none in common")
    func none() throws {
        #expect(ClipMatching([], [], least: 0.5).score == nil)
        #expect(ClipMatching(try first(), [], least: 0.5).score == 0)
    }
}

@Suite("Drawing calls again")
struct CallBootstrapTests {
    @Test("the same calls give the same range, and the range holds the mean")
    func repeated() throws {
        let values = (0..<40).map { Double($0 % 7) }
        func mean(_ draws: [Int]) -> Double? {
            zip(draws, values).reduce(0) { $0 + Double($1.0) * $1.1 } / 40
        }
        let range = try #require(CallBootstrap(level: 0.9).range(calls: 40, mean))
        let again = try #require(CallBootstrap(level: 0.9).range(calls: 40, mean))
        #expect(range == again)
        // The standard error of the mean is .315: 1.645 of them each way.
        #expect(abs(range.low - (2.9 - 0.52)) < 0.06 && abs(range.high - (2.9 + 0.52)) < 0.06)
        let wider = try #require(CallBootstrap(level: 0.95).range(calls: 40, mean))
        #expect(wider.low < range.low && wider.high > range.high)
    }

    @Test("where the drawings too often have nothing to compare there is no range")
    func undefined() {
        // A call of its own kind is drawn in 63 of 100 drawings.
        #expect(CallBootstrap(level: 0.9).range(calls: 40) { $0[0] > 0 ? 1 : nil } == nil)
        #expect(CallBootstrap(level: 0.9).range(calls: 0) { _ in 1 } == nil)
    }
}
