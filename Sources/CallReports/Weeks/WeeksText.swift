public import CallModel

/// What was heard week by week, for people and for machines.
public enum WeeksText {
    /// Each pain point with its weeks drawn, those heard in the most calls first.
    public static func terminal(
        _ report: WeekReport, form: TerminalForm = TerminalForm()
    ) -> String {
        let words = form.language.words
        var page = TerminalPage(form: form)
        page.line([
            Span(words.weeksTitle, .heading), Span(words.separator, .quiet),
            Span(
                span(of: report).map { DigestPage.masthead(of: $0, report.scope, words: words) }?
                    .joined(separator: words.separator) ?? "", .quiet),
        ])
        page.gap()
        page.paragraph(
            words.weeksHeard(
                report.weeks.reduce(0) { $0 + $1.counted },
                listened: report.weeks.count { $0.counted > 0 }, of: report.weeks.count))
        for line in report.lines {
            page.gap()
            page.line([
                Span("  "), Span(SafeText.cut(SafeText.oneLine(line.label), width: 60), .strong),
                Span("  " + words.calls(line.calls), .quiet),
            ])
            if let chart = WeekChart(line.points, words: words) {
                chart.write(on: &page, indent: 4, words: words)
            }
        }
        if !report.lines.isEmpty {
            page.gap()
            page.footnotes([words.shareRangeFootnote])
        }
        return page.text
    }

    /// A row for each pain point and week, after a header; an empty cell is not known.
    public static func csv(_ report: WeekReport) -> String {
        let columns = [
            "week", "site", "queue", "direction", "level", "population", "counted", "key", "label",
            "calls", "callers", "share", "share_low", "share_high", "redefined",
        ]
        var text = CSVText.line(columns.map { .text($0) })
        for line in report.lines {
            for (index, (week, point)) in zip(report.weeks, line.points).enumerated() {
                text += CSVText.line([
                    .text(week.period.label), .init(report.scope.site), .init(report.scope.queue),
                    .init(report.scope.direction?.rawValue), .number(report.level),
                    .init(week.population), .integer(week.counted), .text(line.key),
                    .text(line.label), .integer(point.calls), .integer(line.callers[index]),
                    .init(point.share?.value), .init(point.share?.low), .init(point.share?.high),
                    .bool(point.startsAnew),
                ])
            }
        }
        return text
    }

    /// The report as one JSON object; what is not known is absent.
    public static func json(_ report: WeekReport) -> String {
        JSONText.object([
            .init("site", report.scope.site.map(JSONText.string)),
            .init("queue", report.scope.queue.map(JSONText.string)),
            .init("direction", (report.scope.direction?.rawValue).map(JSONText.string)),
            .init("level", .number(report.level)),
            .init(
                "weeks",
                .array(
                    report.weeks.map { week in
                        .object([
                            .init("week", .string(week.period.label)),
                            .init("population", week.population.map(JSONText.integer)),
                            .init("counted", .integer(week.counted)),
                        ])
                    })),
            .init(
                "painPoints",
                .array(
                    report.lines.map { line in
                        .object([
                            .init("key", .string(line.key)), .init("label", .string(line.label)),
                            .init("calls", .integer(line.calls)),
                            .init("weeks", .array(zip(line.points, line.callers).map(point))),
                        ])
                    })),
        ]).text(indented: true) + "\n"
    }

    private static func point(_ point: Digest.WeekPoint, callers: Int) -> JSONText {
        .object([
            .init("calls", .integer(point.calls)), .init("callers", .integer(callers)),
            .init("share", (point.share?.value).map(JSONText.number)),
            .init("shareLow", (point.share?.low).map(JSONText.number)),
            .init("shareHigh", (point.share?.high).map(JSONText.number)),
            .init("redefined", point.startsAnew ? .bool(true) : nil),
        ])
    }

    /// The weeks as one stretch; nil where there are none.
    private static func span(of report: WeekReport) -> Period? {
        guard let first = report.weeks.first?.period, let last = report.weeks.last?.period else {
            return nil
        }
        return Period(
            kind: .custom, label: "\(first.label)..\(last.label)", start: first.start,
            end: last.end, timeZone: first.timeZone)
    }
}
