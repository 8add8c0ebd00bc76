import CallModel
import CallReports

/// The share of calls before a fix and after it, each with its range, to one scale.
struct InitiativeBars: Sendable {
    /// One of the two.
    struct Row: Sendable {
        let label: String
        let text: String
        let heard: String
        let bar: ChartBar
        /// Where the calls with what it touches are, and all that were heard; nil where the days are
        /// not told.
        let withIt: String?
        let all: String?
    }

    let rows: [Row]

    /// Nil where the two were not compared.
    init?(_ standing: Digest.InitiativeStanding, words: WebWords) {
        guard let outcome = standing.outcome, let before = outcome.before,
            let after = outcome.after
        else { return nil }
        let text = words.language.words
        let maximum = ChartBar.maximum(for: [before, after])
        let calls = FixCalls(standing)
        rows = [
            (words.initiatives.before, before, outcome.countedBefore, calls?.before),
            (words.initiatives.after, after, outcome.countedAfter, calls?.after),
        ].map { label, share, counted, side in
            let shown = text.shareText(share, isCounted: false)
            return Row(
                label: label, text: shown, heard: words.initiatives.heard(text.calls(counted)),
                bar: ChartBar(share, maximum: maximum, description: "\(label): \(shown)"),
                withIt: side.flatMap { calls?.touched($0) }, all: side?.heard(.counted))
        }
    }
}
