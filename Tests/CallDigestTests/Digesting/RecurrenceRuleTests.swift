import CallModel
import Foundation
import Testing

@testable import CallDigest

@Suite("Recurrence")
struct RecurrenceRuleTests {
    private func label(
        calls: Int, callers: Int, oneAgent: Bool = false, spells: Int, agentsInScope: Int = 5,
        spellsInScope: Int = 4
    ) -> Digest.Recurrence? {
        RecurrenceRule(agentsInScope: agentsInScope, spellsInScope: spellsInScope)
            .label(calls: calls, callers: callers, hasOneAgent: oneAgent, spells: spells)
    }

    @Test("three calls, three callers and two weeks recur")
    func recurring() {
        #expect(label(calls: 3, callers: 3, spells: 2) == .recurring)
        #expect(label(calls: 2, callers: 2, spells: 2) == .early)
        #expect(label(calls: 3, callers: 2, spells: 2) == .early)
        #expect(label(calls: 3, callers: 3, spells: 1) == .oneWeekOnly)
        #expect(label(calls: 0, callers: 0, spells: 0) == nil)
    }

    @Test("the same callers, and a single agent, are told apart from a process")
    func special() {
        #expect(label(calls: 6, callers: 3, spells: 3) == .sameCallersAgain)
        #expect(label(calls: 4, callers: 4, oneAgent: true, spells: 3) == .oneAgentOnly)
        #expect(
            label(calls: 4, callers: 4, oneAgent: true, spells: 3, agentsInScope: 2) == .recurring)
    }

    @Test("where all calls heard are of one week it cannot be told")
    func oneSpell() {
        #expect(label(calls: 5, callers: 5, spells: 1, spellsInScope: 1) == nil)
    }

    @Test("within a week days are told apart, in the period's time zone; unknown callers differ")
    func days() throws {
        var week = SmallTally.month
        week.kind = .week
        week.end = week.start.addingTimeInterval(7 * 86_400)
        var small = SmallTally(
            population: 500, strata: [(name: "all", population: 500)], period: week)
        for number in 0..<9 {
            let call = small.call("c\(number)", stratum: "all", day: number % 3)
            small.mark(number % 3 == 0 ? "burst" : "steady", on: call)
        }
        let digest = try DigestMaker().digest(of: small.tally)
        let labels = Dictionary(
            uniqueKeysWithValues: digest.ranked.map { ($0.key, $0.recurrence) })
        #expect(labels == ["burst": .oneWeekOnly, "steady": .recurring])
        #expect(digest.ranked.map(\.callers).sorted() == [3, 6])
    }
}
