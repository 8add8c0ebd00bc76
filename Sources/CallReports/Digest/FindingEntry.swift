package import CallModel

/// One pain point as it is shown.
package struct FindingEntry: Sendable {
    /// Some seconds that show it.
    package struct Clip: Sendable {
        package var call: String
        package var time: String
        package var severity: Int
        package var severityText: String
        package var note: String
        /// Empty, or that the call was picked by hand.
        package var badge: String
    }

    /// The longest name that is shown, in columns.
    static let labelWidth = 80
    /// The longest note that is shown, in columns.
    static let noteWidth = 240

    package var label: String
    /// `1`, or `2–3` for places that cannot be told apart; empty where it is not ranked.
    package var place: String
    /// Where it stands among those that it cannot be told apart from; they are drawn as one band.
    package var standing: RankBands.Standing
    /// How many places the band has, 1 for one that stands alone.
    package var bandSize: Int
    /// `2 to 4`, the places that it may really have; empty where it is not ranked.
    package var placeRange: String
    /// Empty, or that it is regulated, new, or that listeners disagree on it.
    package var badge: String
    /// What it is ranked by, a month; nil where there is no base for a range.
    package var total: Estimate?
    /// `410`, `620`, `930`; empty without a base. All three are the same where all was heard.
    package var low: String
    package var best: String
    package var high: String
    /// What the bar shows, for those who do not see it.
    package var barDescription: String
    /// `12 % (8 % to 17 %)`, or empty.
    package var shareText: String
    /// `14 of 120`.
    package var heard: String
    /// `9 of 110`, or empty.
    package var previously: String
    /// Which way it moved since the previous period; nil where that is not clear.
    package var movement: Movement?
    /// Its weeks; nil where there is nothing to draw.
    package var weeks: WeekChart?
    /// What is said of it, in order.
    package var sentences: [String]
    package var clips: [Clip]

    init(
        _ finding: Digest.Finding, in digest: Digest, bands: RankBands, words: any TextCatalogue
    ) {
        let isCounted = digest.sample.isCensus
        let figures = words.figures
        label = FindingEntry.label(finding)
        let places = bands.places(of: finding.key)
        place =
            places.map { words.placesOf($0.lowerBound, $0.upperBound) }
            ?? finding.rank.map { words.placesOf($0, $0) } ?? ""
        standing = bands.standing(of: finding.key)
        bandSize = places?.count ?? 1
        placeRange = finding.order.map { words.places($0.lowestRank, $0.highestRank) } ?? ""
        let novelty = finding.novelty.flatMap { words.badge($0.kind) }
        let dispute = finding.isDisputed ? words.disagreedBadge : nil
        badge = [finding.regulated ? words.regulated : nil, novelty, dispute].compactMap { $0 }
            .joined(separator: words.separator)
        let total = digest.total(of: finding)
        self.total = total
        let exactly = total.map { figures.counted($0.value) } ?? ""
        low = isCounted ? exactly : total.map { figures.amount($0.low, .down) } ?? ""
        best = isCounted ? exactly : total.map { figures.amount($0.value, .nearest) } ?? ""
        high = isCounted ? exactly : total.map { figures.amount($0.high, .up) } ?? ""
        barDescription =
            total.map {
                words.barDescription($0, digest.measure, isCounted: isCounted)
            } ?? ""
        let share = FindingEntry.share(of: finding, in: digest)
        shareText = share.map { words.shareText($0, isCounted: isCounted) } ?? ""
        heard = words.heard(Double(finding.calls), of: digest.sample.counted)
        previously = ""
        if let calls = finding.previousCalls, let counted = digest.previousCounted {
            previously = words.heard(Double(calls), of: counted)
        }
        movement = finding.change?.ifSound.flatMap { Movement($0.verdict) }
        weeks = finding.rank.flatMap { _ in WeekChart(finding.history, words: words) }
        sentences =
            FindingSentences(
                finding: finding, digest: digest, share: share, places: places, words: words
            ).all
        clips = finding.evidence.map { FindingEntry.clip($0, words: words) }
    }

    /// The name for people, or the key where there is none.
    static func label(_ finding: Digest.Finding) -> String {
        let label = SafeText.oneLine(finding.label)
        return SafeText.cut(
            label.isEmpty ? SafeText.oneLine(finding.key) : label, width: labelWidth)
    }

    /// The share where it may be printed: precise enough, and of a known number of calls.
    private static func share(of finding: Digest.Finding, in digest: Digest) -> Estimate? {
        guard finding.showsPercentage, digest.sample.population != nil, finding.calls > 0 else {
            return nil
        }
        return finding.share?.ifSound
    }

    /// A note without the quotation marks around it: it gets its own.
    private static func unquoted(_ note: String) -> String {
        let pairs: [Character: Character] = ["\"": "\"", "“": "”", "„": "“", "«": "»", "'": "'"]
        guard note.count > 2, let first = note.first, pairs[first] == note.last else { return note }
        return String(note.dropFirst().dropLast())
    }

    private static func clip(_ clip: Digest.Clip, words: any TextCatalogue) -> Clip {
        let severity = min(max(clip.severity, 1), 5)
        return Clip(
            call: SafeText.cut(SafeText.oneLine(clip.call.rawValue), width: labelWidth),
            time: clip.range.map(ClockText.range) ?? words.wholeCall,
            severity: severity, severityText: words.severity(severity),
            note: SafeText.cut(
                unquoted(SafeText.oneLine(clip.note ?? "")), width: noteWidth),
            badge: clip.handPicked ? words.handPickedBadge : "")
    }
}
