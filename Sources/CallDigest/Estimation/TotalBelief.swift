import Foundation

/// What is believed of one total: a gamma distribution, tabled over the cube root of its values,
/// where it is nearly normal (Wilson and Hilferty 1931), so that it can be looked up quickly.
struct TotalBelief {
    private static let cells = 200
    /// The cube roots between which the table lies.
    private let start: Double
    private let step: Double
    private let centre: Double
    private let deviation: Double
    /// The distribution function at the nodes, and its slope times the step.
    private let values: [Double]
    private let slopes: [Double]

    /// A belief in a total > 0 with a variance >= 0.
    init(total: Double, variance: Double) {
        let shape = min(total * total / variance, 1e6)
        let gamma = GammaDistribution(shape: shape, scale: total / shape)
        let root = cbrt(total)
        centre = root * (1 - 1 / (9 * shape))
        deviation = root / (3 * shape.squareRoot())
        start = max(0, centre - 6.5 * deviation)
        step = (centre + 8 * deviation - start) / Double(Self.cells)
        var values: [Double] = []
        var slopes: [Double] = []
        for node in 0...Self.cells {
            let c = start + Double(node) * step
            let x = c * c * c
            values.append(gamma.cumulative(x))
            slopes.append(gamma.density(x) * 3 * c * c * step)
        }
        self.values = values
        self.slopes = slopes
    }

    /// The probability of a total whose cube root is at most `c`, to about 1e-8 (for shapes of a
    /// third and more).
    func cumulative(atCubeRoot c: Double) -> Double {
        let place = (c - start) / step
        guard place > 0 else { return 0 }
        guard place < Double(Self.cells) else { return 1 }
        let cell = Int(place)
        let t = place - Double(cell)
        let rise = values[cell + 1] - values[cell]
        let left = slopes[cell] - rise
        let right = rise - slopes[cell + 1]
        // Cubic Hermite interpolation, kept inside its cell.
        let curve = values[cell] + t * (rise + (1 - t) * (left * (1 - t) + right * t))
        return min(max(curve, values[cell]), values[cell + 1])
    }

    /// Cube roots that cover nearly all of the probability, closely enough to integrate over it.
    func grid(points: Int) -> [Double] {
        let low = max(start, centre - 5 * deviation)
        let width = centre + 5.5 * deviation - low
        return (1...points).map { low + width * Double($0) / Double(points) }
    }
}
