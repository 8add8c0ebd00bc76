package import CallModel

/// The weeks of one pain point as they are drawn: from how high at least to how high at most.
package struct WeekChart: Sendable {
    /// One week; nil where nobody listened, which is a gap and not a fall.
    package struct Week: Sendable {
        package var share: Estimate?
        /// Whether what came before is no measure of it.
        package var startsAnew: Bool
    }

    package var weeks: [Week]
    /// The share at full height, > 0.
    package var maximum: Double
    /// `2026-W40 to 2026-W47; full height: 22 % of calls`.
    package var caption: String
    /// The same as counts, for those who do not see it.
    package var description: String

    /// Nil where there is nothing to draw: fewer than two weeks with a share. A break is where what a
    /// word means changed unless `breakNote` says otherwise.
    package init?(
        _ points: [Digest.WeekPoint], words: any TextCatalogue, breakNote: String? = nil
    ) {
        let shares = points.compactMap { $0.share?.ifSound }
        guard shares.count >= 2, let first = points.first, let last = points.last,
            let highest = shares.map(\.high).max(), highest > 0
        else { return nil }
        weeks = points.map { Week(share: $0.share?.ifSound, startsAnew: $0.startsAnew) }
        maximum = highest
        let breaks = points.contains { $0.startsAnew } ? "; " + (breakNote ?? words.breakNote) : ""
        func label(_ point: Digest.WeekPoint) -> String { DigestPage.short(point.week) }
        caption = words.weeks(label(first), label(last), height: highest) + breaks
        description = points.map { words.week(label($0), $0.calls, of: $0.counted) }
            .joined(separator: "; ")
    }

    /// Draws it on a terminal page.
    func write(on page: inout TerminalPage, indent: Int, words: any TextCatalogue) {
        let glyphs = page.form.glyphs
        let titles = ChartColumn([words.upTo, words.atLeast], glyphs: glyphs)
        let rows = rows(glyphs)
        let margin = String(repeating: " ", count: indent)
        page.line([
            Span(margin + titles.leading(words.upTo) + "  ", .quiet), Span(rows.high, .quiet),
        ])
        page.line([
            Span(margin + titles.leading(words.atLeast) + "  ", .quiet), Span(rows.low, .bar),
        ])
        page.paragraph(caption, indent: indent, ink: .quiet)
    }

    /// The high ends and the low ends as two rows of bars, one sign a week; a gap is a space, a break
    /// stands before the week in which it lies.
    func rows(_ glyphs: Glyphs) -> (high: String, low: String) {
        func row(_ end: KeyPath<Estimate, Double>) -> String {
            weeks.map { week in
                let sign = week.share.map { share -> Character in
                    let height = Int(share[keyPath: end] / maximum * 8)
                    return glyphs.heights[min(max(height, 0), 7)]
                }
                return (week.startsAnew ? String(glyphs.anew) : "") + String(sign ?? " ")
            }.joined()
        }
        return (row(\.high), row(\.low))
    }
}
