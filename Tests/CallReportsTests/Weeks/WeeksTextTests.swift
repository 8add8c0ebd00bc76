import CallModel
import Foundation
import Testing

@testable import CallReports

@Suite("What was heard week by week")
struct WeeksTextTests {
    /// Four weeks of which nobody listened to the second; a name that is no name.
    private static func report(label: String = "Hold too long") -> WeekReport {
        var week = Period(week: "2026-W44", in: .gmt)!
        var weeks: [WeekReport.Week] = []
        for counted in [20, 0, 24, 30] {
            weeks.append(WeekReport.Week(period: week, population: 400, counted: counted))
            week = Period(weekOf: week.end, in: .gmt)
        }
        func line(_ key: String, _ label: String, _ calls: [Int]) -> WeekReport.Line {
            WeekReport.Line(
                key: key, label: label,
                points: zip(weeks, calls).map { week, calls in
                    let share = Double(calls) / Double(max(1, week.counted))
                    return Digest.WeekPoint(
                        week: week.period.label, counted: week.counted, calls: calls,
                        share: week.counted == 0
                            ? nil
                            : Estimate(value: share, low: share * 0.6, high: share * 1.5 + 0.05),
                        startsAnew: key == "menu" && week.period.label == "2026-W46")
                }, callers: calls.map { $0 - $0 / 4 })
        }
        return WeekReport(
            scope: Scope(site: "Mérida"), level: 0.9, weeks: weeks,
            lines: [
                line("hold-too-long", label, [4, 0, 8, 12]),
                line("menu", "Long menu", [1, 0, 0, 2]),
            ])
    }

    @Test("is drawn for people, at any width")
    func terminal() throws {
        let report = Self.report()
        try Snapshot.check(WeeksText.terminal(report), "weeks.txt")
        for width in [40, 80, 132] {
            var form = TerminalForm()
            form.width = width
            for line in WeeksText.terminal(report, form: form).split(separator: "\n") {
                #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
            }
        }
    }

    @Test("is a row a week and pain point for spreadsheets, and one object for programs")
    func machines() throws {
        let report = Self.report(label: "=HYPERLINK(\"x\"),\n\u{1B}[31m")
        let rows = CSVReader.rows(WeeksText.csv(report))
        #expect(rows.count == 1 + 2 * 4)
        #expect(Set(rows.map(\.count)) == [15])
        #expect(rows[1][8].hasPrefix("'=HYPERLINK"))
        #expect(rows[2][11] == "" && rows[2][6] == "0")
        #expect(rows[4][10] == "9" && rows[7][14] == "true")
        try Snapshot.check(WeeksText.json(Self.report()), "weeks.json")
    }

    @Test("of nothing there is little to say")
    func nothing() {
        let report = WeekReport(scope: Scope(), level: 0.9, weeks: [], lines: [])
        #expect(WeeksText.terminal(report).contains("No call that a draw picked was heard"))
        #expect(CSVReader.rows(WeeksText.csv(report)).count == 1)
    }
}
