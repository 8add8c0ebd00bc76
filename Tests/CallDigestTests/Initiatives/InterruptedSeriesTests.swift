import Testing

@testable import CallDigest

@Suite("Lines before and after")
struct InterruptedSeriesTests {
    private func near(
        _ coefficient: InterruptedSeries.Coefficient?, _ value: Double, _ error: Double,
        within tolerance: Double
    ) -> Bool {
        guard let coefficient else { return false }
        return abs(coefficient.value / value - 1) < tolerance
            && abs(coefficient.error / error - 1) < tolerance
    }

    // Packs of cigarettes sold a head in California, 1970 to 2000; from 1989 on with Proposition 99
    // (Abadie, Diamond and Hainmueller 2010, JASA 105:493). Coefficients and errors: statsmodels 0.15.0,
    // OLS with cov_type HAC, maxlags 1, use_correction; the same as of Stata's `newey, lag(1)`.
    @Test("a public series with Newey and West's errors")
    func cigarettes() throws {
        let packs = [
            123, 121, 123.5, 124.4, 126.7, 127.1, 128, 126.4, 126.1, 121.9, 120.2, 118.6, 115.4,
            110.8, 104.8, 102.8, 99.7, 97.5, 90.1, 82.4, 77.8, 68.7, 67.5, 63.4, 58.6, 56.4, 54.5,
            53.8, 52.3, 47.2, 41.6,
        ]
        let points = packs.enumerated().map { index, value in
            InterruptedSeries.Point(
                time: Double(index - 19), isAfter: index >= 19, value: value, weight: 1)
        }
        let near = try #require(InterruptedSeries(points, errors: .init(leastSquares: 0, lag: 1)))
        #expect(self.near(near.slopeBefore, -1.77947368, 0.38341881, within: 1e-7))
        #expect(self.near(near.step, -20.05809717, 4.72439445, within: 1e-7))
        #expect(self.near(near.slopeChange, -1.49465219, 0.43682006, within: 1e-7))
        #expect(near.degreesOfFreedom == 27)
        let far = try #require(InterruptedSeries(points, errors: .init(leastSquares: 0, lag: 2)))
        #expect(self.near(far.step, -20.05809717, 5.3882519, within: 1e-7))
    }

    private static let shares = [
        0.13, 0.12, 0.14, 0.11, 0.12, 0.10, 0.15, 0.11, 0.13, 0.125, 0.12, 0.14, 0.08, 0.07, 0.09,
        0.06, 0.05, 0.07, 0.06, 0.055, 0.05, 0.06, 0.045, 0.05,
    ]
    private static let calls = [
        41.0, 39, 44, 50, 40, 35, 52, 44, 38, 41, 50, 47, 60, 42, 39, 45, 51, 48, 40, 44, 46, 43,
        49, 40,
    ]

    private func points(_ range: Range<Int>) -> [InterruptedSeries.Point] {
        range.map { index in
            InterruptedSeries.Point(
                time: Double(index < 12 ? index - 12 : index - 11), isAfter: index >= 12,
                value: Self.shares[index], weight: Self.calls[index])
        }
    }

    // statsmodels 0.15.0, WLS; the second with cov_type HAC, maxlags 2, use_correction.
    @Test("weighted points, with widened errors of least squares and with Newey and West's")
    func weighted() throws {
        let few = try #require(
            InterruptedSeries(points(4..<20), errors: .init(leastSquares: 1.2)))
        #expect(near(few.slopeBefore, 0.00174538, 1.2 * 0.00218832, within: 1e-5))
        #expect(near(few.step, -0.05103293, 1.2 * 0.0149718, within: 1e-5))
        #expect(near(few.slopeChange, -0.00524567, 1.2 * 0.00302461, within: 1e-5))
        let many = try #require(
            InterruptedSeries(points(0..<24), errors: .init(leastSquares: 0, lag: 2)))
        #expect(near(many.slopeBefore, 0.00046739, 0.00066889, within: 2e-5))
        #expect(near(many.step, -0.04846193, 0.0053985, within: 2e-5))
        #expect(near(many.slopeChange, -0.00330495, 0.0008054, within: 2e-5))
    }

    @Test("of both errors the wider one is taken")
    func wider() throws {
        let squares = try #require(
            InterruptedSeries(points(0..<24), errors: .init(leastSquares: 1.2)))
        let both = try #require(
            InterruptedSeries(points(0..<24), errors: .init(leastSquares: 1.2, lag: 2)))
        let neighbours = try #require(
            InterruptedSeries(points(0..<24), errors: .init(leastSquares: 0, lag: 2)))
        #expect(both.step.error == max(squares.step.error, neighbours.step.error))
        let wide = try #require(
            InterruptedSeries(points(0..<24), errors: .init(leastSquares: 0.1, lag: 2)))
        #expect(wide.step.error == neighbours.step.error)
        #expect(FixCourse.errors(fewestWeeks: 11).lag == nil)
        #expect(FixCourse.errors(fewestWeeks: 12).lag == 2)
    }

    @Test("nothing is said where a line stays open, or where no error can be told")
    func open() {
        #expect(InterruptedSeries([], errors: .init(leastSquares: 1)) == nil)
        #expect(InterruptedSeries(points(0..<12), errors: .init(leastSquares: 1)) == nil)
        var alike = points(0..<24)
        for index in alike.indices where alike[index].isAfter { alike[index].time = 1 }
        #expect(InterruptedSeries(alike, errors: .init(leastSquares: 1)) == nil)
        var exact = points(0..<24)
        for index in exact.indices { exact[index].value = exact[index].isAfter ? 0.1 : 0.2 }
        #expect(InterruptedSeries(exact, errors: .init(leastSquares: 0, lag: 2)) == nil)
    }
}
