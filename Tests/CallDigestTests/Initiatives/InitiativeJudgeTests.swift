import CallModel
import Foundation
import Testing

@testable import CallDigest

@Suite("Did the fix work")
struct InitiativeJudgeTests {
    private func initiative(
        _ keys: [String] = ["hold"], effort: Double = 2, shipped: Bool = true,
        reduction: Double = 0.5, dropped: Bool = false
    ) throws -> Initiative {
        let id = InitiativeID("call-back")
        func event(_ act: Initiative.Act) -> Initiative.Event {
            Initiative.Event(
                initiative: id, at: SmallTally.month.start, by: ListenerID("ana"), act: act)
        }
        let plan = Initiative.Plan(
            title: "Call back", painPoints: keys, owner: "Ana", effortDays: effort,
            hypothesis: "They need not wait", hopedReduction: reduction, callsEachSide: 120)
        var events = [event(.registered(plan))]
        if shipped {
            events.append(event(.shipped(on: CalendarDay("2026-11-02")!, washOutDays: 7)))
        }
        if dropped { events.append(event(.dropped(because: "too dear"))) }
        return try #require(Initiative(events))
    }

    /// Calls of which the first so many have each pain point.
    private func sample(
        _ calls: Int, _ heard: [String: Int], listener: String = "ana", minutes: Int = 1
    ) -> Tally {
        var small = SmallTally(
            population: 3000, strata: [(name: "all", population: 3000)],
            painPoints: heard.keys.sorted())
        for number in 0..<calls {
            let call = small.call("c\(number)", stratum: "all", listeners: [listener])
            for (key, count) in heard where number < count {
                small.mark(key, on: call, by: listener, milliseconds: minutes * 60_000)
            }
        }
        return small.tally
    }

    private func standing(
        _ initiative: Initiative, before: Tally?, after: Tally?, now: Tally? = nil
    ) throws -> Digest.InitiativeStanding {
        var history = TallyHistory()
        history.initiatives = [
            TallyHistory.FixHistory(
                initiative: initiative,
                before: try before.map {
                    try DigestMaker().fixCounts(
                        of: initiative.plan.painPoints, in: $0, after: false)
                },
                after: try after.map {
                    try DigestMaker().fixCounts(
                        of: initiative.plan.painPoints, in: $0, after: true)
                })
        ]
        let digest = try DigestMaker().digest(of: now ?? sample(100, [:]), history: history)
        return try #require(digest.initiatives.first)
    }

    private func verdict(
        before: (Int, Int), after: (Int, Int)
    ) throws -> Digest.Outcome.Verdict? {
        try standing(
            try initiative(), before: sample(before.1, ["hold": before.0, "doubt": before.1 / 5]),
            after: sample(after.1, ["hold": after.0, "doubt": after.1 / 5])
        ).outcome?.verdict
    }

    // Reference case S15: R 4.2.2 power.prop.test; 76.7 is in its help page.
    @Test("calls needed on each side (S15)")
    func sampleSizes() {
        let cases: [(Double, Double, Double, Double, Double)] = [
            (0.5, 0.75, 0.9, 1, 76.7069284518), (0.12, 0.08, 0.8, 1, 881.819114853),
            (0.1, 0.05, 0.8, 1, 434.432022439), (0.12, 0.06, 0.8, 1.5, 533.914219067),
        ]
        for (p1, p2, power, effect, expected) in cases {
            let size = SampleSize.toCompare(p1, with: p2, power: power, designEffect: effect)
            #expect(abs(size / expected - 1) < 1e-4)
        }
    }

    @Test("a verdict is what the range of the difference allows")
    func verdicts() throws {
        #expect(try verdict(before: (60, 200), after: (20, 200)) == .worked)
        #expect(try verdict(before: (20, 200), after: (60, 200)) == .rose)
        #expect(try verdict(before: (600, 2000), after: (595, 2000)) == .noChange)
        guard case .cannotTell(let more)? = try verdict(before: (12, 100), after: (8, 100)) else {
            Issue.record("a small sample tells something")
            return
        }
        // Half of 12 % was hoped for; the range is over twice as wide.
        #expect(more > 300 && more < 2000)
        #expect(try verdict(before: (12, 100), after: (1, 20)) == .cannotTell(more: 100))
        #expect(
            InitiativeJudge.verdict(.init(value: 0, low: 0, high: 0), hoped: 0.1, counted: 9)
                == .noChange)
    }

    @Test("several pain points count as one: a call with both is one call")
    func joint() throws {
        let both = try standing(
            try initiative(["hold", "doubt"]), before: sample(200, ["hold": 60, "doubt": 60]),
            after: sample(200, ["hold": 10, "doubt": 20]))
        let outcome = try #require(both.outcome)
        #expect(abs((outcome.before?.value ?? 0) - 0.3) < 1e-12)
        #expect(abs((outcome.after?.value ?? 0) - 0.1) < 1e-12)
        #expect(outcome.verdict == .worked && outcome.countedBefore == 200)
        #expect(both.labels == ["hold", "doubt"])
    }

    @Test("what no fix touches stands beside it")
    func untouched() throws {
        let found = try standing(
            try initiative(), before: sample(200, ["hold": 60, "doubt": 40, "rare": 2]),
            after: sample(200, ["hold": 20, "doubt": 44, "rare": 2]),
            now: sample(100, ["doubt": 9]))
        #expect(found.outcome?.untouched == "Doubt")
        #expect(abs((found.outcome?.untouchedDifference?.value ?? 0) - 0.02) < 1e-12)
        let alone = try standing(
            try initiative(), before: sample(200, ["hold": 60]), after: sample(200, ["hold": 20]))
        #expect(alone.outcome?.untouched == nil)
    }

    @Test("other listeners, or another meaning of the word, forbid a verdict")
    func obstacles() throws {
        let others = try standing(
            try initiative(), before: sample(200, ["hold": 60]),
            after: sample(200, ["hold": 20], listener: "bo"))
        #expect(others.outcome?.verdict == .notCompared(.otherListeners(shared: 0)))
        #expect(others.outcome?.difference == nil)
    }

    @Test("a fix is worth the part of the minutes that should go away, against its effort")
    func worth() throws {
        let tally = sample(200, ["hold": 60, "doubt": 4], minutes: 6)
        let found = try standing(
            try initiative(shipped: false), before: nil, after: nil, now: tally)
        let worth = try #require(found.worth)
        let minutes = try #require(
            try DigestMaker().digest(of: tally).ranked.first { $0.key == "hold" }?.minutesPerMonth)
        #expect(abs(worth.minutesSavedPerMonth.value - minutes.value / 2) < 1e-9)
        #expect(worth.costMinutes == 960 && worth.paysBack > 0.99 && worth.isSmallWin)
        let large = try standing(
            try initiative(effort: 6, shipped: false), before: nil, after: nil, now: tally)
        #expect(large.worth?.isSmallWin == false)
        let dear = try standing(
            try initiative(["doubt"], effort: 5, shipped: false, reduction: 0.05), before: nil,
            after: nil, now: tally)
        #expect((dear.worth?.paysBack ?? 1) < 0.2 && dear.worth?.isSmallWin == false)
        let shipped = try standing(try initiative(), before: nil, after: nil, now: tally)
        #expect(shipped.worth == nil && shipped.outcome == nil)
        let dropped = try standing(
            try initiative(shipped: false, dropped: true), before: nil, after: nil, now: tally)
        #expect(dropped.worth == nil)
    }

    @Test("the chance of paying back is that of the gamma distribution of the total")
    func chance() {
        // A total of mean 10 and variance 100 is exponential.
        let chance = InitiativeJudge.chance(ofSaving: 10, total: 10, variance: 100)
        #expect(abs(chance - exp(-1)) < 1e-12)
        #expect(InitiativeJudge.chance(ofSaving: 1, total: 0, variance: 0) == 0)
        #expect(InitiativeJudge.chance(ofSaving: 1, total: 2, variance: 0) == 1)
    }

    @Test("a plan says how many calls each side needs")
    func plan() throws {
        let plan = try #require(
            try DigestMaker().initiativePlan(
                of: ["hold"], reduction: 0.5, in: sample(200, ["hold": 24])))
        #expect(abs(plan.share - 0.12) < 1e-12 && plan.callsEachSide == 356)
        #expect(
            try DigestMaker().initiativePlan(
                of: ["other"], reduction: 0.5, in: sample(200, ["hold": 24])) == nil)
    }

    @Test("as many days after it settled as before it shipped, twelve weeks at most")
    func stretches() throws {
        let initiative = try initiative()
        func stretches(_ day: String) -> (before: Period, after: Period)? {
            let end = Calendar.iso8601(in: .gmt).date(of: CalendarDay(day)!)!
            return initiative.stretches(until: end, since: nil, in: .gmt)
        }
        let weeks = try #require(stretches("2026-11-23"))
        #expect(weeks.before.label == "2026-10-19..2026-11-01")
        #expect(weeks.after.label == "2026-11-09..2026-11-22")
        #expect(stretches("2026-11-09") == nil && stretches("2026-11-01") == nil)
        let long = try #require(stretches("2027-06-01"))
        #expect(long.after.label == "2026-11-09..2027-01-31")
        #expect(long.before.label == "2026-08-10..2026-11-01")

        // Days before the call log begins are not days without calls.
        func since(_ hours: Double) -> (before: Period, after: Period)? {
            let calendar = Calendar.iso8601(in: .gmt)
            return initiative.stretches(
                until: calendar.date(of: CalendarDay("2026-11-23")!)!,
                since: calendar.date(of: CalendarDay("2026-10-28")!)! + hours * 3600, in: .gmt)
        }
        let young = try #require(since(9))
        #expect(young.before.label == "2026-10-28..2026-11-01")
        #expect(young.after.label == "2026-11-09..2026-11-13")
        #expect(since(24 * 9) == nil)
    }
}
