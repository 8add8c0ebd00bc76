import Testing

@testable import CallDigest

@Suite("Gamma and beta functions")
struct GammaFunctionTests {
    // Expected numbers: mpmath 1.3 at 40 digits; the largest shapes SciPy 1.17.

    @Test(
        "the logarithm of gamma is right from tiny to huge arguments",
        arguments: [
            (0.01, 4.599479878042022), (0.5, 0.5723649429247001), (1.5, -0.12078223763524522),
            (3.7, 1.428072326665388), (9.99, 12.779315214350193), (50.25, 145.54187159633213),
            (1000, 5905.220423209181), (1_000_000, 12815504.569147611),
        ])
    func logarithm(z: Double, expected: Double) {
        #expect(abs(GammaFunction.logarithm(z) - expected) < 1e-12 * max(1, abs(expected)))
    }

    @Test(
        "the incomplete gamma function is right to 1e-11",
        arguments: [
            (0.01, 1e-3, 0.938570652526129), (2.5, 1.2, 0.20852587940567532),
            (2.5, 9, 0.9970535954121197), (1000, 1050, 0.9413288886226819),
            (1e6, 999_000, 0.15865521357430365), (1e6, 1_002_500, 0.9937596451389117),
        ])
    func lowerGamma(a: Double, x: Double, expected: Double) {
        #expect(abs(IncompleteGamma.lower(a, x) - expected) < 1e-11)
        #expect(abs(IncompleteGamma.upper(a, x) - (1 - expected)) < 1e-11)
    }

    @Test(
        "the inverse of the incomplete gamma function is right from shape 0.01 to a million",
        arguments: [
            (0.01, 0.05, 4.465535018910401e-131), (0.01, 0.5, 4.465535018910355e-31),
            (0.01, 0.975, 0.04713795843159034), (0.3, 0.05, 3.211034699722962e-5),
            (0.3, 0.975, 1.900263642838825), (1, 0.5, 0.6931471805599453),
            (1, 0.975, 3.688879454113935), (2.5, 0.05, 0.5727381130308846),
            (40.1, 0.05, 30.2827070600983), (40.1, 0.975, 53.42980679656727),
            (1000, 0.05, 948.5598493836511), (1000, 0.975, 1062.921151224888),
            (1e6, 0.05, 998355.7150837178), (1e6, 0.5, 999999.6666666864),
            (1e6, 0.975, 1001960.91096545),
        ])
    func inverseGamma(a: Double, q: Double, expected: Double) {
        let root = IncompleteGamma.inverse(q, shape: a)
        #expect(abs(root - expected) < 1e-10 * max(1, expected) && abs(root / expected - 1) < 1e-10)
    }

    @Test(
        "the incomplete beta function is right to 1e-11",
        arguments: [
            (0.2, 0.01, 0.01, 0.4931733002308647), (0.3, 2.5, 4.5, 0.40653901668245923),
            (0.07, 71.5, 930.2, 0.4461782361287429),
        ])
    func beta(x: Double, a: Double, b: Double, expected: Double) {
        #expect(abs(IncompleteBeta.value(x, a, b) - expected) < 1e-11)
        #expect(abs(IncompleteBeta.value(1 - x, b, a) - (1 - expected)) < 1e-11)
    }

    @Test(
        "the inverse of the incomplete beta function is right for uneven and huge shapes",
        arguments: [
            (0.01, 0.01, 0.05, 9.839180614936029e-101), (0.01, 0.01, 0.5, 0.5),
            (0.01, 0.01, 0.95, 1.0), (0.01, 5, 0.95, 0.0007446201579572009),
            (0.5, 0.5, 0.05, 0.0061558297024311365), (0.5, 0.5, 0.95, 0.9938441702975689),
            (2.3, 7.9, 0.5, 0.2071278380678018), (11.4, 72.1, 0.05, 0.08039580521175145),
            (11.4, 72.1, 0.95, 0.20258941274813297), (1, 60, 0.95, 0.04870291331009749),
            (900.5, 12000.25, 0.05, 0.06615043887773113),
            (5e5, 1e6, 0.95, 0.33396656392098834), (1e6, 0.01, 0.05, 0.9999999966373744),
            (1e6, 1e6, 0.05, 0.4994184565471427),
        ])
    func inverseBeta(a: Double, b: Double, q: Double, expected: Double) {
        #expect(abs(IncompleteBeta.inverse(q, a, b) - expected) < 1e-10)
    }

    @Test("inverses undo their functions over all shapes")
    func roundTrips() {
        for a in [0.01, 0.07, 0.6, 1, 3.3, 57, 4_000] {
            for q in [0.001, 0.05, 0.3, 0.5, 0.7, 0.95, 0.999] {
                let root = IncompleteGamma.inverse(q, shape: a)
                #expect(abs(IncompleteGamma.lower(a, root) - q) < 1e-9)
                for b in [0.6, 1, 12.5, 1e3] {
                    let x = IncompleteBeta.inverse(q, a, b)
                    // A Double cannot tell roots apart that lie close to 1, or next to nothing.
                    guard x > 1e-290, x < 0.999 else { continue }
                    #expect(abs(IncompleteBeta.value(x, a, b) - q) < 1e-9)
                }
            }
        }
    }

    @Test("the ends of the range are the ends of the distribution")
    func ends() {
        #expect(IncompleteGamma.inverse(0, shape: 2) == 0)
        #expect(IncompleteGamma.inverse(1, shape: 2) == .infinity)
        #expect(IncompleteBeta.inverse(0, 2, 3) == 0)
        #expect(IncompleteBeta.inverse(1, 2, 3) == 1)
        #expect(IncompleteGamma.lower(2, 0) == 0)
        #expect(IncompleteGamma.lower(2, .infinity) == 1)
    }
}
