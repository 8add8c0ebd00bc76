import CallModel
import Foundation
import GRDB
import Testing

@testable import CallArchive

@Suite("Fixes are kept as events")
struct InitiativeStoreTests {
    private let archive: Archive

    init() throws { archive = try Archive.inMemory() }

    private func event(_ id: String, _ act: Initiative.Act) -> Initiative.Event {
        Initiative.Event(
            initiative: InitiativeID(id), at: Sample.now, by: ListenerID("ana"), act: act)
    }

    private var plan: Initiative.Plan {
        Initiative.Plan(
            title: "Call back", painPoints: ["hold"], owner: "Ana", effortDays: 2,
            hypothesis: "They need not wait", hopedReduction: 0.5, scope: Scope(site: "North"),
            shareBefore: 0.12, callsEachSide: 356)
    }

    @Test("they come back as they were, in order, and are never changed")
    func stored() async throws {
        let day = try #require(CalendarDay("2026-11-02"))
        let events = [
            event("b", .registered(plan)), event("b", .shipped(on: day, washOutDays: 7)),
        ]
        try await archive.append(events[0], after: 0)
        try await archive.append(event("a", .registered(plan)), after: 0)
        try await archive.append(events[1], after: 1)
        #expect(try await archive.events(of: InitiativeID("b")) == events)
        #expect(try await archive.events(of: InitiativeID("c")).isEmpty)
        let all = try await archive.initiatives()
        #expect(all.map(\.id.rawValue) == ["a", "b"] && all[1].shippedOn == day)
        #expect(all[0].plan == plan && all[0].shippedOn == nil)
        for sql in ["UPDATE initiativeEvent SET at = 0", "DELETE FROM initiativeEvent"] {
            await #expect(throws: ArchiveError.self) {
                try await archive.write("testing") { try $0.execute(sql: sql) }
            }
        }
    }

    @Test("an act that another overtook is refused")
    func stale() async throws {
        try await archive.append(event("a", .registered(plan)), after: 0)
        await #expect(throws: ArchiveError.self) {
            try await archive.append(event("a", .dropped(because: "x")), after: 0)
        }
    }

    @Test("a history has the days before and after, in the scope of the fix")
    func history() async throws {
        _ = try await archive.importRecords(
            [
                Sample.row("first", hours: -20 * 24, site: "South"),
                Sample.row("before", hours: -13 * 24, site: "North"),
                Sample.row("after", hours: 24, site: "North"),
                Sample.row("elsewhere", hours: 25, site: "South"),
            ], at: Sample.now)
        let shipped = try #require(CalendarDay("2026-11-09"))
        try await archive.append(event("a", .registered(plan)), after: 0)
        try await archive.append(event("a", .shipped(on: shipped, washOutDays: 7)), after: 1)
        try await archive.append(event("b", .registered(plan)), after: 0)
        let history = try await archive.tallyWithHistory(period: Sample.week, weeks: 2)
        #expect(history.fixes.map(\.initiative.id.rawValue) == ["a", "b"])
        let days = history.fixes[0]
        #expect(days.before?.period.label == "2026-11-02..2026-11-08")
        #expect(days.after?.period.label == "2026-11-16..2026-11-22")
        #expect(days.before?.tally?.population == 1 && days.after?.tally?.population == 1)
        #expect(history.fixes[1].before == nil)
        let before = try #require(days.before)
        let known = [InitiativeID("a"): [before.period: before.stamp]]
        let again = try await archive.tallyWithHistory(
            period: Sample.week, weeks: 2, knownOfFixes: known)
        #expect(again.fixes[0].before?.tally == nil && again.fixes[0].after?.tally != nil)
        #expect(again.fixes[0].before?.stamp == before.stamp)
    }
}
