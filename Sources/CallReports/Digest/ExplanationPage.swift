package import CallModel
import Foundation

/// The arithmetic of one line of a digest in words and cells, whatever it is shown on.
package struct ExplanationPage: Sendable {
    /// A column of a table.
    package struct Column: Sendable {
        package let label: String
        package let isNumber: Bool
    }

    /// What a row is about.
    package enum Subject: Sendable {
        /// A call, and where in it the pain point was marked first; nil for the whole call.
        case call(CallID, CallTimeRange?)
        /// The calls of a period in which it was heard.
        case period(Period)
        /// A group of the population, by its name.
        case group(String)
    }

    /// A row of a table: a cell for each column.
    package struct Row: Sendable {
        package let cells: [String]
        package let subject: Subject
    }

    /// The sums of one number, with their inputs before them.
    package struct Part: Sendable {
        package let title: String
        /// Empty where there is no table.
        package let columns: [Column]
        package let rows: [Row]
        package let sums: [String]
    }

    /// The pain point.
    package let title: String
    /// That calls are not listed; nil where all are.
    package let withheld: String?
    /// The digest that the line stands in: what it is, its period and scope.
    package let masthead: [String]
    package let parts: [Part]

    /// The page of an explanation.
    package init(_ explanation: Explanation, words: any TextCatalogue) {
        title = FindingEntry.label(explanation.finding)
        withheld = explanation.withheld > 0 ? words.withheld(explanation.withheld) : nil
        masthead = DigestPage.masthead(of: explanation.digest, words: words)
        let maker = PartMaker(explanation: explanation, words: words)
        parts = [
            maker.calls, maker.share, maker.minutes, maker.order, maker.change, maker.alarm,
            maker.weeks,
        ].compactMap { $0 }
    }
}

/// Makes the parts of the page; nil where there is nothing to say.
private struct PartMaker {
    let explanation: Explanation
    let words: any TextCatalogue

    private var finding: Digest.Finding { explanation.finding }
    private var digest: Digest { explanation.digest }

    var calls: ExplanationPage.Part? {
        guard !explanation.affected.isEmpty else { return nil }
        return part(
            words.explainedCalls,
            columns: [
                (words.callColumn, false), (words.standsForColumn, true),
                (words.heardByColumn, true), (words.minutesColumn, true),
                (words.severityColumn, true), (words.timeColumn, false),
            ],
            rows: explanation.affected.map { call in
                let cells = [
                    call.call.rawValue, exact(call.weight), exact(call.share),
                    exact(call.minutes), String(call.severity),
                    call.ranges.isEmpty
                        ? words.wholeCall
                        : call.ranges.map(ClockText.range).joined(separator: ", "),
                ]
                return ExplanationPage.Row(
                    cells: cells, subject: .call(call.call, call.ranges.first))
            }, sums: [])
    }

    var share: ExplanationPage.Part? {
        let affected = explanation.share.value * explanation.weightSum
        let share = explanation.share
        var sums: [ExplainedSum] = [
            .share(
                affected: exact(affected), all: exact(explanation.weightSum),
                share: exact(share.value)),
            .variance(exact(share.variance)),
        ]
        if share.variance > 0, let design = explanation.designEffective,
            let effective = finding.effective
        {
            sums.append(
                .effective(
                    share: exact(share.value), variance: exact(share.variance),
                    byWeights: exact(design), effective: exact(effective)))
        }
        if let range = finding.share, let degrees = digest.sample.degreesOfFreedom,
            !digest.sample.isCensus
        {
            sums.append(
                .shareRange(
                    level: words.percent(digest.level), degrees: String(degrees),
                    low: exact(range.low), high: exact(range.high)))
        }
        return part(
            words.shareColumn,
            columns: [
                (words.groupColumn, false), (words.populationColumn, true),
                (words.heardColumn, true), (words.withItColumn, true),
                (words.standsForColumn, true),
            ],
            rows: explanation.groups.map { group in
                let cells = [
                    DigestPage.short(group.name), words.figures.whole(group.population),
                    words.figures.whole(group.counted), exact(group.affected),
                    exact(Double(group.population) / Double(group.counted)),
                ]
                return ExplanationPage.Row(cells: cells, subject: .group(group.name))
            }, sums: sums)
    }

    var minutes: ExplanationPage.Part? {
        guard let minutes = finding.minutesPerMonth else { return nil }
        let monthly = explanation.covered / explanation.months
        var sums: [ExplainedSum] = [
            .total(
                minutes: exact(explanation.minutes.value), calls: exact(explanation.covered),
                months: exact(explanation.months), total: exact(minutes.value))
        ]
        if !digest.sample.isCensus {
            sums += [
                .variance(exact(explanation.minutes.variance * monthly * monthly)),
                .totalRange(
                    level: words.percent(digest.level), increment: exact(explanation.increment),
                    low: exact(minutes.low), high: exact(minutes.high)),
            ]
        }
        return part(words.unit(.minutesLost), sums: sums)
    }

    var order: ExplanationPage.Part? {
        guard let order = finding.order, let rank = finding.rank else { return nil }
        return part(
            words.rankColumn,
            sums: [
                .order(
                    rank: String(rank), first: exact(order.first), topThree: exact(order.topThree),
                    places: words.places(order.lowestRank, order.highestRank))
            ])
    }

    var change: ExplanationPage.Part? {
        guard let counted = digest.previousCounted, let calls = finding.previousCalls else {
            return nil
        }
        var sums: [ExplainedSum] = []
        if let change = finding.change, let comparison = digest.comparison {
            sums = [
                .difference(
                    period: SafeText.oneLine(comparison.label),
                    before: exact(change.previousShare.value),
                    difference: exact(change.difference.value), low: exact(change.difference.low),
                    high: exact(change.difference.high)),
                .chance(
                    alone: exact(change.p), tested: words.figures.whole(comparison.tested),
                    together: exact(change.q)),
            ]
        }
        return part(
            words.changeColumn, columns: periodColumns,
            rows: [
                row(
                    digest.period, heard: words.figures.whole(digest.sample.counted),
                    with: finding.calls),
                row(digest.period.previous, heard: words.figures.whole(counted), with: calls),
            ], sums: sums)
    }

    var alarm: ExplanationPage.Part? {
        guard let alarms = digest.alarms,
            let alarm = alarms.painPoints.first(where: { $0.key == finding.key }),
            let week = period(from: alarms.week, to: alarms.week),
            let before = period(from: alarms.since, to: alarms.until)
        else { return nil }
        return part(
            words.alarmPart,
            columns: [
                (words.periodColumn, false), (words.heardByWorthColumn, true),
                (words.withItByWorthColumn, true),
            ],
            rows: [
                row(week, heard: exact(alarm.counted), with: alarm.calls),
                row(before, heard: exact(alarm.countedBefore), with: alarm.callsBefore),
            ], sums: [.alarm(alone: exact(alarm.p))])
    }

    var weeks: ExplanationPage.Part? {
        guard finding.history.contains(where: { $0.counted > 0 }) else { return nil }
        return part(
            words.weeksPart, columns: periodColumns + [(words.shareColumn, true)],
            rows: finding.history.compactMap { point in
                guard let week = period(from: point.week, to: point.week) else { return nil }
                let share = point.share.map { "\(exact($0.low)) – \(exact($0.high))" } ?? ""
                return row(
                    week, heard: words.figures.whole(point.counted), with: point.calls, [share])
            },
            sums: finding.trend.map { trend in
                [
                    .trend(
                        weeks: words.figures.whole(trend.weeks), rise: exact(trend.rise),
                        alone: exact(trend.p), together: exact(trend.q))
                ]
            } ?? [])
    }

    private var periodColumns: [(String, Bool)] {
        [(words.periodColumn, false), (words.heardColumn, true), (words.withItColumn, true)]
    }

    private func row(
        _ period: Period, heard: String, with calls: Int, _ more: [String] = []
    ) -> ExplanationPage.Row {
        ExplanationPage.Row(
            cells: [SafeText.oneLine(period.label), heard, words.figures.whole(calls)] + more,
            subject: .period(period))
    }

    /// The days of some ISO weeks that follow each other; nil where those are none.
    private func period(from first: String, to last: String) -> Period? {
        let zone = TimeZone(identifier: digest.period.timeZone) ?? .gmt
        guard let start = Period(week: first, in: zone), let end = Period(week: last, in: zone)
        else { return nil }
        guard first != last else { return start }
        let calendar = Calendar.iso8601(in: zone)
        return Period(
            from: calendar.day(of: start.start),
            through: calendar.day(of: end.end.addingTimeInterval(-1)), in: zone)
    }

    /// Six significant digits: enough to do the sum again.
    private func exact(_ value: Double) -> String { words.figures.significant(value, 6) }

    private func part(
        _ title: String, columns: [(label: String, isNumber: Bool)] = [],
        rows: [ExplanationPage.Row] = [], sums: [ExplainedSum]
    ) -> ExplanationPage.Part {
        ExplanationPage.Part(
            title: title,
            columns: rows.isEmpty
                ? [] : columns.map { .init(label: $0.label, isNumber: $0.isNumber) },
            rows: rows, sums: sums.map(words.explained))
    }
}
