import CallModel
import Foundation
import Testing

@testable import CallDigest

@Suite("The weeks up to a period's end")
struct WeeklyHistoryTests {
    /// Weeks of 40 calls of 400 each, with as many calls with `hold` as said; nil is a week in which
    /// nobody listened.
    private func weeks(_ heard: [Int?]) -> [Tally] {
        let last = Period(week: "2026-W47", in: .gmt)!
        return zip(last.lastWholeWeeks(heard.count), heard).map { period, heard in
            var small = SmallTally(
                population: 400, strata: [(name: "all", population: 400)], period: period,
                painPoints: ["hold"])
            guard let heard else { return small.tally }
            for number in 0..<40 {
                let call = small.call("\(period.label)-\(number)", stratum: "all")
                if number < heard { small.mark("hold", on: call) }
            }
            return small.tally
        }
    }

    private func finding(
        _ heard: [Int?], taxonomies: [TallyHistory.DatedTaxonomy] = []
    ) throws -> Digest.Finding {
        let weeks = weeks(heard)
        let digest = try DigestMaker().digest(
            of: weeks[weeks.count - 1],
            history: .tallied(
                previous: weeks[weeks.count - 2], weeks: weeks, taxonomies: taxonomies))
        return try #require((digest.ranked + digest.early + digest.notHeard).first)
    }

    @Test("each week has its share and range; a week without listening is a gap, not a fall")
    func points() throws {
        let history = try finding([nil, 4, 6, nil, 8]).history
        #expect(history.map(\.week) == ["2026-W44", "2026-W45", "2026-W46", "2026-W47"])
        #expect(history.map(\.counted) == [40, 40, 0, 40] && history.map(\.calls) == [4, 6, 0, 8])
        #expect(history[2].share == nil)
        let share = try #require(history[0].share)
        #expect(abs(share.value - 0.1) < 1e-12 && share.low < 0.05 && share.high > 0.18)
    }

    @Test("one week is no history")
    func single() throws { #expect(try finding([nil, nil, 4]).history.isEmpty) }

    @Test("a steady rise is a trend, noise and a single jump of three weeks are none")
    func trends() throws {
        let rising = try #require(try finding([2, 3, 5, 7, 9, 12]).trend)
        #expect(rising.isClear && rising.weeks == 6 && rising.rise > 0.15 && rising.q == rising.p)
        #expect(try finding([12, 9, 7, 5, 3, 1]).trend?.rise ?? 0 < -0.15)
        #expect(try finding([5, 6, 4, 6, 5, 4]).trend?.isClear == false)
        #expect(try finding([nil, 2, 9, 9]).trend == nil)
    }

    @Test("gaps do not bend a trend")
    func gaps() throws {
        let trend = try #require(try finding([2, nil, 5, nil, 9, 12]).trend)
        #expect(trend.weeks == 4 && trend.isClear)
    }

    @Test("a trend begins anew where the word got another meaning")
    func breaks() throws {
        let tallies = weeks([2, 3, 2, 9, 9, 9, 9, 9])
        var newer = tallies[0].taxonomy
        newer.painPoints[0].label = "On hold"
        let change = tallies[3].period.start + 3600
        let taxonomies = [
            TallyHistory.DatedTaxonomy(taxonomy: tallies[0].taxonomy, from: change - 1e7),
            TallyHistory.DatedTaxonomy(taxonomy: newer, from: change),
        ]
        let found = try finding([2, 3, 2, 9, 9, 9, 9, 9], taxonomies: taxonomies)
        #expect(
            found.history.map(\.startsAnew) == [false, false, false, true]
                + .init(repeating: false, count: 4))
        #expect(found.trend?.weeks == 4 && found.trend?.isClear == false)
        #expect(try finding([2, 3, 2, 9, 9, 9, 9, 9]).trend?.isClear == true)
    }
}
