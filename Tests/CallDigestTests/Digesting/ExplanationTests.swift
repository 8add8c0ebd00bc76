import CallModel
import Testing

@testable import CallDigest

@Suite("The arithmetic of one line")
struct ExplanationTests {
    // The sample of reference case S02, three sites of which one is over-sampled.
    private func sample() -> SmallTally {
        let sites = [("A", 6000, 60, 6), ("B", 3000, 60, 9), ("C", 1000, 80, 28)]
        var small = SmallTally(
            population: 10_000, strata: sites.map { (name: $0.0, population: $0.1) })
        for (name, _, calls, affected) in sites {
            for number in 0..<calls {
                let call = small.call("\(name)\(number)", stratum: name)
                if number < affected {
                    small.mark("hold", on: call, milliseconds: 60_000 * (1 + number % 3))
                }
            }
        }
        return small
    }

    @Test("the inputs give the numbers of the line")
    func inputs() throws {
        let small = sample()
        let explanation = try #require(
            try DigestMaker().explanation(of: "hold", in: small.tally))
        #expect(explanation.groups.map(\.name) == ["A", "B", "C"])
        #expect(explanation.groups.map(\.affected) == [6, 9, 28])
        #expect(explanation.groups.map(\.counted) == [60, 60, 80])
        #expect(explanation.affected.count == 43)
        let affected = explanation.affected.reduce(0) { $0 + $1.weight * $1.share }
        #expect(abs(affected / explanation.weightSum - 0.14) < 1e-9)
        #expect(explanation.share.value == explanation.finding.share?.value)
        let p = explanation.share.value
        let worth = p * (1 - p) / explanation.share.variance
        #expect(
            abs(min(worth, explanation.designEffective ?? 0) - (explanation.finding.effective ?? 0))
                < 1e-9)
        let total = explanation.minutes.value * explanation.covered / explanation.months
        let monthly = try #require(explanation.finding.minutesPerMonth)
        #expect(abs(total - monthly.value) < 1e-9)
        let factor = explanation.covered / explanation.months
        let range = TotalInterval.gamma(
            total: total, variance: explanation.minutes.variance * factor * factor,
            increment: explanation.increment, level: 0.9)
        #expect(abs(range.low - monthly.low) < 1e-6 && abs(range.high - monthly.high) < 1e-6)
        #expect(explanation.digest == (try DigestMaker().digest(of: small.tally)))
    }

    @Test("what stands in no line, or rests on nothing, has no arithmetic")
    func nothing() throws {
        #expect(try DigestMaker().explanation(of: "other", in: sample().tally) == nil)
        var unknown = sample()
        unknown.tally.population = nil
        #expect(try DigestMaker().explanation(of: "hold", in: unknown.tally) == nil)
    }
}
