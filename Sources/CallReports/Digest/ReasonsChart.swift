import CallModel

/// Why they called, as bars of shares of calls.
struct ReasonsChart {
    private let page: DigestPage
    private let hasShares: Bool
    private let labels: ChartColumn
    private let shares: ChartColumn
    private let calls: ChartColumn
    private let before: ChartColumn
    private let bar: RangeBar

    init(page: DigestPage, form: TerminalForm) {
        self.page = page
        let width = min(form.width, 110)
        let glyphs = form.glyphs
        let hasShares = page.reasons.contains { $0.share != nil }
        self.hasShares = hasShares
        let isNarrow = form.width < 60
        shares = ChartColumn(hasShares ? page.reasons.map(\.shareText) : [], glyphs: glyphs)
        calls = ChartColumn(
            isNarrow && hasShares
                ? []
                : [page.words.heardColumn]
                    + page.reasons.map { hasShares ? $0.calls : $0.heard }, glyphs: glyphs)
        before = ChartColumn(
            isNarrow || page.previousLabel == nil
                ? []
                : [page.previousLabel ?? ""]
                    + page.reasons.map { hasShares ? $0.previousCalls : $0.previously },
            glyphs: glyphs, limit: 18)
        let columns = [shares, calls, before].filter { $0.width > 0 }
        let room = width - 2 - columns.reduce(0) { $0 + 2 + $1.width }
        let widest = page.reasons.map { DisplayWidth.of(glyphs.fold($0.label)) }.max() ?? 0
        let forBars = hasShares && !isNarrow ? 2 + RankingChart.narrowestBar : 0
        labels = ChartColumn(
            page.reasons.map(\.label), glyphs: glyphs,
            limit: max(10, min(widest, 44, room - forBars)))
        bar = RangeBar(
            maximum: RangeBar.maximum(for: page.reasons.compactMap(\.share)),
            width: forBars > 0 ? max(0, min(40, room - labels.width - 2)) : 0, glyphs: glyphs)
    }

    func write(on output: inout TerminalPage) {
        let words = page.words
        output.heading(words.reasonsTitle, note: hasShares ? page.reasonsNote : "")
        let blank = Span(String(repeating: " ", count: bar.width > 0 ? bar.width + 2 : 0))
        output.line(
            [Span("  " + labels.leading("")), blank]
                + (hasShares ? [Span("  " + shares.leading(""))] : [])
                + counts(words.heardColumn, page.previousLabel ?? ""))
        for reason in page.reasons {
            var spans = [Span("  " + labels.leading(reason.label))]
            if let share = reason.share {
                if bar.width > 0 { spans += [Span("  ")] + bar.spans(share) }
                spans.append(Span("  " + shares.leading(reason.shareText)))
            } else if hasShares {
                // Too little for a share: the count takes the place of the bar.
                let column = ChartColumn(
                    [String(repeating: " ", count: blank.text.count + shares.width)],
                    glyphs: output.form.glyphs)
                spans.append(Span("  " + column.leading(reason.heardIn), .quiet))
            }
            spans +=
                hasShares
                ? counts(reason.calls, reason.previousCalls)
                : counts(reason.heard, reason.previously)
            output.line(spans)
        }
    }

    private func counts(_ now: String, _ then: String) -> [Span] {
        [(calls, now), (before, then)].filter { $0.0.width > 0 }
            .map { Span("  " + $0.0.trailing($0.1), .quiet) }
    }
}
