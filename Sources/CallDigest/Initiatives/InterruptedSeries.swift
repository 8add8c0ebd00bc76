/// Two straight lines through points in time, one through those before something changed and one
/// through those after: y = b0 + b1 t + after (b2 + b3 t), where it changed at t = 0.
///
/// Segmented regression as in Bernal, Cummins and Gasparrini 2017 (Int J Epidemiol 46:348). Both lines
/// are fitted on their own, which comes to the same; the points about them have one spread.
struct InterruptedSeries {
    /// One point.
    struct Point {
        /// When, from the change on.
        var time: Double
        /// Whether it lies after the change.
        var isAfter: Bool
        /// What was measured.
        var value: Double
        /// How much it weighs, > 0.
        var weight: Double
    }

    /// How the errors are found: the wider of the two.
    struct Errors {
        /// Those of least squares are taken times this.
        var leastSquares: Double
        /// Newey and West's, for points that resemble their neighbours up to so many places away
        /// (1987, Econometrica 55:703, Bartlett's weights, with the factor n / (n - 4)); nil for none.
        var lag: Int?
    }

    /// A coefficient.
    struct Coefficient {
        var value: Double
        /// Its standard error, > 0.
        var error: Double
    }

    /// By how much the line before moves in a unit of time.
    let slopeBefore: Coefficient
    /// By how much the line after begins above the end of the line before.
    let step: Coefficient
    /// By how much more the line after moves in a unit of time.
    let slopeChange: Coefficient
    /// What the points leave free.
    let degreesOfFreedom: Int

    /// The lines through points in the order of time; nil where they leave a line open, and where the
    /// points lie on the lines so exactly that no error can be told.
    init?(_ points: [Point], errors: Errors) {
        let free = points.count - 4
        guard free > 0, let before = Line(points, isAfter: false),
            let after = Line(points, isAfter: true)
        else { return nil }
        let rests = points.map { point in
            point.value - (point.isAfter ? after : before).value(at: point.time)
        }
        let spread =
            zip(points, rests).reduce(0) { $0 + $1.0.weight * $1.1 * $1.1 }
            / Double(free)
        let size = points.reduce(0) { $0 + $1.weight * $1.value * $1.value }
        guard spread > 1e-20 * size else { return nil }

        /// A coefficient that is the sum of the points times their pulls.
        func coefficient(_ value: Double, _ pulls: [Double]) -> Coefficient {
            var variance =
                errors.leastSquares * errors.leastSquares * spread
                * zip(points, pulls).reduce(0) { $0 + $1.1 * $1.1 / $1.0.weight }
            if let lag = errors.lag {
                let parts = zip(pulls, rests).map { $0 * $1 }
                var sum = parts.reduce(0) { $0 + $1 * $1 }
                for distance in stride(from: 1, through: lag, by: 1) {
                    let alike = zip(parts.dropFirst(distance), parts).reduce(0) { $0 + $1.0 * $1.1 }
                    sum += 2 * (1 - Double(distance) / Double(lag + 1)) * alike
                }
                variance = max(variance, sum * Double(points.count) / Double(free))
            }
            return Coefficient(value: value, error: variance.squareRoot())
        }
        degreesOfFreedom = free
        slopeBefore = coefficient(before.slope, before.slopePulls)
        step = coefficient(
            after.start - before.start, zip(after.startPulls, before.startPulls).map { $0 - $1 })
        slopeChange = coefficient(
            after.slope - before.slope, zip(after.slopePulls, before.slopePulls).map { $0 - $1 })
    }
}

/// A straight line through the points on one side.
private struct Line {
    let start: Double
    let slope: Double
    /// How much each of all points moves the line at t = 0, and its slope; 0 on the other side.
    let startPulls: [Double]
    let slopePulls: [Double]

    /// Nil where the points are not of two different times.
    init?(_ points: [InterruptedSeries.Point], isAfter: Bool) {
        let weights = points.map { $0.isAfter == isAfter ? $0.weight : 0 }
        let weight = weights.reduce(0, +)
        guard weight > 0 else { return nil }
        let middle = zip(weights, points).reduce(0) { $0 + $1.0 * $1.1.time } / weight
        let width = zip(weights, points).reduce(0) { sum, pair in
            let distance = pair.1.time - middle
            return sum + pair.0 * distance * distance
        }
        guard width > 1e-12 * weight else { return nil }
        let slopePulls = zip(weights, points).map { $0 * ($1.time - middle) / width }
        let startPulls = zip(weights, slopePulls).map { $0 / weight - middle * $1 }
        start = zip(startPulls, points).reduce(0) { $0 + $1.0 * $1.1.value }
        slope = zip(slopePulls, points).reduce(0) { $0 + $1.0 * $1.1.value }
        self.slopePulls = slopePulls
        self.startPulls = startPulls
    }

    func value(at time: Double) -> Double { start + slope * time }
}
