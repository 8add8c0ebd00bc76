public import Foundation

extension Period {
    /// The ISO 8601 week that `text` names (`2026-W47`), in a time zone.
    ///
    /// Nil where the text is no such week or the year has no week of that number.
    public init?(week text: String, in zone: TimeZone) {
        let parts = text.split(separator: "-W", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
            let year = Int(parts[0]), let week = Int(parts[1]), (1...53).contains(week)
        else { return nil }
        let calendar = Calendar.iso8601(in: zone)
        let components = DateComponents(weekday: 2, weekOfYear: week, yearForWeekOfYear: year)
        guard let monday = calendar.date(from: components),
            calendar.component(.weekOfYear, from: monday) == week,
            calendar.component(.yearForWeekOfYear, from: monday) == year
        else { return nil }
        self.init(weekOf: monday, in: zone)
    }

    /// The ISO 8601 week, in a time zone, in which an instant lies.
    public init(weekOf instant: Date, in zone: TimeZone) {
        let calendar = Calendar.iso8601(in: zone)
        // Every instant lies in a week; an hour is never reached.
        let interval =
            calendar.dateInterval(of: .weekOfYear, for: instant)
            ?? DateInterval(start: instant, duration: 3600)
        self.init(
            kind: .week, label: Self.weekLabel(of: instant, in: zone), start: interval.start,
            end: interval.end, timeZone: zone.identifier)
    }

    /// The calendar month that `text` names (`2026-11`), in a time zone; nil where it names none.
    public init?(month text: String, in zone: TimeZone) {
        guard let first = CalendarDay(text + "-01") else { return nil }
        let calendar = Calendar.iso8601(in: zone)
        guard let start = calendar.date(of: first),
            let end = calendar.date(byAdding: .month, value: 1, to: start)
        else { return nil }
        self.init(kind: .month, label: text, start: start, end: end, timeZone: zone.identifier)
    }

    /// The days from `first` to `last`, both inside, in a time zone; nil where `last` is earlier.
    public init?(from first: CalendarDay, through last: CalendarDay, in zone: TimeZone) {
        let calendar = Calendar.iso8601(in: zone)
        guard first <= last, let start = calendar.date(of: first),
            let lastStart = calendar.date(of: last),
            let end = calendar.date(byAdding: .day, value: 1, to: lastStart)
        else { return nil }
        self.init(
            kind: .custom, label: "\(first)..\(last)", start: start, end: end,
            timeZone: zone.identifier)
    }

    /// The period of the same kind that ends where this one starts; as many days for a custom one.
    public var previous: Period {
        let zone = TimeZone(identifier: timeZone) ?? .gmt
        let calendar = Calendar.iso8601(in: zone)
        let justBefore = start.addingTimeInterval(-1)
        switch kind {
        case .week:
            return Period(weekOf: justBefore, in: zone)
        case .month:
            let day = calendar.day(of: justBefore)
            let label = "\(day)".prefix(7)
            return Period(month: String(label), in: zone) ?? self
        case .custom:
            let length = calendar.dateComponents([.day], from: start, to: end).day ?? 1
            let first = calendar.date(byAdding: .day, value: -length, to: start) ?? justBefore
            return Period(
                from: calendar.day(of: first), through: calendar.day(of: justBefore), in: zone)
                ?? self
        }
    }

    /// The label of the ISO 8601 week, in a time zone, in which an instant lies: `2026-W47`.
    public static func weekLabel(of instant: Date, in zone: TimeZone) -> String {
        let parts = Calendar.iso8601(in: zone)
            .dateComponents([.weekOfYear, .yearForWeekOfYear], from: instant)
        let week = parts.weekOfYear ?? 1
        return "\(parts.yearForWeekOfYear ?? 1)-W\(week < 10 ? "0" : "")\(week)"
    }
}

extension Calendar {
    /// The calendar of ISO 8601 (weeks begin on Monday) in a time zone.
    public static func iso8601(in zone: TimeZone) -> Calendar {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = zone
        return calendar
    }

    /// The first instant of a day; nil where the calendar has no such instant.
    public func date(of day: CalendarDay) -> Date? {
        date(from: DateComponents(year: day.year, month: day.month, day: day.day))
            .map(startOfDay(for:))
    }

    /// The day in which an instant lies.
    public func day(of instant: Date) -> CalendarDay {
        let parts = dateComponents([.year, .month, .day], from: instant)
        return CalendarDay(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1)
            ?? CalendarDay.first
    }
}

extension CalendarDay {
    /// The first day that can be written.
    static let first = CalendarDay("0001-01-01")!
}
