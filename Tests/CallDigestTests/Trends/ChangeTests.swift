import CallModel
import Foundation
import Testing

@testable import CallDigest

@Suite("What moved since the previous period")
struct ChangeTests {
    /// A month of calls of one stratum, of which the first `heard` have the pain point `hold`.
    private func month(
        _ calls: Int, heard: Int, population: Int = 2000, label: String = "2026-11",
        listener: String = "ana", others: [String: Int] = [:], start: Date? = nil
    ) -> SmallTally {
        var small = SmallTally(
            population: population, strata: [(name: "all", population: population)],
            painPoints: ["hold"] + others.keys.sorted())
        small.tally.period.label = label
        if let start {
            small.tally.period.start = start
            small.tally.period.end = start + 30.4375 * 86_400
        }
        for number in 0..<calls {
            let call = small.call("c\(number)", stratum: "all", listeners: [listener])
            if number < heard { small.mark("hold", on: call, by: listener) }
            for (key, count) in others where number < count {
                small.mark(key, on: call, by: listener)
            }
        }
        return small
    }

    private var october: Date { SmallTally.month.start - 30.4375 * 86_400 }

    private func digest(
        _ now: SmallTally, _ before: SmallTally, taxonomies: [TallyHistory.DatedTaxonomy] = []
    ) throws -> Digest {
        try DigestMaker().digest(
            of: now.tally,
            history: .tallied(previous: before.tally, taxonomies: taxonomies))
    }

    // Reference case S13: R survey 4.1-1 svyby and svycontrast; own arcsine test.
    @Test("two stratified samples, a month apart (S13)")
    func twoPeriods() throws {
        func sample(_ sites: [(String, Int, Int, Int)]) -> SmallTally {
            var small = SmallTally(
                population: sites.reduce(0) { $0 + $1.1 },
                strata: sites.map { (name: $0.0, population: $0.1) })
            for (name, _, calls, affected) in sites {
                for number in 0..<calls {
                    let call = small.call("\(name)\(number)", stratum: name)
                    if number < affected { small.mark("hold", on: call) }
                }
            }
            return small
        }
        let before = sample([("A", 6000, 60, 6), ("B", 3000, 60, 9), ("C", 1000, 80, 28)])
        let now = sample([("A", 6200, 70, 14), ("B", 2900, 60, 12), ("C", 1100, 70, 24)])
        let change = try #require(try digest(now, before).ranked[0].change)
        #expect(abs(change.previousShare.value - 0.14) < 1e-6)
        #expect(abs(change.difference.value - 0.075406162465) < 1e-6)
        #expect(abs(change.difference.low - -0.00485650182878) < 1e-6)
        #expect(abs(change.difference.high - 0.153659614502) < 1e-6)
        #expect(abs(change.p - 0.0997445850272) < 1e-6)
        #expect(abs((change.ratio ?? 0) - 1.53861544618) < 1e-6)
        #expect(abs(change.previousCallsPerMonth - 1400) < 1e-6)
        let test = ShareDifference.test(0.14, of: 132.890365449, 0.215406162465, of: 149.3979199)
        #expect(abs(test.z - 1.64609313784) < 1e-6)
        // Up 7.5 points, and alone on its page; among others it would be no more than a maybe.
        #expect(change.q == change.p && change.verdict == .growing)
    }

    @Test("what moved much grows or shrinks, what moved a little does not, nor what is one of many")
    func verdicts() throws {
        func verdict(_ heard: Int, before: Int, among: Int = 0) throws -> Digest.Change.Verdict? {
            let others = Dictionary(
                uniqueKeysWithValues: (0..<among).map { ("o\($0)", 12) })
            return try digest(
                month(200, heard: heard, others: others), month(200, heard: before, others: others)
            ).ranked.first { $0.key == "hold" }?.change?.verdict
        }
        #expect(try verdict(60, before: 20) == .growing)
        #expect(try verdict(20, before: 60) == .shrinking)
        #expect(try verdict(22, before: 20) == .noClearChange)
        #expect(try verdict(20, before: 20) == .noClearChange)
        #expect(try verdict(34, before: 20) == .growing)
        #expect(try verdict(34, before: 20, among: 4) == .maybeGrowing)
        #expect(try verdict(34, before: 20, among: 40) == .noClearChange)
    }

    @Test("more than chance is not enough where it is too little to matter")
    func minimumEffect() {
        #expect(ChangeMaker.verdict(difference: 0.009, ratio: 1.2, q: 0.001) == .noClearChange)
        #expect(ChangeMaker.verdict(difference: 0.009, ratio: 1.3, q: 0.001) == .growing)
        #expect(ChangeMaker.verdict(difference: 0.011, ratio: 1.02, q: 0.001) == .growing)
        #expect(ChangeMaker.verdict(difference: -0.009, ratio: 0.79, q: 0.2) == .maybeShrinking)
        #expect(ChangeMaker.verdict(difference: 0.004, ratio: nil, q: 0.05) == .growing)
        #expect(ChangeMaker.verdict(difference: 0.2, ratio: 3, q: 0.31) == .noClearChange)
    }

    @Test("what is heard no more shrinks too, and what is heard twice in all is not asked")
    func gone() throws {
        let result = try digest(month(200, heard: 0), month(200, heard: 30))
        let finding = try #require(result.notHeard.first { $0.key == "hold" })
        #expect(finding.change?.verdict == .shrinking && finding.change?.ratio == 0)
        let rare = try digest(month(200, heard: 1), month(200, heard: 1))
        #expect(rare.early[0].change == nil && rare.comparison?.tested == 0)
    }

    @Test("a census is a sample of what the month could have brought")
    func census() throws {
        let result = try digest(
            month(60, heard: 9, population: 60), month(62, heard: 7, population: 62))
        #expect(result.sample.isCensus)
        #expect(result.ranked[0].change?.verdict == .noClearChange)
        #expect((result.ranked[0].change?.p ?? 0) > 0.4)
        // What is far more than chance is told all the same, with a range.
        let grown = try #require(
            try digest(month(60, heard: 9, population: 60), month(62, heard: 1, population: 62))
                .ranked[0].change)
        #expect(grown.verdict == .growing && grown.p < 0.02)
        #expect(grown.difference.low < grown.difference.value)
    }

    @Test("few calls are not compared")
    func fewCalls() throws {
        let result = try digest(month(200, heard: 60), month(29, heard: 0))
        #expect(result.comparison?.obstacle == .tooFewCalls(fewest: 30))
        #expect(result.ranked[0].change == nil && result.ranked[0].previousCalls == 0)
    }

    @Test("a gap in the call log is no fall, nor is the first dense month a growth")
    func partialLogs() throws {
        func logged(
            _ calls: Int, population: Int, days: Int, silence: Int, label: String
        ) -> SmallTally {
            var small = month(calls, heard: calls / 5, population: population, label: label)
            small.tally.loggedDays = Tally.LoggedDays(
                days: 31, daysWithCalls: days, longestSilence: silence)
            return small
        }
        let whole = logged(100, population: 2000, days: 31, silence: 0, label: "whole")
        let office = logged(100, population: 2000, days: 22, silence: 3, label: "office")
        let hole = logged(100, population: 900, days: 14, silence: 17, label: "hole")
        let sparse = logged(40, population: 60, days: 15, silence: 4, label: "sparse")
        func obstacle(_ now: SmallTally, _ before: SmallTally) throws
            -> Digest.Comparison.Obstacle?
        {
            try digest(now, before).comparison?.obstacle
        }
        #expect(
            try obstacle(hole, whole) == .partialLog(label: "hole", daysWithCalls: 14, days: 31))
        #expect(
            try obstacle(whole, hole) == .partialLog(label: "hole", daysWithCalls: 14, days: 31))
        #expect(
            try obstacle(whole, sparse)
                == .partialLog(label: "sparse", daysWithCalls: 15, days: 31))
        #expect(try obstacle(office, office) == nil)
        // A hole that leaves days enough is one on either side.
        let short = logged(100, population: 1600, days: 25, silence: 6, label: "short")
        let found = Digest.Comparison.Obstacle.partialLog(
            label: "short", daysWithCalls: 25, days: 31)
        #expect(try obstacle(short, whole) == found && obstacle(whole, short) == found)
        #expect(try digest(hole, whole).comparison?.volumeRatio == nil)
        #expect(try digest(whole, hole).ranked[0].change == nil)
    }

    @Test("a silence that chance explains is no gap")
    func rareCalls() throws {
        var small = month(30, heard: 6, population: 30)
        small.tally.loggedDays = Tally.LoggedDays(days: 31, daysWithCalls: 19, longestSilence: 6)
        #expect(try LogCoverage.partial(small.tally.counts, beside: small.tally.counts) == nil)
        small.tally.loggedDays = Tally.LoggedDays(days: 31, daysWithCalls: 19, longestSilence: 12)
        #expect(
            try LogCoverage.partial(small.tally.counts, beside: small.tally.counts)?.period.label
                == "2026-11")
    }

    @Test("within a week four silent days are a hole, over Easter they are none")
    func easter() throws {
        var small = month(30, heard: 6, population: 90)
        small.tally.loggedDays = Tally.LoggedDays(days: 7, daysWithCalls: 3, longestSilence: 4)
        #expect(try LogCoverage.partial(small.tally.counts, beside: small.tally.counts) != nil)
        small.tally.loggedDays = Tally.LoggedDays(days: 7, daysWithCalls: 4, longestSilence: 3)
        #expect(try LogCoverage.partial(small.tally.counts, beside: small.tally.counts) == nil)
        small.tally.population = 900
        small.tally.loggedDays = Tally.LoggedDays(days: 30, daysWithCalls: 20, longestSilence: 4)
        #expect(try LogCoverage.partial(small.tally.counts, beside: small.tally.counts) == nil)
    }

    @Test("other listeners, other tags: nothing is compared")
    func listeners() throws {
        let before = month(100, heard: 10)
        var now = month(100, heard: 40, listener: "bo")
        #expect(try digest(now, before).comparison?.obstacle == .otherListeners(shared: 0))
        for index in 0..<81 {
            now.tally.calls[index].listeners = [ListenerID("ana"), ListenerID("bo")]
        }
        #expect(try digest(now, before).comparison?.obstacle == nil)
        for index in 0..<2 { now.tally.calls[index].listeners = [ListenerID("bo")] }
        #expect(try digest(now, before).comparison?.obstacle == .otherListeners(shared: 0.79))
    }

    @Test("a word that changed its meaning is not compared; others are")
    func redefined() throws {
        let before = month(200, heard: 20, label: "2026-10", others: ["doubt": 20], start: october)
        let now = month(200, heard: 60, others: ["doubt": 60])
        var newer = now.tally.taxonomy
        let hold = try #require(newer.painPoints.firstIndex { $0.key == "hold" })
        newer.painPoints[hold].description = "Waiting while nobody speaks"
        let day = SmallTally.month.start + 3 * 86_400
        let versions = [
            TallyHistory.DatedTaxonomy(taxonomy: now.tally.taxonomy, from: october - 86_400),
            TallyHistory.DatedTaxonomy(taxonomy: newer, from: day),
        ]
        let result = try digest(now, before, taxonomies: versions)
        let changes = Dictionary(
            uniqueKeysWithValues: result.ranked.map { ($0.key, $0) })
        #expect(changes["hold"]?.change == nil)
        #expect(changes["hold"]?.redefined == Calendar.iso8601(in: .gmt).day(of: day))
        #expect(changes["doubt"]?.change?.verdict == .growing)
        #expect(changes["doubt"]?.redefined == nil)
        // Long ago is no obstacle.
        let old = [
            TallyHistory.DatedTaxonomy(taxonomy: now.tally.taxonomy, from: october - 200),
            TallyHistory.DatedTaxonomy(taxonomy: newer, from: october - 100),
        ]
        #expect(
            try digest(now, before, taxonomies: old).ranked.allSatisfy { $0.change != nil })
    }

    @Test("where the number of calls moved by over a fifth, the calls a month lead")
    func volume() throws {
        let now = month(200, heard: 40, population: 3000)
        let comparison = try #require(try digest(now, month(200, heard: 40)).comparison)
        #expect(abs((comparison.volumeRatio ?? 0) - 1.5) < 1e-9 && comparison.leadsWithVolume)
        let steady = try digest(now, month(200, heard: 40, population: 2600))
        #expect(steady.comparison?.leadsWithVolume == false)
    }

    @Test("a retired word and a new one begin anew, a merged one does not")
    func breaks() {
        func taxonomy(_ points: [PainPoint]) -> Taxonomy {
            Taxonomy(version: 1, reasons: [], painPoints: points)
        }
        func point(_ key: String, merged: String? = nil, retired: String? = nil) -> PainPoint {
            PainPoint(
                key: key, label: key, description: "", retired: retired.flatMap { CalendarDay($0) },
                mergedInto: merged)
        }
        let start = october
        let breaks = TaxonomyBreaks(
            [
                .init(taxonomy: taxonomy([point("a"), point("b"), point("c")]), from: start),
                .init(
                    taxonomy: taxonomy([
                        point("a"), point("b", merged: "a", retired: "2026-10-20"),
                        point("c", retired: "2026-10-21"), point("d"),
                    ]), from: start + 1000),
            ], timeZone: "UTC")
        func last(_ key: String) -> Date? {
            breaks.last(of: key, from: .distantPast, to: .distantFuture)
        }
        #expect(last("a") == nil && last("b") == nil && last("d") == start + 1000)
        #expect(last("c") == Calendar.iso8601(in: .gmt).date(of: CalendarDay("2026-10-21")!))
    }
}
