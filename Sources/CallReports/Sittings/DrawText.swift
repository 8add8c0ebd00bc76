public import CallModel
public import Foundation

/// Draws in words.
public enum DrawText {
    /// How calls were picked and from what, then the calls to hear in their order.
    public static func summary(
        _ draw: Draw, timeZone: TimeZone, form: TerminalForm = TerminalForm()
    ) -> String {
        let words = form.language.words
        var page = TerminalPage(form: form)
        page.line([
            Span(words.drawTitle + " ", .quiet), Span(SafeText.oneLine(draw.id.rawValue), .heading),
        ])
        page.gap()
        let picked = picks(of: draw)
        page.paragraph(
            picked.isEmpty
                ? words.nothingDrawn
                : words.drew(picked.count, of: draw.entries.count, method: draw.method),
            ink: .heading)
        let end = max(draw.frameStart, draw.frameEnd.addingTimeInterval(-1))
        if let first = CalendarText.day(draw.frameStart, in: timeZone),
            let last = CalendarText.day(end, in: timeZone)
        {
            page.paragraph(
                words.frame(
                    words.days(first, last), filter: SafeText.oneLine(draw.frameFilter)))
        }
        page.paragraph(
            words.drawnBy(
                SafeText.oneLine(draw.madeBy.rawValue),
                at: CalendarText.dateTime(draw.madeAt, in: timeZone)))
        page.paragraph(words.seed(SafeText.oneLine(draw.seed)))
        let double = draw.entries.count { $0.isDouble }
        if double > 0 { page.paragraph(words.doublyAssigned(double, of: picked.count)) }
        writeStrata(draw, words, &page)
        writePicks(picked, hasStrata: draw.strata.count > 1, words, &page)
        return page.text
    }

    private static func picks(of draw: Draw) -> [(position: Int, entry: Draw.Entry)] {
        draw.entries.compactMap { entry in
            entry.position.map { (position: $0, entry: entry) }
        }.sorted { $0.position < $1.position }
    }

    private static func writeStrata(
        _ draw: Draw, _ words: any TextCatalogue, _ page: inout TerminalPage
    ) {
        guard draw.strata.count > 1 else { return }
        page.gap()
        TextTable(
            columns: [
                .init(words.groupColumn, minimumWidth: 8),
                .init(words.populationColumn, alignment: .trailing),
                .init(words.drawnColumn, alignment: .trailing),
            ],
            rows: draw.strata.map {
                [$0.name, words.figures.whole($0.population), words.figures.whole($0.drawn)]
            }
        ).write(on: &page, indent: 2)
    }

    private static func writePicks(
        _ picks: [(position: Int, entry: Draw.Entry)], hasStrata: Bool,
        _ words: any TextCatalogue, _ page: inout TerminalPage
    ) {
        guard !picks.isEmpty else { return }
        page.heading(words.toHearTitle)
        TextTable(
            columns: [
                .init(words.orderColumn, alignment: .trailing),
                .init(words.callColumn, minimumWidth: 8),
                .init(words.groupColumn, minimumWidth: 8),
                .init(words.chanceColumn, alignment: .trailing),
            ],
            rows: picks.map { pick in
                [
                    words.figures.whole(pick.position + 1), pick.entry.call.rawValue,
                    hasStrata ? pick.entry.stratum : "",
                    words.percent(pick.entry.inclusionProbability),
                ]
            }
        ).write(on: &page, indent: 2)
    }
}
