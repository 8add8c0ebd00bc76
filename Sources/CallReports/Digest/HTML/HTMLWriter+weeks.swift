import CallModel

extension HTMLWriter {
    /// The weeks as table cells, which every mail program can draw: a pale stretch from the low to
    /// the high end, a dark line at the best value, nothing in a week without listening.
    func weekChart(_ chart: WeekChart) -> Markup {
        let cells = chart.weeks.map { week in
            Markup.element(
                "td", week.startsAnew ? .weekAnew : .week, [],
                week.share.map { column($0, maximum: chart.maximum) } ?? [.text("\u{A0}")])
        }
        return .element(
            "div", nil, [("role", "img"), ("aria-label", chart.description)],
            [
                .element(
                    "table", .weeks,
                    [("role", "presentation"), ("cellspacing", "0"), ("cellpadding", "0")],
                    [.element("tr", nil, [], cells)]),
                paragraph(.note, chart.caption),
            ])
    }

    /// From the top: the range above the best value, the line, the range below it, and what lies
    /// under the low end.
    private func column(_ share: Estimate, maximum: Double) -> [Markup] {
        let full = 34
        func height(_ value: Double) -> Int {
            Int((min(max(value / maximum, 0), 1) * Double(full)).rounded())
        }
        let low = height(share.low)
        let best = max(low, height(share.value))
        let high = max(best, height(share.high))
        func piece(_ style: HTMLStyle, _ pixels: Int) -> Markup? {
            pixels > 0
                ? .element("div", style, [], [.text("\u{A0}")], adding: "height:\(pixels)px;") : nil
        }
        return [
            piece(.weekRange, high - best),
            Markup.element("div", .weekBest, [], [.text("\u{A0}")]),
            piece(.weekRange, best - low), piece(.weekUnder, low),
        ].compactMap { $0 }
    }
}
