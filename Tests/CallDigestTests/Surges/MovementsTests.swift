import CallModel
import Foundation
import Testing

@testable import CallDigest

/// Sixteen weeks of 40 calls of 400 each, up to 2026-W47.
@Suite("Alarms, novelties and what recurs")
struct MovementsTests {
    /// Calls with each pain point, week by week, the last week last; missing weeks have none.
    private func weeks(
        _ heard: [String: [Int]], calls: [Int]? = nil, agent: String? = nil,
        caller: String? = nil
    ) -> [Tally] {
        let last = Period(week: "2026-W47", in: .gmt)!
        return last.lastWholeWeeks(16).enumerated().map { index, period in
            var small = SmallTally(
                population: 400, strata: [(name: "all", population: 400)], period: period,
                painPoints: heard.keys.sorted())
            small.tally.loggedDays = Tally.LoggedDays(days: 7, daysWithCalls: 7, longestSilence: 0)
            for number in 0..<(calls?[index] ?? 40) {
                let call = small.call(
                    "\(period.label)-\(number)", stratum: "all", caller: caller,
                    agent: agent ?? "a\(number % 5)")
                small.tally.calls[call].week = period.label
                for (key, counts) in heard {
                    let place = index - (16 - counts.count)
                    if place >= 0, number < counts[place] { small.mark(key, on: call) }
                }
            }
            return small.tally
        }
    }

    private func digest(
        _ weeks: [Tally], heardBefore: Set<String> = [], listeningWeeks: Double = 52,
        taxonomies: [TallyHistory.DatedTaxonomy] = []
    ) throws -> Digest {
        let start = weeks[12].period.start
        return try DigestMaker().digest(
            of: weeks[15],
            history: .tallied(
                previous: weeks[14], weeks: weeks, taxonomies: taxonomies,
                heardBefore: heardBefore,
                listeningSince: start - listeningWeeks * 7 * 86_400))
    }

    private func finding(_ key: String, _ digest: Digest) throws -> Digest.Finding {
        let all =
            digest.ranked + digest.alerts + digest.early + digest.quiet + digest.notHeard
        return try #require(all.first { $0.key == key })
    }

    @Test("three times the usual is an alarm, with what it is held against")
    func alarm() throws {
        let heard = [
            "hold": [3, 4, 3, 4, 3, 4, 3, 4, 3, 12], "doubt": [3, 4, 3, 4, 3, 4, 3, 4, 3, 5],
        ]
        let alarms = try #require(try digest(weeks(heard)).alarms)
        #expect(alarms.week == "2026-W47" && alarms.since == "2026-W38")
        #expect(alarms.until == "2026-W45" && alarms.isRaised && alarms.volume == nil)
        #expect(alarms.painPoints.map(\.key) == ["hold"])
        #expect(alarms.painPoints[0].calls == 12 && alarms.painPoints[0].counted == 40)
        // Weeks W38 to W45 have 28; last week is passed over.
        #expect(alarms.painPoints[0].callsBefore == 28)
        #expect(alarms.painPoints[0].countedBefore == 320)
        let p = CountSurge.test(12, of: 40, before: 28, of: 320)
        #expect(alarms.painPoints[0].p == p && p < 0.01)
    }

    @Test("a rise that began last week does not hide itself")
    func lag() throws {
        let heard = ["hold": [2, 2, 2, 2, 2, 2, 2, 2, 8, 8]]
        #expect(try digest(weeks(heard)).alarms?.painPoints.count == 1)
    }

    @Test("twice the calls heard are no alarm, nor are two calls")
    func effort() throws {
        var calls = [Int](repeating: 20, count: 16)
        calls[15] = 80
        let heard = ["hold": [1, 1, 1, 1, 1, 1, 1, 1, 1, 4], "rare": [2]]
        #expect(try digest(weeks(heard, calls: calls)).alarms?.painPoints == [])
    }

    @Test("too few weeks listened to raise no alarm and deny none")
    func fewWeeks() throws {
        var calls = [Int](repeating: 0, count: 16)
        for index in 11..<16 { calls[index] = 40 }
        #expect(try digest(weeks(["hold": [9]], calls: calls)).alarms == nil)
    }

    @Test("a word that changed its meaning among the weeks raises no alarm")
    func redefined() throws {
        let tallies = weeks(["hold": [3, 4, 3, 4, 3, 4, 3, 4, 3, 12]])
        var newer = tallies[0].taxonomy
        newer.painPoints[0].description = "Something else"
        let taxonomies = [
            TallyHistory.DatedTaxonomy(
                taxonomy: tallies[0].taxonomy, from: tallies[0].period.start),
            TallyHistory.DatedTaxonomy(taxonomy: newer, from: tallies[12].period.start + 60),
        ]
        #expect(try digest(tallies, taxonomies: taxonomies).alarms?.painPoints == [])
    }

    @Test("a busy week of the call log is an alarm, a week after a gap is none")
    func volume() throws {
        var tallies = weeks(["hold": [1]])
        tallies[15].population = 900
        let alarm = try #require(try AlarmMaker.volume(tallies.map { try $0.counts }))
        #expect(alarm.calls == 900 && alarm.usual == 400 && alarm.upper == 401.5)
        tallies[9].loggedDays = Tally.LoggedDays(days: 7, daysWithCalls: 2, longestSilence: 5)
        #expect(try AlarmMaker.volume(tallies.map { try $0.counts }) == nil)
        tallies[9].loggedDays = tallies[8].loggedDays
        tallies[9].population = 0
        #expect(try AlarmMaker.volume(tallies.map { try $0.counts }) == nil)
        tallies[9].population = 400
        tallies[15].population = 401
        #expect(try AlarmMaker.volume(tallies.map { try $0.counts }) == nil)
    }

    @Test("what recurs is asked of eight weeks, not of the period alone")
    func recurrence() throws {
        let result = try digest(
            weeks(["hold": [1, 2, 0, 1, 3, 2, 1, 3], "burst": [0, 0, 0, 4], "twice": [1, 0, 1]]))
        let hold = try finding("hold", result)
        #expect(hold.recurrence == .recurring)
        #expect(hold.lately == Digest.Lately(weeks: 8, heardWeeks: 7, calls: 13, callers: 13))
        #expect(try finding("burst", result).recurrence == .oneWeekOnly)
        #expect(try finding("twice", result).recurrence == .early)
        let oneAgent = try digest(
            weeks(["hold": [2, 2, 2]]).map { tally in
                var tally = tally
                for mark in tally.marks { tally.calls[mark.call].agent = "a9" }
                return tally
            })
        #expect(try finding("hold", oneAgent).recurrence == .oneAgentOnly)
        let again = try digest(
            weeks(["hold": [2, 2, 2]]).map { tally in
                var tally = tally
                for mark in tally.marks { tally.calls[mark.call].caller = "c9" }
                return tally
            })
        #expect(try finding("hold", again).recurrence == .sameCallersAgain)
    }

    private let steady: [String: [Int]] = [
        "hold": .init(repeating: 8, count: 16), "doubt": .init(repeating: 6, count: 16),
    ]

    @Test("new is what nearly complete listening never heard before; else it is newly heard")
    func new() throws {
        let fresh = ["fresh": [1, 0, 1]]
        let result = try digest(weeks(steady.merging(fresh) { $1 }))
        let novelty = try #require(try finding("fresh", result).novelty)
        #expect(novelty.kind == .new && novelty.calls == 2 && novelty.counted == 160)
        #expect(novelty.callsBefore == 0 && novelty.countedBefore == 480 && novelty.weeks == 4)
        #expect(try finding("hold", result).novelty == nil)
        // Heard long ago: not new. Listening for less than eight weeks: nothing is.
        let known = try digest(weeks(steady.merging(fresh) { $1 }), heardBefore: ["fresh"])
        #expect(try finding("fresh", known).novelty == nil)
        let short = try digest(weeks(steady.merging(fresh) { $1 }), listeningWeeks: 7)
        #expect(try finding("fresh", short).novelty == nil)
        // Many things heard once before: much is still to be heard.
        var sparse = fresh
        for number in 0..<12 {
            sparse["o\(number)"] = [1] + [Int](repeating: 0, count: 6 + number % 4)
        }
        let open = try digest(weeks(sparse))
        #expect(try finding("fresh", open).novelty?.kind == .newlyHeard)
    }

    @Test("four in 160 after one in 480 emerge; two do not, nor does what was common before")
    func emerging() throws {
        let heard = steady.merging([
            "up": [1, 0, 0, 0, 0, 0, 0, 2, 1, 0, 3], "two": [1, 1],
            "big": [2, 2, 2, 2, 2, 1, 1, 4, 4],
        ]) { $1 }
        let result = try digest(weeks(heard), heardBefore: ["up", "two", "big", "hold", "doubt"])
        #expect(try finding("up", result).novelty?.kind == .emerging)
        #expect(try finding("up", result).novelty?.callsBefore == 1)
        #expect(try finding("two", result).novelty == nil)
        #expect(try finding("big", result).novelty == nil)
    }

    @Test("what recurred and is silent for four weeks is quiet, and stands in its own section")
    func quiet() throws {
        let heard = steady.merging([
            "gone": [8, 8, 8, 8, 0, 0, 0, 0], "rare": [1, 0, 1, 1, 0, 0, 0, 0],
        ]) { $1 }
        let result = try digest(weeks(heard))
        #expect(result.quiet.map(\.key) == ["gone"])
        #expect(result.quiet[0].novelty?.callsBefore == 32)
        #expect(result.notHeard.map(\.key) == ["rare"])
    }

    @Test("a burst of three weeks is named by its weeks")
    func bursts() throws {
        let heard = ["hold": [2, 2, 2, 2, 2, 9, 10, 9, 2, 2, 2, 2, 2]]
        #expect(
            try finding("hold", digest(weeks(heard))).bursts
                == [Digest.Burst(first: "2026-W40", last: "2026-W42")])
        #expect(try finding("hold", digest(weeks(steady))).bursts.isEmpty)
    }
}
