import Testing

@testable import CallDigest

@Suite("Empirical Bayes")
struct EmpiricalBayesTests {
    private let x: [Double] = [31, 22, 12, 9, 6, 4, 2, 1, 1, 0]
    private let n = [Double](repeating: 160, count: 10)

    private func check(
        _ prior: EmpiricalBayes, a: Double, b: Double, means: [Double], _ error: Double
    ) {
        #expect(abs(prior.a / a - 1) < error && abs(prior.b / b - 1) < error)
        for (index, mean) in means.enumerated() {
            #expect(abs(prior.posteriorMean(x: x[index], n: n[index]) / mean - 1) < error)
        }
    }

    // Reference case S31: Casella (1985) Am Stat 39:83; closed form.
    @Test("the prior by moments (S31)")
    func moments() throws {
        check(
            try #require(EmpiricalBayes.moments(x: x, n: n)), a: 0.694499519776, b: 11.9327644761,
            means: [
                0.183600775371, 0.131465325896, 0.0735370487021, 0.0561585655439,
                0.0387800823857, 0.0271944269469, 0.0156087715081, 0.00981594378867,
                0.00981594378867, 0.00402311606927,
            ], 1e-6)
    }

    // The same case; SciPy betabinom, maximised.
    @Test("the prior of the greatest likelihood (S31)")
    func likelihood() throws {
        check(
            try #require(EmpiricalBayes.maximumLikelihood(x: x, n: n)), a: 0.73565543479,
            b: 12.6813648883,
            means: [
                0.183001964719, 0.131103944656, 0.073439477919, 0.056140137898, 0.0388407978769,
                0.0273079045296, 0.0157750111823, 0.0100085645086, 0.0100085645086,
                0.00424211783491,
            ], 1e-3)
    }

    @Test("there is no prior of a single share, nor of nothing")
    func none() {
        #expect(EmpiricalBayes.moments(x: [3], n: [20]) == nil)
        #expect(EmpiricalBayes.moments(x: [0, 0], n: [20, 20]) == nil)
    }
}
