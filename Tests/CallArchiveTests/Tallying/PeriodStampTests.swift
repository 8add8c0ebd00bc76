import CallModel
import Foundation
import Testing

@testable import CallArchive

@Suite("What was counted holds until something of it changes")
struct PeriodStampTests {
    private let archive: Archive

    init() async throws {
        archive = try Archive.inMemory()
        _ = try await archive.importRecords(
            (0..<6).map { Sample.row("C\($0)", hours: Double($0)) }, at: Sample.now)
        try await archive.save(
            Sample.draw("d1", picks: ["C0", "C1"], of: (0..<6).map { "C\($0)" }))
    }

    /// Whether the stamps of the week and of the one before change.
    private func changes(
        _ change: () async throws -> Void
    ) async throws -> (week: Bool, before: Bool) {
        let periods = [Sample.week, Sample.week.previous]
        let before = try await archive.stamps(of: periods)
        try await change()
        let after = try await archive.stamps(of: periods)
        return (before[0] != after[0], before[1] != after[1])
    }

    @Test("a mark, a call heard, and what was taken back change their week and no other")
    func sittings() async throws {
        var sitting = Sitting("s1")
        let opened = try await changes {
            sitting.open("C0", for: "d1")
            try await sitting.save(in: archive)
        }
        #expect(opened == (true, false))
        let marked = try await changes {
            sitting.say(.painPoint(key: "hold", severity: 3), on: "C0")
            try await sitting.save(in: archive)
        }
        #expect(marked == (true, false))
        let nothing = try await changes {}
        #expect(nothing == (false, false))
        let finished = try await changes {
            sitting.finish("C0")
            try await sitting.save(in: archive)
        }
        #expect(finished == (true, false))
    }

    @Test("a call of the log, its site, a draw, a settlement and new words do")
    func others() async throws {
        let logged = try await changes {
            _ = try await archive.importRecords(
                [Sample.row("new", hours: -24 * 3)], at: Sample.now)
        }
        #expect(logged == (false, true))
        let moved = try await changes {
            _ = try await archive.importRecords(
                [Sample.row("C1", hours: -24 * 2)], at: Sample.now)
        }
        #expect(moved == (true, true))
        let held = try await changes {
            var row = Sample.row("C5", hours: 5)
            row.record.holds = []
            _ = try await archive.importRecords([row], at: Sample.now)
        }
        #expect(held == (true, false))
        let drawn = try await changes {
            try await archive.save(Sample.draw("d2", picks: ["C3"], of: ["C2", "C3"]))
        }
        #expect(drawn.week)
        let settled = try await changes {
            try await archive.settle(
                CallID("C2"),
                Settlement.Act(by: ListenerID("ana"), at: Sample.now, kind: .reopened), after: 0)
        }
        #expect(settled == (true, false))
        let adopted = try await changes {
            try await archive.adopt(
                Taxonomy(version: 1, reasons: [], painPoints: []), yaml: "",
                by: ListenerID("ana"), at: Sample.now)
        }
        #expect(adopted == (true, true))
    }

    @Test("what is known of an unchanged period is not counted again")
    func known() async throws {
        let first = try await archive.tallyWithHistory(period: Sample.week, weeks: 3)
        #expect(first.weeks.allSatisfy { $0.tally != nil })
        var known = Dictionary(
            uniqueKeysWithValues: first.weeks.map { ($0.period, $0.stamp) })
        known[first.previous.period] = first.previous.stamp
        _ = try await archive.importRecords(
            [Sample.row("new", hours: -24 * 10)], at: Sample.now)
        let second = try await archive.tallyWithHistory(
            period: Sample.week, weeks: 3, known: known)
        // The week itself is always counted; of the others the one that changed.
        #expect(second.weeks.map { $0.tally != nil } == [true, false, true])
        #expect(second.previous.tally == nil)
        #expect(second.weeks[0].tally?.population == 1)
        #expect(second.tally == first.tally)
    }
}
