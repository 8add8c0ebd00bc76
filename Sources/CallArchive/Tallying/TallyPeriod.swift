import CallModel
import Foundation

/// A period in the database's milliseconds, and the week of any instant in it.
struct TallyPeriod {
    let start: Int64
    let end: Int64
    let zone: TimeZone

    init(_ period: Period) {
        start = StoredTime.milliseconds(period.start)
        end = StoredTime.milliseconds(period.end)
        zone = TimeZone(identifier: period.timeZone) ?? .gmt
    }
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
