import CallModel
import Foundation

/// Asks of the last week whether anything was heard far more often than in the weeks before.
///
/// Each week is held against the eight before last week, so that a rise that began last week does not
/// hide itself. The test is exact and takes no steady effort for granted: a mean of weekly counts
/// raises several times as many false alarms where the number of calls heard varies from week to week.
struct AlarmMaker {
    /// How rarely chance may bring as many.
    static let threshold = 0.01
    /// The fewest calls that are an alarm.
    static let fewest = 3
    /// Weeks held against, and those of them that must have been listened to.
    static let baseline = 8
    static let fewestListened = 4

    private let week: PeriodCounts
    private let before: WeekSpan
    private let taxonomy: Taxonomy
    private let breaks: TaxonomyBreaks
    private let weeks: [PeriodCounts]

    /// `weeks` are in a row, the last is the one asked. Nil where the last week, or too many of those
    /// before, were not listened to.
    init?(_ weeks: [PeriodCounts], taxonomy: Taxonomy, breaks: TaxonomyBreaks) {
        guard let week = weeks.last, week.counted > 0 else { return nil }
        before = WeekSpan(weeks.dropLast(2).suffix(Self.baseline))
        guard before.listenedWeeks >= Self.fewestListened else { return nil }
        self.week = week
        self.weeks = weeks
        self.taxonomy = taxonomy
        self.breaks = breaks
    }

    /// The alarms.
    var alarms: Digest.Alarms {
        Digest.Alarms(
            week: week.period.label,
            since: before.weeks.first?.period.label ?? "",
            until: before.weeks.last?.period.label ?? "",
            painPoints: painPoints, volume: Self.volume(weeks))
    }

    private var painPoints: [Digest.Alarm] {
        let start = before.weeks.first?.period.start ?? .distantPast
        var alarms: [Digest.Alarm] = []
        for (key, point) in week.painPoints {
            guard breaks.last(of: key, from: start, to: week.period.end) == nil,
                let now = point.load
            else { continue }
            let earlier = before.load(of: key)
            let calls = Int(now.affected.rounded())
            guard calls >= Self.fewest, earlier.calls > 0 else { continue }
            let callsBefore = Int(earlier.affected.rounded())
            let p = CountSurge.test(
                calls, of: now.calls, before: callsBefore, of: earlier.calls)
            guard p < Self.threshold else { continue }
            alarms.append(
                Digest.Alarm(
                    key: key, label: taxonomy.painPoint(key)?.label ?? key, calls: calls,
                    counted: now.calls,
                    callsBefore: callsBefore, countedBefore: earlier.calls, p: p))
        }
        return alarms.sorted {
            $0.p == $1.p ? $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) : $0.p < $1.p
        }
    }

    /// The number of calls of the last week, where it stands out and every log is whole: a week of
    /// the log that is missing would make the next one seem busy.
    static func volume(_ weeks: [PeriodCounts]) -> Digest.VolumeAlarm? {
        let lag = 2
        let used = weeks.suffix(EarlyWarning.baseline + lag + 1)
        guard let last = used.last, let calls = last.population,
            used.allSatisfy({
                ($0.population ?? 0) > 0 && LogCoverage.partial(last, beside: $0) == nil
            }),
            let warning = EarlyWarning(used.map { Double($0.population ?? 0) }, lag: lag),
            warning.isAlarm
        else { return nil }
        return Digest.VolumeAlarm(calls: calls, usual: warning.mean, upper: warning.upper)
    }
}
