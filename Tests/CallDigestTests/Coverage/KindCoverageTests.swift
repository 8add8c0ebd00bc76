import Foundation
import Testing

@testable import CallDigest

@Suite("What has not been heard yet")
struct KindCoverageTests {
    private let deviate = NormalDistribution.quantile(0.975)

    private func near(_ value: Double?, _ expected: Double, _ tolerance: Double = 1e-6) -> Bool {
        value.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
    }

    private let girdled =
        [46, 22, 17, 15, 15, 9, 8, 6, 6, 4] + .init(repeating: 2, count: 4)
        + .init(repeating: 1, count: 12)
    private let logged =
        [88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4, 3, 3, 3, 3]
        + .init(repeating: 2, count: 4) + .init(repeating: 1, count: 14)

    // Reference case S17: spiders of Sackett et al. 2011, as published with iNEXT (Hsieh, Ma and Chao
    // 2016): 43.893 (14.306) and 61.403 (18.532), coverage 0.9289 and 0.9446; the number of further
    // samples by Chao et al. (2009) Ecology 90:1125, eq. 12.
    @Test("the published spiders (S17)")
    func spiders() throws {
        let first = try #require(KindCoverage(girdled, .abundance))
        #expect(first.calls == 168 && first.kinds == 26 && first.once == 12 && first.twice == 4)
        #expect(near(first.richness, 43.8928571429) && near(first.coverage, 0.928855438796))
        #expect(near(first.coverageError, 0.0260431850869))
        #expect(near(first.richnessVariance?.squareRoot(), 14.306, 6e-4))
        let range = try #require(first.richnessRange(z: deviate))
        #expect(near(range.low, 30.511, 6e-4) && near(range.high, 96.971, 6e-4))
        #expect(near(first.callsToCover(0.97), 216.742354479))
        #expect(near(first.callsToHear(0.95), 528.792330798))
        let second = try #require(KindCoverage(logged, .abundance))
        #expect(second.calls == 252 && second.kinds == 37)
        #expect(near(second.richness, 61.4027777778) && near(second.coverage, 0.944570635371))
        #expect(near(second.coverageError, 0.0182807869856))
        #expect(near(second.richnessVariance?.squareRoot(), 18.532, 6e-4))
        let wider = try #require(second.richnessRange(z: deviate))
        #expect(near(wider.low, 43.502, 6e-4) && near(wider.high, 128.583, 6e-4))
        #expect(near(second.callsToCover(0.97), 269.967738043))
        #expect(near(second.callsToHear(0.95), 914.18160805))
    }

    // Reference case S18: iNEXT 3.0.2 (Chat.Sam, ChaoRichness); Chao and Jost (2012) Ecology 93:2533;
    // Colwell et al. (2012) J Plant Ecol 5:3; Esty (1983) Ann Stat 11:905.
    @Test("160 calls, 22 pain points (S18)")
    func calls() throws {
        let counts = [
            31, 22, 17, 12, 9, 8, 6, 5, 4, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1,
        ]
        let coverage = try #require(KindCoverage(counts, .incidence(calls: 160)))
        #expect(coverage.kinds == 22 && coverage.mentions == 137)
        #expect(coverage.once == 7 && coverage.twice == 3)
        #expect(near(coverage.unheard, 8.115625) && near(coverage.richness, 30.115625))
        #expect(near(coverage.coverage, 0.94917907673))
        #expect(near(coverage.coverageError, 0.0259533302523))
        let oneSided = coverage.coverageRange(z: NormalDistribution.quantile(0.95))
        #expect(near(oneSided.low, 0.906489647333))
        #expect(near(coverage.callsToCover(0.95), 3.02902869631))
        #expect(near(coverage.callsToCover(0.99), 302.383759333))
        #expect(near(coverage.callsToHear(0.95), 313.312404285))
        #expect(near(coverage.richnessVariance?.squareRoot(), 8.228, 6e-4))
        let range = try #require(coverage.richnessRange(z: deviate))
        #expect(near(range.low, 23.562, 6e-4) && near(range.high, 64.176, 6e-4))
    }

    @Test("one single kind heard once, none heard twice: its own mention is what is open")
    func oneSingleton() throws {
        let coverage = try #require(KindCoverage([5, 4, 1], .incidence(calls: 40)))
        #expect(near(coverage.coverage, 0.9) && coverage.unheard == 0)
        #expect(coverage.callsToHear(0.95) == 0 && coverage.callsToCover(0.95) == nil)
        let whole = try #require(KindCoverage([5, 4, 3], .incidence(calls: 40)))
        #expect(whole.coverage == 1 && whole.coverageRange(z: 1.6).low == 1 - 3.0 / 12)
    }

    @Test("all heard once: next to nothing is covered; nothing heard: nothing can be said")
    func extremes() throws {
        let coverage = try #require(KindCoverage([1, 1, 1, 1], .incidence(calls: 10)))
        #expect(coverage.coverage < 0.1 && coverage.coverageRange(z: 1.6).low == 0)
        #expect(KindCoverage([], .incidence(calls: 10)) == nil)
    }

    @Test("with equal weights the weighted form is Good and Turing's")
    func weighted() throws {
        let weights = [[2.0, 2, 2], [2, 2], [2], [2]]
        let coverage = try #require(KindCoverage.weighted(weights))
        #expect(near(coverage.coverage, 1 - 2.0 / 7))
        #expect(near(coverage.error, (4.0 * 2 + 4 * 2).squareRoot() / 14))
        #expect(KindCoverage.weighted([]) == nil)
        let heavy = try #require(KindCoverage.weighted([[1, 1, 1], [30]]))
        #expect(near(heavy.coverage, 1 - 30.0 / 33))
    }
}
