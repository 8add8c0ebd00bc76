import CallModel
import Testing

@testable import CallDigest

@Suite("Inclusion probabilities")
struct InclusionProbabilityTests {
    // Reference case S29: R sampling 2.9 `inclusionprobabilities`; Madow (1949).
    @Test("probabilities follow the risk, the riskiest calls are certain (S29)")
    func certainty() {
        let probabilities = InclusionProbability.proportional(
            to: [1, 2, 3, 4, 5, 50, 7, 8, 9, 100], size: 4, floor: 0)
        let expected = [
            0.0512820512821, 0.102564102564, 0.153846153846, 0.205128205128, 0.25641025641, 1.0,
            0.358974358974, 0.410256410256, 0.461538461538, 1.0,
        ]
        for (value, published) in zip(probabilities, expected) {
            #expect(abs(value - published) < 1e-6)
        }
    }

    @Test("a systematic draw takes even steps through the summed probabilities (S29)")
    func systematic() {
        let probabilities = InclusionProbability.proportional(
            to: [10, 20, 30, 40, 50, 60, 70, 80], size: 3, floor: 0)
        #expect(abs(probabilities[0] - 0.0833333333333) < 1e-6)
        #expect(abs(probabilities[7] - 0.666666666667) < 1e-6)
        #expect(
            SystematicSelection.indices(probabilities: probabilities, start: 0.41) == [2, 5, 7])
    }

    @Test("no call is under the floor, and the probabilities still sum to the size")
    func floor() {
        let scores = (0..<200).map { $0 < 5 ? 1000 : Double($0 % 7) }
        let floor = 0.2 * 20 / 200
        let probabilities = InclusionProbability.proportional(to: scores, size: 20, floor: floor)
        #expect(abs(probabilities.reduce(0, +) - 20) < 1e-9)
        #expect(probabilities.allSatisfy { $0 >= floor && $0 <= 1 })
        #expect(probabilities[..<5].allSatisfy { $0 == 1 })
        #expect(probabilities[7] == floor)
    }

    @Test("scores of nothing are alike, and few scores leave the rest to the others")
    func edges() {
        let alike = InclusionProbability.proportional(to: [0, 0, 0, 0], size: 2, floor: 0.1)
        #expect(alike == [Double](repeating: 0.5, count: 4))
        let few = InclusionProbability.proportional(to: [9, 0, 0, 9, 0], size: 3, floor: 0.1)
        let third = 1.0 / 3
        #expect(few == [1, third, third, 1, third])
        #expect(InclusionProbability.proportional(to: [1, 2], size: 5, floor: 0) == [1, 1])
    }

    @Test("several draws combine, and a certain one decides")
    func combined() throws {
        let both = try #require(InclusionProbability.combined([0.02, 0.05]))
        #expect(abs(both - 0.069) < 1e-12)
        #expect(InclusionProbability.combined([0.02]) == 0.02)
        #expect(InclusionProbability.combined([0.3, 1]) == 1)
        #expect(InclusionProbability.combined([]) == nil)
    }
}
