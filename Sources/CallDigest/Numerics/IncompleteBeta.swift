import Foundation

/// The regularised incomplete beta function: the distribution function of a beta variable.
/// Arguments need not be whole; shapes from 1e-2 to 1e6 are tested.
enum IncompleteBeta {
    /// I_x(a, b) in 0...1, for a, b > 0 and x in 0...1; absolute error under 1e-12.
    static func value(_ x: Double, _ a: Double, _ b: Double) -> Double {
        value(x, complement: 1 - x, a, b)
    }

    /// The x with I_x(a, b) = q, for q in 0...1; absolute error under 1e-11.
    static func inverse(_ q: Double, _ a: Double, _ b: Double) -> Double {
        guard q > 0 else { return 0 }
        guard q < 1 else { return 1 }
        // Looked for in the half where it lies, as a logarithm, so that small roots are exact too.
        return q <= value(0.5, a, b)
            ? lowerRoot(log(q), a, b) : 1 - lowerRoot(log1p(-q), b, a)
    }

    /// The root in 0...0.5 of ln I_x(a, b) = target.
    private static func lowerRoot(_ target: Double, _ a: Double, _ b: Double) -> Double {
        // On 0...0.5, I_x(a, b) <= 2 x^a / (a B(a, b)).
        let logBeta =
            GammaFunction.logarithm(a) + GammaFunction.logarithm(b)
            - GammaFunction.logarithm(a + b)
        let lowest = min((target + log(a) + logBeta - log(2)) / a, log(0.5))
        guard lowest > -700 else { return 0 }
        let mode = log(min(max(a / (a + b), 1e-12), 0.49))
        let root = MonotoneRoot.find(lower: lowest, start: max(lowest, mode)) { t in
            let x = min(exp(t), 0.5)
            let mass = value(x, complement: 1 - x, a, b)
            return (log(mass) - target, kernel(x, 1 - x, a, b) / ((1 - x) * mass))
        }
        return min(exp(root), 0.5)
    }

    /// x^a y^b / B(a, b), for y = 1 - x.
    private static func kernel(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
        let n = a + b
        let exponent =
            GammaFunction.deviance(a, from: n * x) + GammaFunction.deviance(b, from: n * y)
            + GammaFunction.stirlingError(a) + GammaFunction.stirlingError(b)
            - GammaFunction.stirlingError(n)
        return sqrt(a * b / (2 * .pi * n)) * exp(-exponent)
    }

    private static func value(
        _ x: Double, complement y: Double, _ a: Double, _ b: Double
    ) -> Double {
        guard x > 0 else { return 0 }
        guard y > 0 else { return 1 }
        guard x <= (a + 1) / (a + b + 2) else {
            return 1 - value(y, complement: x, strictly: b, a)
        }
        return value(x, complement: y, strictly: a, b)
    }

    /// The continued fraction (DLMF 8.17.22, in Lentz's way), for x <= (a + 1) / (a + b + 2).
    private static func value(
        _ x: Double, complement y: Double, strictly a: Double, _ b: Double
    ) -> Double {
        let scale = kernel(x, y, a, b) / a
        guard scale > 0 else { return 0 }
        let tiny = 1e-300
        func away(_ number: Double) -> Double { abs(number) < tiny ? tiny : number }
        var c = 1.0
        var d = 1 / away(1 - (a + b) * x / (a + 1))
        var h = d
        var m = 1.0
        while m < 100_000 {
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / away(1 + even * d)
            c = away(1 + even / c)
            h *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / away(1 + odd * d)
            c = away(1 + odd / c)
            let factor = d * c
            h *= factor
            if abs(factor - 1) < 1e-16 { break }
            m += 1
        }
        return min(1, scale * h)
    }
}
