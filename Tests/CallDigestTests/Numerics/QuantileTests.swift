import Testing

@testable import CallDigest

@Suite("Quantiles")
struct QuantileTests {
    // Expected numbers: SciPy 1.17.

    @Test(
        "quantiles of Student's t are right",
        arguments: [
            (0.95, 1, 6.313751514675037), (0.975, 2, 4.302652729749462),
            (0.975, 8, 2.306004135204166), (0.975, 197, 1.9720790337785026),
            (0.995, 30, 2.7499956535672254), (0.95, 19_999, 1.64492982276945),
            (0.3, 4.5, -0.5635058039393779),
        ])
    func student(q: Double, df: Double, expected: Double) {
        #expect(abs(StudentDistribution.quantile(q, df: df) - expected) < 1e-9)
    }

    @Test(
        "quantiles of the normal distribution are right",
        arguments: [
            (0.5, 0), (0.95, 1.6448536269514722), (0.975, 1.959963984540054),
            (0.999, 3.090232306167813), (0.025, -1.9599639845400545),
            (1e-6, -4.753424308822899),
        ])
    func normal(q: Double, expected: Double) {
        let z = NormalDistribution.quantile(q)
        #expect(abs(z - expected) < 1e-9)
        #expect(abs(NormalDistribution.cumulative(z) - q) < 1e-12)
    }

    @Test(
        "quantiles of chi-squared are right",
        arguments: [
            (0.05, 1, 0.003932140000019522), (0.95, 2, 5.991464547107979),
            (0.975, 20.5, 34.82520495425554), (0.05, 0.02, 8.931070037821248e-131),
        ])
    func chiSquared(q: Double, df: Double, expected: Double) {
        let quantile = GammaDistribution.chiSquaredQuantile(q, df: df)
        #expect(abs(quantile / expected - 1) < 1e-10)
    }
}
