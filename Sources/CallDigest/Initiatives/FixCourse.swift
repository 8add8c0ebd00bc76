import CallModel

/// Finds where the weeks on both sides of a fix were heading.
struct FixCourse {
    /// Lines are drawn through so many weeks on each side, and no fewer.
    static let fewestWeeks = 8
    /// From so many weeks on each side errors allow for weeks that resemble their neighbours too.
    static let fewestForNeighbours = 12

    /// The errors of least squares, widened by a fifth because they are too narrow for so few points
    /// (Turner et al. 2020, medRxiv 2020.10.12.20211706). With twelve weeks a side Newey and West's alone
    /// were in simulations false for 22 of 100 steps that were not there, at a level of 90 %; these for
    /// 5, and for 9 to 16 where weeks resembled their neighbours.
    static func errors(fewestWeeks fewest: Int) -> InterruptedSeries.Errors {
        InterruptedSeries.Errors(
            leastSquares: 1.2, lag: fewest >= fewestForNeighbours ? 2 : nil)
    }

    let before: [FixCounts.Week]
    let after: [FixCounts.Week]
    let washOutDays: Int
    let level: Double

    /// The course; nil where either side has too few weeks in which somebody listened.
    var course: Digest.Course? {
        let earlier = before.enumerated().compactMap { index, week in
            point(week, at: Double(index - before.count), isAfter: false)
        }
        let settled = Double(washOutDays) / 7
        let later = after.enumerated().compactMap { index, week in
            point(week, at: settled + Double(index), isAfter: true)
        }
        let fewest = min(earlier.count, later.count)
        guard fewest >= Self.fewestWeeks,
            let series = InterruptedSeries(
                earlier + later, errors: Self.errors(fewestWeeks: fewest))
        else { return nil }
        let deviate = StudentDistribution.quantile(
            (1 + level) / 2, df: Double(series.degreesOfFreedom))
        func range(_ coefficient: InterruptedSeries.Coefficient) -> Estimate {
            Estimate(
                value: coefficient.value, low: coefficient.value - deviate * coefficient.error,
                high: coefficient.value + deviate * coefficient.error)
        }
        return Digest.Course(
            weeks: before.map { shown($0) }
                + after.enumerated().map { shown($1, startsAnew: $0 == 0) },
            fittedBefore: earlier.count, fittedAfter: later.count,
            slopeBefore: range(series.slopeBefore), step: range(series.step),
            slopeChange: range(series.slopeChange))
    }

    /// The middle of a week that begins so many weeks after the fix shipped.
    private func point(
        _ week: FixCounts.Week, at start: Double, isAfter: Bool
    ) -> InterruptedSeries.Point? {
        week.share.map {
            InterruptedSeries.Point(
                time: start + 0.5, isAfter: isAfter, value: $0.estimate.value,
                weight: $0.effective)
        }
    }

    private func shown(_ week: FixCounts.Week, startsAnew: Bool = false) -> Digest.WeekPoint {
        Digest.WeekPoint(
            week: week.start.description, counted: week.counted, calls: week.calls,
            share: week.share?.estimate, startsAnew: startsAnew)
    }
}
