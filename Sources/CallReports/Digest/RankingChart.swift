import CallModel

/// The ranking as bars, one line each: the picture that a digest is remembered by.
struct RankingChart {
    /// Under this many columns a bar says nothing.
    static let narrowestBar = 12
    /// Before each number: room for the sign that its title stands behind.
    private static let gap = 3

    private let page: DigestPage
    private let glyphs: Glyphs
    private let places: ChartColumn
    private let labels: ChartColumn
    /// Signs of movement; of no width where nothing moved.
    private let signs: ChartColumn
    private let numbers: [(title: String, column: ChartColumn, cells: [String])]
    private let bar: RangeBar

    init(page: DigestPage, form: TerminalForm) {
        self.page = page
        glyphs = form.glyphs
        let places = ChartColumn(page.ranked.map(\.place), glyphs: form.glyphs)
        self.places = places
        let signs = ChartColumn(
            page.ranked.map { $0.movement?.sign ?? "" }, glyphs: form.glyphs)
        self.signs = signs
        let width = min(form.width, 110) - (signs.width > 0 ? signs.width + 1 : 0)
        let all = RankingChart.numbers(of: page, glyphs: form.glyphs)
        func room(_ numbers: [(title: String, column: ChartColumn, cells: [String])]) -> Int {
            width - 2 - places.width - 2
                - numbers.reduce(0) { $0 + RankingChart.gap + $1.column.width }
        }
        // Where it is narrow the low ends stand alone; the words below give the rest.
        let numbers =
            room(all) < 14 + 2 + 2 * RankingChart.narrowestBar ? Array(all.prefix(1)) : all
        labels = ChartColumn(
            page.ranked.map(\.label), glyphs: form.glyphs,
            limit: max(10, min(32, room(numbers) * 9 / 20)))
        self.numbers = numbers
        bar = RangeBar(
            maximum: page.maximumTotal, width: max(0, room(numbers) - labels.width - 2),
            glyphs: form.glyphs)
    }

    private static func numbers(
        of page: DigestPage, glyphs: Glyphs
    ) -> [(title: String, column: ChartColumn, cells: [String])] {
        let words = page.words
        var columns = [("", page.ranked.map(\.low))]
        if !page.isCensus {
            columns = [
                (words.atLeast, page.ranked.map(\.low)), (words.estimate, page.ranked.map(\.best)),
                (words.upTo, page.ranked.map(\.high)),
            ]
        }
        return columns.map { title, cells in
            (title, ChartColumn([title] + cells, glyphs: glyphs), cells)
        }
    }

    func write(on output: inout TerminalPage) {
        let words = page.words
        let margin =
            2 + places.width + 2 + labels.width + 2 + (signs.width > 0 ? signs.width + 1 : 0)
        let width =
            margin + bar.width + numbers.reduce(0) { $0 + RankingChart.gap + $1.column.width }
        let titles = words.rankingTitle.count + page.unit.count
        output.line([
            Span(words.rankingTitle, .heading),
            Span(String(repeating: " ", count: max(2, width - titles)) + page.unit, .quiet),
        ])
        if !page.isCensus { output.line(heads(margin: margin)) }
        for (index, finding) in page.ranked.enumerated() {
            var spans = [
                Span("\(side(of: finding)) " + places.leading(finding.place) + "  ", .quiet),
                Span(labels.leading(finding.label)),
            ]
            if signs.width > 0 {
                spans.append(Span(" " + signs.leading(finding.movement?.sign ?? ""), .strong))
            }
            spans.append(Span("  "))
            if let minutes = finding.total, bar.width >= 5 {
                spans += bar.spans(minutes)
            } else {
                spans.append(Span(String(repeating: " ", count: bar.width)))
            }
            for (place, number) in numbers.enumerated() {
                spans.append(
                    Span(
                        String(repeating: " ", count: RankingChart.gap)
                            + number.column.trailing(number.cells[index]),
                        place == 0 ? .strong : .quiet))
            }
            output.line(spans)
        }
    }

    /// The side of the band that a line belongs to, or a space.
    private func side(of finding: FindingEntry) -> Character {
        switch finding.standing {
        case .alone: " "
        case .first: glyphs.bandSides.first
        case .inside: glyphs.bandSides.inside
        case .last: glyphs.bandSides.last
        }
    }

    /// The titles of the numbers, each behind the sign that marks it on the bars.
    private func heads(margin: Int) -> [Span] {
        let signs = [glyphs.eighths[7], glyphs.best, glyphs.cap]
        let heads = zip(signs, numbers).map { sign, number in
            let space = number.column.width - DisplayWidth.of(number.title)
            return String(repeating: " ", count: max(0, space)) + " \(sign) " + number.title
        }
        return [
            Span(String(repeating: " ", count: margin + bar.width) + heads.joined(), .quiet)
        ]
    }
}
