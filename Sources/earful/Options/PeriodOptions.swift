import ArgumentParser
import CallModel
import Foundation

/// Which days a command speaks of.
struct PeriodOptions: ParsableArguments {
    @Option(help: ArgumentHelp("An ISO week, such as 2026-W47.", valueName: "week"))
    var week: String?

    @Option(help: ArgumentHelp("A month, such as 2026-11.", valueName: "month"))
    var month: String?

    @Option(help: ArgumentHelp("The first day, such as 2026-11-01.", valueName: "day"))
    var from: String?

    @Option(help: ArgumentHelp("The last day, such as 2026-11-15.", valueName: "day"))
    var to: String?

    mutating func validate() throws {
        let ways = [week != nil, month != nil, from != nil || to != nil].count { $0 }
        guard ways <= 1 else {
            throw ValidationError("Give one of --week, --month, or --from with --to.")
        }
        guard (from == nil) == (to == nil) else {
            throw ValidationError("--from and --to go together: give both.")
        }
        // A zone is needed to make a period; whether the texts are right does not depend on it.
        _ = try period(in: .gmt)
    }

    /// Whether any days are named.
    var isGiven: Bool { week != nil || month != nil || from != nil }

    /// The period in a time zone, or the usual one where none was named; throws ``NothingHeard`` where
    /// there is none.
    func period(
        in zone: TimeZone, else usual: () async throws -> Period?
    ) async throws -> Period {
        if let named = try period(in: zone) { return named }
        guard let period = try await usual() else { throw NothingHeard() }
        return period
    }

    /// The period in a time zone; nil where none was named.
    func period(in zone: TimeZone) throws -> Period? {
        if let week {
            guard let period = Period(week: week, in: zone) else {
                throw ValidationError("'\(week)' is no ISO week. Write it as 2026-W47.")
            }
            return period
        }
        if let month {
            guard let period = Period(month: month, in: zone) else {
                throw ValidationError("'\(month)' is no month. Write it as 2026-11.")
            }
            return period
        }
        guard let from, let to else { return nil }
        guard let first = CalendarDay(from), let last = CalendarDay(to) else {
            throw ValidationError(
                "'\(CalendarDay(from) == nil ? from : to)' is no day. Write it as 2026-11-15.")
        }
        guard let period = Period(from: first, through: last, in: zone) else {
            throw ValidationError("--to \(to) lies before --from \(from).")
        }
        return period
    }
}
