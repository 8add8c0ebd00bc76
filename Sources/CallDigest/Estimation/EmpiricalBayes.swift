import Foundation

/// Shares drawn towards their common mean: the posterior means of a beta-binomial model whose prior
/// is estimated from the same shares (Casella 1985, Am Stat 39:83). An analyst's alternative to
/// ranking by the low end.
struct EmpiricalBayes {
    /// The prior's shapes, > 0.
    let a: Double
    let b: Double

    /// The posterior mean of a share heard in `x` of `n` (effective) calls.
    func posteriorMean(x: Double, n: Double) -> Double { (a + x) / (a + b + n) }

    /// The prior by the method of moments; nil where there are fewer than two shares, or none > 0.
    static func moments(x: [Double], n: [Double]) -> EmpiricalBayes? {
        let shares = zip(x, n).map { $0 / $1 }
        let count = Double(shares.count)
        let mean = shares.reduce(0, +) / count
        guard shares.count >= 2, mean > 0, mean < 1 else { return nil }
        let spread = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        let noise = n.reduce(0) { $0 + mean * (1 - mean) / $1 } / count
        let between = max(spread - noise, 1e-8)
        let strength = max(mean * (1 - mean) / between - 1, 1)
        return EmpiricalBayes(a: mean * strength, b: (1 - mean) * strength)
    }

    /// The prior of the greatest likelihood, its strength a + b within 1e-2...1e6; nil as above.
    static func maximumLikelihood(x: [Double], n: [Double]) -> EmpiricalBayes? {
        guard moments(x: x, n: n) != nil else { return nil }
        func prior(_ logit: Double, _ logStrength: Double) -> EmpiricalBayes {
            let mean = 1 / (1 + exp(-logit))
            return EmpiricalBayes(a: mean * exp(logStrength), b: (1 - mean) * exp(logStrength))
        }
        func bestLogit(_ logStrength: Double) -> (at: Double, value: Double) {
            maximum(in: -14, 14) { prior($0, logStrength).logLikelihood(x: x, n: n) }
        }
        let strength = maximum(in: log(1e-2), log(1e6)) { bestLogit($0).value }.at
        return prior(bestLogit(strength).at, strength)
    }

    private func logLikelihood(x: [Double], n: [Double]) -> Double {
        func logBeta(_ a: Double, _ b: Double) -> Double {
            GammaFunction.logarithm(a) + GammaFunction.logarithm(b)
                - GammaFunction.logarithm(a + b)
        }
        let base = logBeta(a, b)
        return zip(x, n).reduce(0) { $0 + logBeta(a + $1.0, b + $1.1 - $1.0) - base }
    }

    /// The maximum of a function of one peak, by golden sections.
    private static func maximum(
        in low: Double, _ high: Double, _ function: (Double) -> Double
    ) -> (at: Double, value: Double) {
        let golden = (5.0.squareRoot() - 1) / 2
        var low = low
        var high = high
        var left = high - golden * (high - low)
        var right = low + golden * (high - low)
        var leftValue = function(left)
        var rightValue = function(right)
        while high - low > 1e-7 {
            if leftValue >= rightValue {
                (high, right, rightValue) = (right, left, leftValue)
                left = high - golden * (high - low)
                leftValue = function(left)
            } else {
                (low, left, leftValue) = (left, right, rightValue)
                right = low + golden * (high - low)
                rightValue = function(right)
            }
        }
        return leftValue >= rightValue ? (left, leftValue) : (right, rightValue)
    }
}
