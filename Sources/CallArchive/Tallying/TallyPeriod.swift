import CallModel
import Foundation

/// A period in the database's milliseconds, and the week of any instant in it.
struct TallyPeriod {
    let start: Int64
    let end: Int64
    let zone: TimeZone

    init(_ period: Period) {
        self.init(from: period.start, to: period.end, in: period.timeZone)
    }

    init(from start: Date, to end: Date, in timeZone: String) {
        self.start = StoredTime.milliseconds(start)
        self.end = StoredTime.milliseconds(end)
        zone = TimeZone(identifier: timeZone) ?? .gmt
    }

    /// Whether an instant, in milliseconds, lies in it.
    func contains(_ instant: Int64) -> Bool { start <= instant && instant < end }
}

/// ISO weeks of many instants: the calendar is asked once a week, not once a call.
struct WeekLabels {
    private let zone: TimeZone
    private var weeks: [(start: Int64, end: Int64, label: String)] = []

    init(zone: TimeZone) {
        self.zone = zone
    }

    /// The ISO week of an instant in milliseconds, `2026-W47`.
    mutating func label(of instant: Int64) -> String {
        if let known = weeks.first(where: { $0.start <= instant && instant < $0.end }) {
            return known.label
        }
        let week = Period(weekOf: StoredTime.date(instant), in: zone)
        weeks.append(
            (StoredTime.milliseconds(week.start), StoredTime.milliseconds(week.end), week.label))
        return week.label
    }
}
