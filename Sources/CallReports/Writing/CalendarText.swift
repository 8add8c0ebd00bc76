package import CallModel
public import Foundation

/// Days and times of the calendar as they are in a time zone, the same in every language.
public enum CalendarText {
    /// The day of an instant.
    package static func day(_ date: Date, in zone: TimeZone) -> CalendarDay? {
        let parts = components(date, in: zone)
        guard let year = parts.year, let month = parts.month, let day = parts.day else {
            return nil
        }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// `2026-11-18 10:42`.
    public static func dateTime(_ date: Date, in zone: TimeZone) -> String {
        guard let day = day(date, in: zone) else { return "" }
        return day.description + " " + timeOfDay(date, in: zone)
    }

    /// `10:42`.
    public static func timeOfDay(_ date: Date, in zone: TimeZone) -> String {
        let parts = components(date, in: zone)
        return padded(parts.hour) + ":" + padded(parts.minute)
    }

    /// `10:42:07`.
    public static func timeOfDayInSeconds(_ date: Date, in zone: TimeZone) -> String {
        timeOfDay(date, in: zone) + ":" + padded(components(date, in: zone).second)
    }

    private static func padded(_ value: Int?) -> String {
        let value = value ?? 0
        return value < 10 ? "0\(value)" : String(value)
    }

    /// The first and the last day of a period, in its own time zone.
    package static func days(of period: Period) -> (first: CalendarDay, last: CalendarDay)? {
        let zone = TimeZone(identifier: period.timeZone) ?? .gmt
        // The end is the first instant after, so the last day is that of the second before.
        let last = max(period.start, period.end.addingTimeInterval(-1))
        guard let first = day(period.start, in: zone), let last = day(last, in: zone) else {
            return nil
        }
        return (first, last)
    }

    private static func components(_ date: Date, in zone: TimeZone) -> DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
    }
}
