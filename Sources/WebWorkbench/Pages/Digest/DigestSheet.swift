import CallModel
import CallReports

/// What a digest says, display-ready.
struct DigestSheet: Sendable {
    /// The ranked pain points.
    struct Ranking: Sendable {
        let title: String
        let unit: String?
        let rankColumn: String
        let nameColumn: String
        let numberColumns: [Column]
        let rows: [RankedRow]
        let notes: [String]
    }

    /// The title of a column of numbers; a minor one gives way on a telephone.
    struct Column: Sendable {
        let label: String
        let isMinor: Bool
    }

    /// A place in the ranking; or the places of those that cannot be told apart, which are drawn as
    /// one band.
    struct RankedPlace: Sendable {
        let text: String
        /// How many rows they span; nil where one stands alone.
        let span: String?

        /// The place that a row begins with; nil where the band began above.
        init?(_ entry: FindingEntry) {
            switch entry.standing {
            case .alone: span = nil
            case .first: span = String(entry.bandSize)
            case .inside, .last: return nil
            }
            text = entry.place
        }
    }

    /// One ranked pain point.
    struct RankedRow: Sendable {
        let place: RankedPlace?
        let anchor: String
        let name: String
        /// `▲ growing`; nil where nothing clear can be said.
        let movement: String?
        let bar: ChartBar?
        let numbers: [Number]
    }

    /// A number of a row.
    struct Number: Sendable {
        let text: String
        let isMinor: Bool
        let isStrong: Bool
    }

    /// Pain points under one title.
    struct Group: Sendable {
        let title: String
        let note: String?
        let findings: [FindingCard]
    }

    /// Pain points of which the same is to be said.
    struct Silence: Sendable {
        let sentence: String
        let labels: String
    }

    /// A section of those.
    struct Silences: Sendable {
        let title: String
        let items: [Silence]
    }

    /// Why they called.
    struct Reasons: Sendable {
        let title: String
        let note: String
        let nameColumn: String
        let shareColumn: String
        let heardColumn: String
        let previousColumn: String?
        let hasPrevious: Bool
        let rows: [ReasonRow]
        let silent: [Silence]
    }

    /// One reason.
    struct ReasonRow: Sendable {
        let name: String
        /// Where its calls are; nil where nobody gave one.
        let link: String?
        let bar: ChartBar?
        let shareText: String
        let heard: String
        let previously: String
    }

    /// Calls that could not be heard; or that there are none.
    struct Loss: Sendable {
        let sentence: String
        /// Where they are.
        let link: String?
    }

    /// A column of the strata.
    struct StrataColumn: Sendable {
        let label: String
        let isNumber: Bool
    }

    /// A part of the population.
    struct Stratum: Sendable {
        let name: String
        let cells: [String]
    }

    let masthead: String
    let headline: String
    let alarms: [String]
    /// A line for each fix that worked.
    let wins: [String]
    let nextStep: String?
    let sample: String?
    /// Where the calls that were heard are.
    let heardLink: String?
    let hasCautions: Bool
    let cautions: [String]
    let ranking: Ranking?
    let groups: [Group]
    let silences: [Silences]
    let reasons: Reasons?
    let fixes: Fixes?
    let coverage: Coverage?
    let parts: [Part]
    let unhearableTitle: String
    let unhearable: [Loss]
    let losesData: Bool
    let methodTitle: String
    let method: String
    let hasFootnotes: Bool
    let footnotes: [String]
    let hasStrata: Bool
    let strataColumns: [StrataColumn]
    let strata: [Stratum]

    init(_ digest: Digest, words: WebWords) {
        let page = DigestPage(digest, language: words.language)
        let text = page.words
        let calls = DigestCalls(digest)
        masthead = ([page.title] + page.masthead).joined(separator: text.separator)
        headline = page.headline
        alarms = page.alarms
        wins = page.wins
        nextStep = page.nextStep
        sample = page.sample.isEmpty ? nil : page.sample.joined(separator: " ")
        heardLink = calls?.heard
        cautions = page.cautions
        hasCautions = !cautions.isEmpty
        ranking = Self.ranking(of: page, digest: digest)
        func group(
            _ title: String, _ note: String?, _ entries: [FindingEntry],
            _ findings: [Digest.Finding]
        ) -> Group? {
            guard !entries.isEmpty else { return nil }
            return Group(
                title: title, note: note.map { text.sentence($0) },
                findings: zip(entries, findings).map {
                    FindingCard($0, $1, in: digest, words: words)
                })
        }
        groups = [
            group(page.alerts.title, page.alerts.note, page.alerts.findings, digest.alerts),
            group(text.findingsTitle, nil, page.ranked, digest.ranked),
            group(page.early.title, page.early.note, page.early.findings, digest.early),
            group(
                page.handPickedOnly.title, page.handPickedOnly.note, page.handPickedOnly.findings,
                digest.handPickedOnly),
            group(page.quiet.title, page.quiet.note, page.quiet.findings, digest.quiet),
        ].compactMap { $0 }
        let notHeard = Self.silences(page.notHeard, text)
        silences =
            notHeard.isEmpty ? [] : [Silences(title: text.notHeardTitle, items: notHeard)]
        reasons = Self.reasons(of: page, calls)
        fixes = Fixes(page)
        coverage = Coverage(page, calls)
        parts = page.parts.map { Part($0, words: words) }
        unhearableTitle = text.unhearableTitle
        unhearable =
            page.losesData
            ? page.losses.map { Loss(sentence: $0.sentence, link: calls?.lost(by: $0.cause)) }
            : page.unhearable.map { Loss(sentence: $0, link: nil) }
        losesData = page.losesData
        methodTitle = text.methodTitle
        method = page.method.joined(separator: " ")
        footnotes = page.footnotes.map(\.line)
        hasFootnotes = !footnotes.isEmpty
        hasStrata = !page.strata.isEmpty
        strataColumns = [
            text.groupColumn, text.populationColumn, text.drawnColumn, text.heardColumn,
            text.skippedColumn,
        ].enumerated().map { StrataColumn(label: $1, isNumber: $0 > 0) }
        strata = page.strata.map { Stratum(name: $0[0], cells: Array($0.dropFirst())) }
    }

    private static func ranking(of page: DigestPage, digest: Digest) -> Ranking? {
        guard !page.ranked.isEmpty else { return nil }
        let text = page.words
        let hasTotals = page.ranked.contains { $0.total != nil }
        var columns: [Column] = []
        if hasTotals {
            columns =
                page.isCensus
                ? [Column(label: page.unit, isMinor: false)]
                : [
                    Column(label: text.atLeast, isMinor: false),
                    Column(label: text.estimate, isMinor: true),
                    Column(label: text.upTo, isMinor: false),
                ]
        }
        let rows = zip(page.ranked, digest.ranked).map { entry, finding in
            let texts =
                !hasTotals ? [] : page.isCensus ? [entry.low] : [entry.low, entry.best, entry.high]
            return RankedRow(
                place: RankedPlace(entry), anchor: FindingCard.anchor(of: finding),
                name: entry.label,
                movement: entry.movement.map { $0.sign + "\u{A0}" + text.movement($0) },
                bar: entry.total.map {
                    ChartBar(
                        $0, maximum: page.maximumTotal, description: entry.barDescription)
                },
                numbers: texts.enumerated().map {
                    Number(text: $1, isMinor: $0 == 1, isStrong: $0 == 0)
                })
        }
        return Ranking(
            title: text.rankingTitle,
            unit: hasTotals && !page.isCensus ? text.sentence(page.unit) : nil,
            rankColumn: text.rankColumn, nameColumn: text.painPointColumn, numberColumns: columns,
            rows: rows, notes: page.orderNotes)
    }

    private static func reasons(of page: DigestPage, _ calls: DigestCalls?) -> Reasons? {
        guard !page.reasons.isEmpty || !page.reasonsNotHeard.isEmpty else { return nil }
        let text = page.words
        let maximum = ChartBar.maximum(for: page.reasons.compactMap(\.share))
        return Reasons(
            title: text.reasonsTitle, note: text.sentence(page.reasonsNote),
            nameColumn: text.reasonColumn, shareColumn: text.shareColumn,
            heardColumn: text.heardColumn, previousColumn: page.previousLabel,
            hasPrevious: page.previousLabel != nil,
            rows: page.reasons.map { reason in
                ReasonRow(
                    name: reason.label, link: reason.key.flatMap { calls?.heard(for: $0) },
                    bar: reason.share.map {
                        ChartBar($0, maximum: maximum, description: reason.shareText)
                    },
                    shareText: reason.shareText, heard: reason.heard,
                    previously: reason.previously)
            },
            silent: silences(page.reasonsNotHeard, text))
    }

    private static func silences(
        _ groups: [DigestPage.NotHeard], _ text: any TextCatalogue
    ) -> [Silence] {
        groups.map {
            Silence(sentence: $0.sentence, labels: $0.labels.joined(separator: text.separator))
        }
    }
}
