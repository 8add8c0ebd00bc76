public import CallModel

extension DigestMaker {
    /// What was heard week by week, from the counts of weeks that follow each other, the oldest first,
    /// and every version of the taxonomy.
    public func weeks(
        _ weeks: [PeriodCounts], scope: Scope, taxonomies: [TallyHistory.DatedTaxonomy]
    ) -> WeekReport {
        let breaks = TaxonomyBreaks(
            taxonomies, timeZone: weeks.first?.period.timeZone ?? "UTC")
        let taxonomy = taxonomies.last?.taxonomy
        let lines = WeekSpan(weeks).keys.map { key in
            WeekReport.Line(
                key: key, label: taxonomy?.painPoint(key)?.label ?? key,
                points: weeks.map { $0.point(of: key, breaks: breaks) },
                callers: weeks.map { $0[key].callers.count })
        }
        // By the bytes of the key, which a sort by calls alone would not keep.
        let ordered = lines.enumerated().sorted { left, right in
            let (first, second) = (left.element.calls, right.element.calls)
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
        return WeekReport(
            scope: scope, level: settings.level,
            weeks: weeks.map {
                WeekReport.Week(
                    period: $0.period, population: $0.population, counted: $0.counted)
            }, lines: ordered)
    }
}

extension PeriodCounts {
    /// What was heard of a pain point, as a week of a picture.
    func point(of key: String, breaks: TaxonomyBreaks) -> Digest.WeekPoint {
        Digest.WeekPoint(
            week: period.label, counted: counted, calls: self[key].calls,
            share: counted > 0 ? self[key].shown : nil,
            startsAnew: breaks.last(of: key, from: period.start, to: period.end) != nil)
    }
}
