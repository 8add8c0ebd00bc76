import CallModel
import Foundation

/// Which digest a page was asked for, as its address says it.
struct DigestQuery: Sendable, Hashable {
    /// The period; nil for the latest week of calls that somebody heard.
    let period: Period?
    /// The part.
    let scope: Scope

    /// Reads a query; throws ``WebProblem`` where a field says nothing that there can be a digest of.
    init(_ query: FormFields, in zone: TimeZone, words: DigestSheetWords) throws(WebProblem) {
        let wrong = WebProblem(.badRequest, words.badPeriod)
        if let name = query["period"] {
            guard let named = Period(named: name, in: zone) else { throw wrong }
            period = named
        } else if let week = query["week"] {
            guard let named = Period(week: week, in: zone) else { throw wrong }
            period = named
        } else if let month = query["month"] {
            guard let named = Period(month: month, in: zone) else { throw wrong }
            period = named
        } else if query["from"] != nil || query["to"] != nil {
            guard let from = query["from"].flatMap(CalendarDay.init),
                let to = query["to"].flatMap(CalendarDay.init),
                let named = Period(from: from, through: to, in: zone)
            else { throw wrong }
            period = named
        } else {
            period = nil
        }
        let direction = query["direction"]
        guard let direction else {
            scope = Scope(site: query["site"], queue: query["queue"], direction: nil)
            return
        }
        guard let known = CallDirection(rawValue: direction) else { throw wrong }
        scope = Scope(site: query["site"], queue: query["queue"], direction: known)
    }

    /// The address of a digest.
    static func path(
        _ page: String, of period: Period, _ scope: Scope, _ more: [(String, String?)] = []
    ) -> String {
        let fields: [(String, String?)]
        switch period.kind {
        case .week: fields = [("week", period.label)]
        case .month: fields = [("month", period.label)]
        case .custom:
            let days = period.label.components(separatedBy: "..")
            fields = [("from", days.first), ("to", days.last)]
        }
        return LinkText.path(
            page,
            fields + [
                ("site", scope.site), ("queue", scope.queue),
                ("direction", scope.direction?.rawValue),
            ] + more)
    }
}

extension Period {
    /// The period that a label names: `2026-W47`, `2026-11`, or `2026-11-01..2026-11-15`.
    init?(named label: String, in zone: TimeZone) {
        let days = label.components(separatedBy: "..").map(CalendarDay.init)
        if days.count == 2, let from = days[0], let to = days[1] {
            self.init(from: from, through: to, in: zone)
        } else if label.contains("W") {
            self.init(week: label, in: zone)
        } else {
            self.init(month: label, in: zone)
        }
    }

    /// The period of the same kind that begins where this one ends.
    var next: Period? {
        let zone = TimeZone(identifier: timeZone) ?? .gmt
        switch kind {
        case .week: return Period(weekOf: end, in: zone)
        case .month:
            let day = Calendar.iso8601(in: zone).day(of: end)
            return Period(month: String("\(day)".prefix(7)), in: zone)
        case .custom: return nil
        }
    }
}
