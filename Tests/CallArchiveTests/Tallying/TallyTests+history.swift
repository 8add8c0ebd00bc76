import CallModel
import Foundation
import Testing

@testable import CallArchive

extension TallyTests {
    @Test("the history is what single tallies say, with every version of the taxonomy")
    func history() async throws {
        try await drawStratified()
        try await listen()
        try await archive.adopt(
            Taxonomy(version: 1, reasons: [], painPoints: []), yaml: "", by: ListenerID("ana"),
            at: Sample.now)
        let history = try await archive.tallyWithHistory(
            period: Sample.week, scope: Scope(site: "North"), weeks: 3)
        let alone = try await tally(Scope(site: "North"))
        #expect(history.tally == alone && history.weeks.last?.tally == alone)
        #expect(history.previous.tally == history.weeks[1].tally)
        #expect(history.previous.period == Sample.week.previous)
        #expect(history.previous.tally?.population == 0 && history.weeks.count == 3)
        #expect(history.taxonomies.map(\.taxonomy.version) == [1])
        #expect(history.taxonomies[0].from == Sample.now)
    }

    @Test("corners are queues of sites, with the calls counted in them, and the draws are named")
    func corners() async throws {
        try await drawStratified()
        try await listen()
        let now = try await tally()
        #expect(
            now.corners == [
                .init(site: "North", queue: "even", population: 3, counted: 1),
                .init(site: "North", queue: "odd", population: 2, counted: 0),
                .init(site: "South", queue: "even", population: 2, counted: 1),
                .init(site: "South", queue: "odd", population: 3, counted: 1),
            ])
        #expect(now.draws == [DrawID("d1")])
        #expect(try await tally(Scope(site: "North")).corners.map(\.population) == [3, 2])
        #expect(try await tally(Scope(), Sample.week.previous).draws.isEmpty)
    }

    @Test("corners without a name come first, and a scope has its own")
    func namelessCorners() async throws {
        _ = try await archive.importRecords(
            [
                Sample.row("N1", hours: 20, site: "North", queue: nil),
                Sample.row("N2", hours: 21, site: nil, queue: "odd"),
                Sample.row("N3", hours: 22, site: nil, queue: nil),
            ], at: Sample.now)
        let corners = try await tally().corners
        #expect(
            corners.map { "\($0.site ?? "-") \($0.queue ?? "-")" } == [
                "- -", "- odd", "North -", "North even", "North odd", "South even", "South odd",
            ])
        #expect(corners.map(\.population) == [1, 1, 1, 3, 2, 2, 3])
        #expect(try await tally(Scope(site: "South")).corners.map(\.population) == [2, 3])
    }

    @Test("what was heard before is asked of drawn calls, under the key of today")
    func firsts() async throws {
        try await drawStratified()
        try await listen()
        try await archive.adopt(
            Taxonomy(
                version: 1, reasons: [],
                painPoints: [
                    PainPoint(key: "wait", label: "Wait", description: ""),
                    PainPoint(key: "hold", label: "Hold", description: "", mergedInto: "wait"),
                    PainPoint(key: "doubt", label: "Doubt", description: ""),
                ]), yaml: "", by: ListenerID("ana"), at: Sample.now)
        // Calls of four weeks on, in which all of it is heard again, and something else.
        _ = try await archive.importRecords([Sample.row("late", hours: 28 * 24)], at: Sample.now)
        var later = Sitting("later", by: "ana")
        later.open("late")
        for key in ["hold", "doubt", "other"] {
            later.say(.painPoint(key: key, severity: 2), on: "late")
        }
        try await later.save(in: archive)
        let week = Period(weekOf: Sample.monday + 28 * 86_400, in: .gmt)
        let history = try await archive.tallyWithHistory(period: week, weeks: 16)
        #expect(history.listeningSince == Sample.monday)
        let keys: Set<String> = ["wait", "doubt", "other"]
        #expect(try await archive.heardBefore(week.start, of: keys) == ["wait", "doubt"])
        #expect(
            try await archive.heardBefore(week.start, of: keys, scope: Scope(site: "South"))
                .isEmpty)
        // Before the same week nothing was.
        #expect(try await archive.heardBefore(Sample.week.start, of: keys).isEmpty)
    }

    @Test("holds of call records, day by day, in the scope; a silent record is no record of none")
    func holds() async throws {
        func row(
            _ id: String, hours: Double, site: String = "North", holds: Int?
        ) throws -> MetadataRow {
            var row = Sample.row(id, hours: hours, site: site)
            row.record.holds = try holds.map { count in
                try (0..<count).map {
                    try #require(CallTimeRange(milliseconds: $0 * 9000, $0 * 9000 + 5000))
                }
            }
            return row
        }
        #expect(try await tally().holds == LoggedHolds())
        _ = try await archive.importRecords(
            [
                try row("h1", hours: 1, holds: 2), try row("h2", hours: 2, holds: 0),
                try row("h3", hours: 3, holds: nil), try row("h4", hours: 60, holds: 1),
                try row("h5", hours: 61, site: "South", holds: 4),
                try row("h6", hours: 7 * 24, holds: 9),
            ], at: Sample.now)
        #expect(
            try await tally().holds
                == LoggedHolds(days: [
                    LoggedHolds.Day(calls: 2, callsHeld: 1, holds: 2),
                    LoggedHolds.Day(calls: 2, callsHeld: 2, holds: 5),
                ]))
        #expect(
            try await tally(Scope(site: "South")).holds.total
                == LoggedHolds.Day(calls: 1, callsHeld: 1, holds: 4))
    }

    @Test("the days with calls, and the longest silence, edges included")
    func loggedDays() async throws {
        // All ten calls begin on the first of seven days.
        let logged = try #require(try await tally().loggedDays)
        #expect(logged == Tally.LoggedDays(days: 7, daysWithCalls: 1, longestSilence: 6))
        let before = try await tally(Scope(), Sample.week.previous.previous)
        #expect(
            before.loggedDays == Tally.LoggedDays(days: 7, daysWithCalls: 0, longestSilence: 7))
        _ = try await archive.importRecords(
            [Sample.row("third", hours: 50), Sample.row("last", hours: 167)], at: Sample.now)
        let more = try await tally()
        #expect(
            more.loggedDays == Tally.LoggedDays(days: 7, daysWithCalls: 3, longestSilence: 3))
    }
}
