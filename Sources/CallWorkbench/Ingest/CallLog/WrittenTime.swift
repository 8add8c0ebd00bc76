import Foundation

/// A date and a time of day as somebody wrote them, taken apart but not yet placed on the time
/// line.
struct WrittenTime: Hashable {
    /// In which order day and month stand in a date such as 04/05/2026.
    enum Order: Hashable {
        case dayFirst, monthFirst
    }

    /// The three numbers of a date.
    enum Day: Hashable {
        case calendar(year: Int, month: Int, day: Int)
        /// Two numbers whose order the text itself does not tell.
        case either(first: Int, second: Int, year: Int)
    }

    /// The day; for an instant in epoch seconds, nil.
    var day: Day?
    /// Seconds since midnight, or since 1970 where there is no day.
    var seconds: Double
    /// Seconds east of Greenwich, where the text says.
    var offset: Int?

    /// The instant: by the offset in the text, else in the zone. A time that a clock shows twice is
    /// the earlier one; one that a clock skips is as long after midnight as it says.
    ///
    /// Nil where the calendar has no such day.
    func date(order: Order, zone: TimeZone) -> Date? {
        guard let day else { return Date(timeIntervalSince1970: seconds) }
        let (year, month, dayOfMonth): (Int, Int, Int) =
            switch day {
            case .calendar(let year, let month, let day): (year, month, day)
            case .either(let first, let second, let year):
                order == .dayFirst ? (year, second, first) : (year, first, second)
            }
        guard (1...12).contains(month), dayOfMonth >= 1,
            dayOfMonth <= Self.length(ofMonth: month, year: year)
        else { return nil }
        let days = Self.daysSince1970(year: year, month: month, day: dayOfMonth)
        let local = Double(days) * 86_400 + seconds
        if let offset { return Date(timeIntervalSince1970: local - Double(offset)) }
        // The offsets in force half a day before and after bound every change of the clock.
        let before = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local - 43_200))
        let after = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local + 43_200))
        let early = Date(timeIntervalSince1970: local - Double(before))
        if before == after || zone.secondsFromGMT(for: early) == before { return early }
        let late = Date(timeIntervalSince1970: local - Double(after))
        return zone.secondsFromGMT(for: late) == after ? late : early
    }

    /// Days from 1970-01-01 in the Gregorian calendar, counted from March so that leap days come
    /// last.
    static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let leapDays = shifted / 4 - shifted / 100 + shifted / 400
        return shifted * 365 + leapDays + dayOfYear - 719_468
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
