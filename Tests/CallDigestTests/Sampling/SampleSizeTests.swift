import Testing

@testable import CallDigest

@Suite("Sample sizes")
struct SampleSizeTests {
    // Reference case S27: Cochran (1977), Sampling Techniques, chapter 4; statsmodels
    // samplesize_confint_proportion.
    @Test("calls for a margin (S27)")
    func margins() {
        #expect(SampleSize.forMargin(0.05) == 385)
        #expect(SampleSize.forMargin(0.05, population: 10_000) == 370)
        #expect(SampleSize.forMargin(0.03, population: 100_000) == 1056)
        #expect(SampleSize.forMargin(0.03, share: 0.1, population: 100_000) == 383)
        #expect(
            SampleSize.forMargin(0.02, share: 0.05, population: 50_000, designEffect: 1.4) == 633)
        #expect(SampleSize.forMargin(0.05, population: 300) == 169)
    }

    @Test("calls to hear something at least once, or three times (S27)")
    func hearing() {
        #expect(SampleSize.toHear(share: 0.05) == 59)
        #expect(SampleSize.toHear(share: 0.02) == 149)
        #expect(SampleSize.toHear(share: 0.01) == 299)
        #expect(SampleSize.toHear(share: 0.05, times: 3) == 124)
        #expect(SampleSize.toHear(share: 0.02, times: 3) == 313)
    }

    @Test("never more calls than there are")
    func all() {
        #expect(SampleSize.forMargin(0.01, population: 40, designEffect: 3) == 40)
    }
}
