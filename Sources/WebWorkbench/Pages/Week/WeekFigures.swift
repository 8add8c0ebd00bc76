import CallArchive
import CallModel
import CallReports

/// A number with its noun under it, large.
struct Figure: Sendable, Hashable {
    let number: String
    let label: String
}

extension Figure {
    /// What was heard, at a glance.
    static func of(_ totals: ListenedTotals, words: WebWords) -> [Figure] {
        let text = words.language.words
        let hours = totals.heardSeconds / 3600
        return [
            Figure(
                number: hours < 10
                    ? text.figures.tenths(hours) : words.language.whole(Int(hours.rounded())),
                label: words.week.hours(hours == 1 ? 1 : 2)),
            Figure(
                number: words.language.whole(totals.calls), label: words.week.calls(totals.calls)),
            Figure(
                number: words.language.whole(totals.listeners.count),
                label: words.week.people(totals.listeners.count)),
            Figure(
                number: words.language.whole(totals.sites.count),
                label: words.week.sites(totals.sites.count)),
        ]
    }
}

/// The pain points that hurt most, in three lines.
struct PainGlance: Sendable {
    /// One of them.
    struct Bar: Sendable {
        let place: String
        let name: String
        let amount: String
        let low: String
        let best: String
        let high: String
        let isBeyond: Bool
        let description: String
    }

    let note: String
    let link: String
    let bars: [Bar]

    /// Nil where nothing is ranked, or nothing can be said of minutes.
    init?(_ digest: Digest?, most: Int, words: WebWords) {
        guard let digest else { return nil }
        let page = DigestPage(digest, language: words.language)
        let entries = page.ranked.prefix(most)
        let totals = entries.compactMap(\.total)
        guard !entries.isEmpty, totals.count == entries.count else { return nil }
        let maximum = ChartBar.maximum(for: totals)
        let days = page.masthead.prefix(2).joined(separator: page.words.separator)
        note = words.week.painNote(days)
        link = DigestQuery.path("/digest", of: digest.period, digest.scope)
        bars = zip(entries, totals).map { entry, total in
            let bar = ChartBar(total, maximum: maximum, description: entry.barDescription)
            let amount = page.isCensus ? entry.low : "\(page.words.atLeast) \(entry.low)"
            return Bar(
                place: entry.place, name: entry.label,
                amount: amount + " " + page.unit, low: bar.low, best: bar.best,
                high: bar.high, isBeyond: bar.isBeyond, description: bar.description)
        }
    }
}
