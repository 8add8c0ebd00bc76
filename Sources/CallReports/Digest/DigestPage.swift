package import CallModel

/// A digest as it is shown: every number formatted, every sentence said, every text of a user made
/// safe for one line. The forms (terminal, Markdown, HTML) only lay it out and escape it.
package struct DigestPage: Sendable {
    /// A title and what is said under it.
    package struct Section: Sendable {
        package var title: String
        package var note: String
        package var findings: [FindingEntry]
    }

    /// Something that stands out in the last week.
    package struct Alarm: Sendable {
        package var sentence: String
        /// Its key; nil where it is the number of calls itself.
        package var painPoint: String?
    }

    /// Something to be said of a fix.
    package struct FixLine: Sendable {
        package var sentence: String
        package var initiative: InitiativeID
    }

    /// Pain points, or reasons, of which the same is to be said.
    package struct NotHeard: Sendable {
        package struct Item: Sendable {
            package var label: String
            /// Its calls in the previous period; nil where there was none.
            package var before: CallsBehind.Choice?
        }

        package var sentence: String
        package var items: [Item]
        package var labels: [String] { items.map(\.label) }
    }

    /// Something said of the page as a whole.
    package struct Part: Sendable {
        package enum Subject: String, Sendable {
            case holds, agreement, expectations
        }

        package var subject: Subject
        package var title: String
        package var sentences: [String]
    }

    /// A part of the population.
    package struct Stratum: Sendable {
        /// Name, calls, drawn, heard, skipped.
        package var cells: [String]
        package var stratum: Digest.Sample.Stratum
    }

    /// One call reason.
    package struct Reason: Sendable {
        /// Its key; nil for calls whose reason was not recorded.
        package var key: String?
        package var label: String
        /// Only where its share is good enough to draw.
        package var share: Estimate?
        /// `34 % (28 % to 41 %)`, or empty.
        package var shareText: String
        /// `heard in 2 of 100 calls`, to stand where no share may.
        package var heardIn: String
        /// `41`.
        package var calls: String
        /// `41 of 120`.
        package var heard: String
        /// Whether it was heard in the previous period.
        package var isHeardBefore: Bool
        /// The same of the previous period, or empty.
        package var previousCalls: String
        package var previously: String
    }

    package var words: any TextCatalogue
    package var title: String
    /// Period, days, scope.
    package var masthead: [String]
    package var headline: String
    /// What stands out in the last week, before anything else.
    package var alarms: [Alarm]
    /// What to do where there is nothing to show.
    package var nextStep: String?
    /// How the calls were come by, in a sentence or two.
    package var sample: [String]
    /// What to mind before believing the rest.
    package var cautions: [String]
    package var ranked: [FindingEntry]
    /// Said of the order as a whole.
    package var orderNotes: [String]
    /// What it is ranked by: `minutes a month`.
    package var unit: String
    /// The right edge of the bars, in that unit.
    package var maximumTotal: Double
    package var isCensus: Bool
    package var alerts: Section
    package var early: Section
    package var handPickedOnly: Section
    package var quiet: Section
    package var notHeard: [NotHeard]
    /// A line for each fix that worked.
    package var wins: [FixLine]
    /// Small fixes that would pay back, the best first.
    package var smallWins: [FixLine]
    /// Every fix.
    package var initiatives: [InitiativeEntry]
    /// How much there is still to hear.
    package var coverage: [String]
    /// Queues of sites, those that nobody listened to first.
    package var corners: [Corner]
    /// How many more there are, in a sentence; nil where none is left out.
    package var moreCorners: String?
    /// What the call log says of holds, where listeners disagree, and how far off expectations were;
    /// only what there is to say of.
    package var parts: [Part]
    package var reasons: [Reason]
    /// Reasons that were heard in the previous period and not in this one.
    package var reasonsNotHeard: [NotHeard]
    /// Of what the reasons are shares.
    package var reasonsNote: String
    /// The name of the previous period, where one was listened to.
    package var previousLabel: String?
    /// What is lost to the digest.
    package var losses: [Loss]
    /// The same in words, or that nothing is.
    package var unhearable: [String]
    package var losesData: Bool { !losses.isEmpty }
    package var method: [String]
    /// Each statistic of the page in a plain sentence, with its method and source.
    package var footnotes: [Footnote]
    /// The parts of the population; empty where there is one.
    package var strata: [Stratum]

    package init(_ digest: Digest, language: Language) {
        let words = language.words
        let bands = RankBands(digest.ranked)
        func entries(_ findings: [Digest.Finding]) -> [FindingEntry] {
            findings.map { FindingEntry($0, in: digest, bands: bands, words: words) }
        }
        self.words = words
        title = words.digestTitle
        masthead = DigestPage.masthead(of: digest, words: words)
        headline = words.headline(
            DigestPage.headline(of: digest), period: SafeText.oneLine(digest.period.label))
        alarms = DigestPage.alarms(of: digest, words: words)
        nextStep =
            digest.sample.counted + digest.sample.handPicked == 0
            ? words.nextStepWithoutCalls : nil
        sample = DigestPage.sample(of: digest, words: words)
        cautions = DigestPage.cautions(of: digest, words: words)
        ranked = entries(digest.ranked)
        orderNotes = DigestPage.orderNotes(of: digest, words: words)
        unit = words.unit(digest.measure)
        maximumTotal = RangeBar.maximum(for: ranked.compactMap(\.total))
        isCensus = digest.sample.isCensus
        alerts = Section(
            title: words.alertsTitle, note: words.alertsNote, findings: entries(digest.alerts))
        early = Section(
            title: words.earlyTitle, note: words.earlyNote, findings: entries(digest.early))
        handPickedOnly = Section(
            title: words.handPickedTitle, note: words.handPickedNote,
            findings: entries(digest.handPickedOnly))
        quiet = Section(
            title: words.quietTitle, note: words.quietNote, findings: entries(digest.quiet))
        notHeard = DigestPage.notHeard(of: digest, words: words)
        wins = DigestPage.wins(of: digest, words: words)
        smallWins = DigestPage.smallWins(of: digest, words: words)
        initiatives = DigestPage.initiatives(of: digest, words: words)
        coverage = DigestPage.coverage(of: digest, words: words)
        corners = DigestPage.corners(of: digest, words: words)
        let hidden = digest.corners.count - corners.count
        moreCorners = corners.isEmpty || hidden == 0 ? nil : words.moreCorners(hidden)
        parts = [
            Part(
                subject: .holds, title: words.holdsTitle,
                sentences: DigestPage.holds(of: digest, words: words)),
            Part(
                subject: .agreement, title: words.disagreementTitle,
                sentences: DigestPage.agreement(of: digest, words: words)),
            Part(
                subject: .expectations, title: words.expectationsTitle,
                sentences: DigestPage.expectations(of: digest, words: words)),
        ].filter { !$0.sentences.isEmpty }
        reasonsNotHeard = DigestPage.reasonsNotHeard(of: digest, words: words)
        reasons = digest.reasons.filter { $0.calls > 0 }.map {
            DigestPage.reason($0, in: digest, words: words)
        }
        previousLabel =
            digest.previousCounted == nil ? nil : digest.previousLabel.map(SafeText.oneLine)
        reasonsNote = words.reasonsNote(
            counted: digest.sample.counted, previously: digest.previousCounted, in: previousLabel)
        losses = DigestPage.losses(digest.unhearable, words: words)
        unhearable =
            losses.isEmpty && digest.sample.population ?? 0 > 0
            ? [words.everythingHearable] : losses.map(\.sentence)
        method = DigestPage.method(of: digest, words: words)
        footnotes = DigestPage.footnotes(of: digest, words: words)
        strata = DigestPage.strata(of: digest, words: words)
    }
}
