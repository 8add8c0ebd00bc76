import Foundation

/// The logarithm of the gamma function, in the pieces that keep densities accurate when their
/// parameters are large: a density near its mode is a small number made of huge logarithms, so it
/// is written with ``stirlingError(_:)`` and ``deviance(_:from:)``, which are small from the start
/// (the way of C. Loader, "Fast and accurate computation of binomial probabilities", 2000).
enum GammaFunction {
    private static let halfLogTwoPi = 0.5 * log(2 * Double.pi)

    /// ln Γ(z) for z > 0; absolute error under 1e-12 for z <= 1e3 and relative under 1e-14 beyond.
    static func logarithm(_ z: Double) -> Double {
        (z - 0.5) * log(z) - z + halfLogTwoPi + stirlingError(z)
    }

    /// What Stirling's formula lacks: ln Γ(z) - (z - 1/2) ln z + z - ln(2π)/2, for z > 0.
    static func stirlingError(_ z: Double) -> Double {
        guard z < 10 else { return stirlingSeries(z) }
        // Γ(z) = Γ(z + n) / (z (z + 1) … (z + n - 1)), up to where the series holds.
        var product = 1.0
        var shifted = z
        while shifted < 10 {
            product *= shifted
            shifted += 1
        }
        let logarithm =
            (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + stirlingSeries(shifted)
            - log(product)
        return logarithm - (z - 0.5) * log(z) + z - halfLogTwoPi
    }

    /// Stirling's series (DLMF 5.11.1) for z >= 10, where its first term left out is under 1e-16.
    private static func stirlingSeries(_ z: Double) -> Double {
        let r = 1 / (z * z)
        let tail = 1.0 / 1188 - r * (691.0 / 360360 - r / 156)
        return (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * tail)))) / z
    }

    /// k ln(k/m) + m - k >= 0 for k > 0, m > 0: how far a mean m lies from a count k, without the
    /// cancellation of its terms where they are close.
    static func deviance(_ k: Double, from m: Double) -> Double {
        let excess = (m - k) / k
        guard abs(excess) < 0.4 else { return k * log(k / m) + m - k }
        // excess - ln(1 + excess), by the series of the inverse hyperbolic tangent.
        let v = excess / (2 + excess)
        let square = v * v
        var power = v * square
        var sum = 0.0
        var odd = 3.0
        while abs(power) > 1e-18 * abs(v * excess) {
            sum += power / odd
            power *= square
            odd += 2
        }
        return k * (excess * v - 2 * sum)
    }
}
