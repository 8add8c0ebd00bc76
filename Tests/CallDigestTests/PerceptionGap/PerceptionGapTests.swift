import CallModel
import Foundation
import Testing

@testable import CallDigest

@Suite("The perception gap")
struct PerceptionGapTests {
    // Reference case S30: the total variation distance, and E|p̂ - p| = sqrt(2 p(1-p)/(pi n)).
    @Test("calls misplaced, and how many of them chance alone could misplace (S30)")
    func misplaced() {
        let score = GuessScore.misplaced(
            guess: [0.35, 0.25, 0.15, 0.15, 0.1], measured: [0.22, 0.3, 0.2, 0.08, 0.2],
            effective: [Double](repeating: 180, count: 5))
        #expect(abs(score.misplaced - 20) < 1e-9)
        #expect(abs(score.noiseFloor - 5.77995872286) < 1e-9)
        #expect(abs(score.excess - 14.2200412771) < 1e-9)
        let census = GuessScore.misplaced(guess: [1], measured: [1], effective: [.infinity])
        #expect(census.misplaced == 0 && census.noiseFloor == 0)
    }

    // Reference case S30: Gneiting and Raftery (2007) JASA 102:359, equation 43.
    @Test(
        "what a guessed range costs (S30)",
        arguments: [
            (0.1, 0.2, 0.5), (0.15, 0.3, 0.15), (0.22, 0.22, 0.0), (0.0, 1.0, 1.0),
        ])
    func ranges(low: Double, high: Double, cost: Double) {
        let score = GuessScore.interval(low: low, high: high, truth: 0.22, level: 0.9)
        #expect(abs(score - cost) < 1e-9)
    }

    // Reference case S30: Brier (1950).
    @Test("what forecasts of yes or no cost (S30)")
    func brier() throws {
        let forecasts = [(0.8, true), (0.3, false), (0.6, false), (0.9, true)]
        let brier = try #require(
            GuessScore.brier(forecasts.map { (probability: $0.0, came: $0.1) }))
        #expect(abs(brier.score - 0.125) < 1e-9 && abs(brier.reference - 0.25) < 1e-9)
        #expect(abs(try #require(brier.skill) - 0.5) < 1e-9)
        #expect(GuessScore.brier([]) == nil)
        #expect(try #require(GuessScore.brier([(0.8, true)])).skill == nil)
    }

    /// Forty of 400 calls: twenty about refunds, ten about bills, ten of which nobody said why.
    private func tally() -> Tally {
        var small = SmallTally(population: 400, strata: [("all", 400)])
        small.tally.taxonomy = Taxonomy(
            version: 1,
            reasons: [
                CallReason(key: "money", label: "Money", description: ""),
                CallReason(key: "refund", label: "Refund", description: "", parent: "money"),
                CallReason(key: "bill", label: "Bill", description: "", parent: "money"),
                CallReason(
                    key: "invoice", label: "Invoice", description: "", mergedInto: "bill"),
            ], painPoints: [])
        for number in 0..<40 {
            let call = small.call("c\(10 + number)", stratum: "all", probability: 0.1)
            if number < 20 { small.reason("refund", of: call) }
            if 20..<30 ~= number { small.reason("bill", of: call) }
        }
        return small.tally
    }

    private func guess(_ predictions: [(String, Double)]) -> SealedGuess {
        SealedGuess(
            session: SessionID("s"), listener: ListenerID("ana"),
            startedAt: Date(timeIntervalSince1970: 0),
            predictions: predictions.map { Prediction(reason: $0.0, share: $0.1) }, frame: nil)
    }

    @Test("a reason is measured with those below it, and what was not guessed is one reason")
    func tree() throws {
        let found = try #require(
            try GapMaker().sitting(guess([("money", 0.95)]), measuredBy: tally()))
        #expect(found.questions.map(\.measured.value) == [0.75])
        #expect(found.questions.map(\.verdict) == [.tooHigh])
        #expect(abs(found.score.misplaced - 20) < 1e-9 && found.counted == 40)
        #expect(found.score.noiseFloor > 4 && found.score.noiseFloor < 8)
        let gap = found.questions[0].gap
        #expect(abs(gap.value - 0.2) < 1e-9 && gap.low > 0 && gap.high > gap.value)
    }

    @Test("what lies within the range is no mistake; merged words are guessed together")
    func verdicts() throws {
        let found = try #require(
            try GapMaker().sitting(
                guess([("refund", 0.45), ("bill", 0.02), ("invoice", 0.03)]), measuredBy: tally()))
        #expect(found.questions.map(\.reason) == ["refund", "bill"])
        #expect(found.questions.map(\.verdict) == [.within, .tooLow])
        #expect(abs(found.questions[1].guess - 0.05) < 1e-9)
        #expect(abs(found.score.misplaced - 25) < 1e-9)
    }

    @Test("without a base for a range nothing is measured")
    func unmeasured() throws {
        var unknown = tally()
        unknown.population = nil
        #expect(try GapMaker().sitting(guess([("money", 0.5)]), measuredBy: unknown) == nil)
        #expect(try GapMaker().sitting(guess([]), measuredBy: tally()) == nil)
    }

    @Test("people stand by name, and are held against others from ten questions on")
    func people() throws {
        var sittings: [PerceptionGap.Sitting] = []
        for number in 0..<6 {
            var sealed = guess([("refund", 0.9), ("bill", 0.05)])
            sealed.session = SessionID("s\(number)")
            sealed.startedAt = Date(timeIntervalSince1970: Double(-number))
            sealed.listener = ListenerID(number == 5 ? "abe" : "zoe")
            let sitting = try GapMaker().sitting(sealed, measuredBy: tally())
            sittings.append(try #require(sitting))
        }
        let gap = PerceptionGap(level: 0.9, sittings: sittings, unmeasured: 1)
        #expect(gap.people.map(\.listener.rawValue) == ["abe", "zoe"])
        #expect(gap.people.map(\.isComparable) == [false, true])
        #expect(gap.team.questions == 12 && gap.team.tooHigh == 6 && gap.team.tooLow == 6)
        #expect(gap.history(of: ListenerID("zoe")).first?.session == SessionID("s4"))
        #expect(gap.reasons.map(\.reason) == ["bill", "refund"])
        #expect(gap.reasons.map(\.guesses) == [6, 6] && gap.reasons[1].tooHigh == 6)
    }
}
