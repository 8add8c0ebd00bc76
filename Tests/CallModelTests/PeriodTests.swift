import CallModel
import Foundation
import Testing

@Suite("Periods")
struct PeriodTests {
    private let madrid: TimeZone

    init() throws {
        madrid = try #require(TimeZone(identifier: "Europe/Madrid"))
    }

    @Test("a week starts on Monday at midnight of its zone")
    func weekStartsOnMonday() throws {
        let week = try #require(Period(week: "2026-W47", in: madrid))
        #expect(week.start == ISO8601DateFormatter().date(from: "2026-11-15T23:00:00Z"))
        #expect(week.end == ISO8601DateFormatter().date(from: "2026-11-22T23:00:00Z"))
        #expect(week.label == "2026-W47")
        #expect(Period(weekOf: week.end.addingTimeInterval(-1), in: madrid) == week)
    }

    @Test("the week of a clock change has an hour more")
    func clockChange() throws {
        let week = try #require(Period(week: "2026-W43", in: madrid))
        #expect(week.end.timeIntervalSince(week.start) == 7 * 86_400 + 3_600)
    }

    @Test(
        "a year has the weeks it has",
        arguments: ["2025-W53", "2026-W00", "2026-W54", "2026-47", "W47", ""])
    func weeksThatDoNotExist(text: String) {
        #expect(Period(week: text, in: madrid) == nil)
    }

    @Test("2026 has a week 53")
    func weekFiftyThree() throws {
        let week = try #require(Period(week: "2026-W53", in: .gmt))
        #expect(week.label == "2026-W53")
        #expect(Period(weekOf: week.end, in: .gmt).label == "2027-W01")
    }

    @Test("the previous period ends where this one starts")
    func previous() throws {
        let first = try #require(Period(week: "2026-W01", in: madrid))
        #expect(first.previous.label == "2025-W52")
        #expect(first.previous.end == first.start)
        let january = try #require(Period(month: "2026-01", in: madrid))
        #expect(january.previous.label == "2025-12")
        #expect(january.previous.end == january.start)
        let from = try #require(CalendarDay("2026-10-20"))
        let through = try #require(CalendarDay("2026-10-29"))
        let days = try #require(Period(from: from, through: through, in: madrid))
        #expect(days.previous.label == "2026-10-10..2026-10-19")
        #expect(days.previous.end == days.start)
    }

    @Test("the last whole weeks end with the period or before")
    func wholeWeeks() throws {
        let week = try #require(Period(week: "2026-W02", in: madrid))
        #expect(week.lastWholeWeeks(3).map(\.label) == ["2025-W52", "2026-W01", "2026-W02"])
        // November 2026 ends on a Monday: its last week is cut.
        let month = try #require(Period(month: "2026-11", in: madrid))
        #expect(month.lastWholeWeeks(2).map(\.label) == ["2026-W47", "2026-W48"])
        #expect(month.lastWholeWeeks(0).isEmpty)
    }

    @Test("a day is a day of the calendar")
    func days() {
        #expect(CalendarDay("2024-02-29")?.description == "2024-02-29")
        #expect(CalendarDay("2026-02-29") == nil)
        #expect(CalendarDay("1900-02-29") == nil)
        #expect(CalendarDay("2026-2-9") == nil)
    }
}
