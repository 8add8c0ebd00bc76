import CallModel
import Foundation
import Testing

@testable import CallDigest

@Suite("Coverage of a period")
struct CoverageFinderTests {
    /// Calls of one stratum with pain points `k0`, `k1`, … heard in as many of them as said.
    private func sample(
        _ counts: [Int], calls: Int, probability: (Int) -> Double = { _ in 0.1 },
        isStratified: Bool = true
    ) throws -> Digest {
        var small = SmallTally(
            population: calls * 10, strata: [(name: "all", population: calls * 10)],
            isStratified: isStratified)
        for number in 0..<calls {
            let call = small.call("c\(number)", stratum: "all", probability: probability(number))
            for (kind, count) in counts.enumerated() where (number + 7 * kind) % calls < count {
                small.mark("k\(kind)", on: call)
            }
        }
        let hand = small.call("hand", stratum: nil)
        small.mark("only-by-hand", on: hand)
        return try DigestMaker().digest(of: small.tally)
    }

    // The counts of reference case S18.
    @Test("hand-picked calls are left out, and the numbers are those of the calls counted")
    func counted() throws {
        let counts = [31, 22, 17, 12, 9, 8, 6, 5, 4, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1]
        let coverage = try #require(try sample(counts, calls: 160).coverage)
        #expect(coverage.kinds == 22 && coverage.once == 7 && coverage.mentions == 137)
        #expect(abs(coverage.share.value - 0.94917907673) < 1e-6)
        // 90 %: the low end is the one-sided 95 % bound.
        #expect(abs(coverage.share.low - 0.906489647333) < 1e-6)
        #expect(abs((coverage.kindsAtLeast?.value ?? 0) - 30.115625) < 1e-6)
        #expect(coverage.moreForMentions == .about(4) && coverage.moreForKinds == .severalTimes)
        #expect(!coverage.isWeighted)
    }

    @Test("calls of very different weight cover by their weights")
    func weighted() throws {
        let even = try sample([9, 5, 2, 1, 1], calls: 40, isStratified: false)
        #expect(even.coverage?.isWeighted == false)
        let uneven = try sample(
            [9, 5, 2, 1, 1], calls: 40, probability: { $0 < 20 ? 1 : 0.05 }, isStratified: false)
        let coverage = try #require(uneven.coverage)
        #expect(coverage.isWeighted && coverage.moreForMentions == nil)
        #expect(coverage.share.low <= coverage.share.value)
        #expect(coverage.share.value != even.coverage?.share.value)
    }

    @Test("enough is enough, and nothing heard covers nothing")
    func edges() throws {
        let full = try #require(try sample([30, 20, 12, 8], calls: 60).coverage)
        #expect(full.share.value == 1 && full.share.high == 1 && full.share.low < 1)
        #expect(full.moreForMentions == .enough && full.moreForKinds == .enough)
        #expect(try sample([], calls: 20).coverage == nil)
        // Nothing was heard just twice: how many kinds there are cannot be told, nor when they were.
        let alone = try #require(try sample([9, 5, 1, 1], calls: 40).coverage)
        #expect(alone.kindsAtLeast == nil && alone.moreForKinds == nil)
    }

    @Test("corners that nobody listened to come first, the largest first")
    func corners() throws {
        var small = SmallTally(population: 100, strata: [(name: "all", population: 100)])
        small.tally.corners = [
            .init(site: "North", queue: "Billing", population: 50, counted: 9),
            .init(site: "North", queue: nil, population: 4, counted: 0),
            .init(site: "South", queue: "Billing", population: 30, counted: 0),
            .init(site: "South", queue: "Repair", population: 70, counted: 1),
        ]
        let corners = try DigestMaker().digest(of: small.tally).corners
        #expect(corners.map(\.population) == [30, 4, 70, 50])
        #expect(corners.map(\.counted) == [0, 0, 1, 9])
    }
}
