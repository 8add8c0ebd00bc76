import CallArchive
import CallModel
import Foundation

/// One person's listening, by weeks.
struct ListeningHour: Sendable {
    /// A week of one listener.
    struct Week: Sendable, Hashable {
        let label: String
        let seconds: Double
    }

    /// Weeks that are looked at for the streak, this one included.
    static let weeksKept = 53
    /// Weeks that are drawn.
    static let weeksShown = 8

    /// The newest first.
    let weeks: [Week]

    /// Adds up sittings; each counts in the week in which it began.
    init(_ sittings: [CallArchive.SessionSummary], now: Date, zone: TimeZone) {
        var seconds: [String: Double] = [:]
        for sitting in sittings {
            let label = Period.weekLabel(of: sitting.startedAt, in: zone)
            seconds[label, default: 0] += sitting.heardSeconds
        }
        var weeks: [Week] = []
        var week = Period(weekOf: now, in: zone)
        for _ in 0..<Self.weeksKept {
            weeks.append(Week(label: week.label, seconds: seconds[week.label] ?? 0))
            week = week.previous
        }
        self.weeks = weeks
    }

    /// How many weeks in a row.
    var streak: Int { Streak(newestFirst: weeks.map { $0.seconds > 0 }).weeks }
}
