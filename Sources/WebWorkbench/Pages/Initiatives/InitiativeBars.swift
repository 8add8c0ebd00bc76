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
    }

    let rows: [Row]

    /// Nil where the two were not compared.
    init?(_ standing: Digest.InitiativeStanding, words: WebWords) {
        guard let outcome = standing.outcome, let before = outcome.before,
            let after = outcome.after
        else { return nil }
        let text = words.language.words
        let maximum = ChartBar.maximum(for: [before, after])
        rows = [
            (words.initiatives.before, before, outcome.countedBefore),
            (words.initiatives.after, after, outcome.countedAfter),
        ].map { label, share, counted in
            let share = (text.shareText(share, isCounted: false), share)
            return Row(
                label: label, text: share.0, heard: words.initiatives.heard(text.calls(counted)),
                bar: ChartBar(share.1, maximum: maximum, description: "\(label): \(share.0)"))
        }
    }
}
