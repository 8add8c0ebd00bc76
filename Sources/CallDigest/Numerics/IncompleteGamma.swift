import Foundation

/// The regularised incomplete gamma function: the distribution function of a gamma variable of unit
/// scale. Arguments need not be whole; shapes from 1e-2 to 1e6 are tested.
enum IncompleteGamma {
    /// P(a, x) in 0...1, for a > 0 and x >= 0; absolute error under 1e-12.
    static func lower(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x.isFinite else { return 1 }
        return x < a + 1 ? series(a, x) : 1 - continuedFraction(a, x)
    }

    /// Q(a, x) = 1 - P(a, x), accurate where it is small.
    static func upper(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 1 }
        guard x.isFinite else { return 0 }
        return x < a + 1 ? 1 - series(a, x) : continuedFraction(a, x)
    }

    /// x^a e^-x / Γ(a): x times the density at x.
    static func kernel(_ a: Double, _ x: Double) -> Double {
        let exponent = GammaFunction.deviance(a, from: x) + GammaFunction.stirlingError(a)
        return sqrt(a / (2 * .pi)) * exp(-exponent)
    }

    /// The x with P(a, x) = q, for q in 0...1: 0 at 0, infinite at 1; relative error under 1e-11.
    static func inverse(_ q: Double, shape a: Double) -> Double {
        guard q > 0 else { return 0 }
        guard q < 1 else { return .infinity }
        // P(a, x) <= x^a / Γ(a + 1), with equality as x goes to 0: the root lies to the right.
        let lowest = (log(q) + GammaFunction.logarithm(a + 1)) / a
        guard lowest > -700 else { return exp(lowest) }
        let isLowerHalf = q <= 0.5
        let target = isLowerHalf ? log(q) : log1p(-q)
        return exp(
            MonotoneRoot.find(lower: lowest, start: max(lowest, log(max(a - 1.0 / 3, 1e-9)))) { t in
                let x = exp(t)
                let tail = isLowerHalf ? lower(a, x) : upper(a, x)
                let slope = kernel(a, x) / tail
                let value = isLowerHalf ? log(tail) - target : target - log(tail)
                return (value, slope)
            })
    }

    /// P(a, x) by its power series (DLMF 8.11.4), for x < a + 1.
    private static func series(_ a: Double, _ x: Double) -> Double {
        var denominator = a
        var term = 1 / a
        var sum = term
        while term > sum * 1e-17 {
            denominator += 1
            term *= x / denominator
            sum += term
        }
        return min(1, sum * kernel(a, x))
    }

    /// Q(a, x) by its continued fraction (DLMF 8.9.2, in Lentz's way), for x >= a + 1.
    private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
        let scale = kernel(a, x)
        guard scale > 0 else { return 0 }
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / b
        var h = d
        var i = 1.0
        while i < 100_000 {
            let numerator = -i * (i - a)
            b += 2
            d = numerator * d + b
            if abs(d) < tiny { d = tiny }
            c = b + numerator / c
            if abs(c) < tiny { c = tiny }
            d = 1 / d
            let factor = d * c
            h *= factor
            if abs(factor - 1) < 1e-16 { break }
            i += 1
        }
        return min(1, scale * h)
    }
}
