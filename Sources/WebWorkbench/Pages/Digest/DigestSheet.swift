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
        /// One of them, with its calls in the previous period; nil where there was none.
        struct Item: Sendable {
            let label: String
            let before: String?
        }

        let sentence: String
        /// Where the calls are in which none of it was heard.
        let counted: String
        let items: [Item]
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
        /// Where its calls are.
        let link: String
        let bar: ChartBar?
        let shareText: String
        let heard: String
        let previously: String
        /// Where those are; nil where there are none.
        let previousLink: String?
    }

    /// A column of the strata.
    struct StrataColumn: Sendable {
        let label: String
        let isNumber: Bool
    }

    /// A part of the population.
    struct Stratum: Sendable {
        /// A number of its calls, with where those are.
        struct Cell: Sendable {
            let text: String
            let link: String
        }

        let name: String
        let cells: [Cell]
    }

    let masthead: String
    let headline: String
    /// Where on the page what it speaks of stands; nil where it speaks of nothing.
    let headlineLink: String?
    let alarms: [LinkedSentence]
    /// A line for each fix that worked.
    let wins: [LinkedSentence]
    let nextStep: String?
    let sample: String?
    let sampleCalls: CallLinks
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
    let unhearable: [LinkedSentence]
    let hasUnhearable: Bool
    let losesData: Bool
    let methodTitle: String
    let method: String
    let methodCalls: CallLinks?
    let hasFootnotes: Bool
    let footnotes: [String]
    let hasStrata: Bool
    let strataColumns: [StrataColumn]
    let strata: [Stratum]

    /// `sounding` are the calls of the evidence whose sound can be heard.
    init(_ digest: Digest, sounding: Set<CallID>, words: WebWords) {
        let page = DigestPage(digest, language: words.language)
        let text = page.words
        let calls = CallsBehindPath(period: digest.period, scope: digest.scope)
        masthead = ([page.title] + page.masthead).joined(separator: text.separator)
        headline = page.headline
        headlineLink = (digest.ranked + digest.alerts + digest.early).first.map {
            "#" + FindingCard.anchor(of: $0)
        }
        alarms = page.alarms.map { LinkedSentence($0, in: digest, calls) }
        wins = page.wins.map(LinkedSentence.init)
        nextStep = page.nextStep
        sample = page.sample.isEmpty ? nil : page.sample.joined(separator: " ")
        let sampled = Self.sampleCalls(of: digest, calls, words.digest)
        sampleCalls = CallLinks(
            sampled + [NamedLink(label: text.methodTitle, path: HowWeKnowView.path(of: digest))])
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
                    FindingCard($0, $1, in: digest, sounding: sounding, words: words)
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
        let notHeard = Self.silences(page.notHeard, calls)
        silences =
            notHeard.isEmpty ? [] : [Silences(title: text.notHeardTitle, items: notHeard)]
        reasons = Self.reasons(of: page, calls)
        fixes = Fixes(page, of: digest, words: words)
        coverage = Coverage(page, calls, words.digest)
        parts = page.parts.map { Part($0, of: digest, words: words) }
        unhearableTitle = text.unhearableTitle
        unhearable =
            page.losesData
            ? page.losses.map {
                LinkedSentence(sentence: $0.sentence, link: calls.lost(by: $0.cause))
            }
            : page.unhearable.map { LinkedSentence(sentence: $0, link: nil) }
        hasUnhearable = !unhearable.isEmpty
        losesData = page.losesData
        methodTitle = text.methodTitle
        method = page.method.joined(separator: " ")
        methodCalls = CallLinks(
            ifAny: sampled + Self.methodCalls(of: digest, calls, words.digest))
        footnotes = page.footnotes.map(\.line)
        hasFootnotes = !footnotes.isEmpty
        hasStrata = !page.strata.isEmpty
        strataColumns = [
            text.groupColumn, text.populationColumn, text.drawnColumn, text.heardColumn,
            text.skippedColumn,
        ].enumerated().map { StrataColumn(label: $1, isNumber: $0 > 0) }
        strata = page.strata.map { Stratum($0, calls) }
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

    private static func reasons(of page: DigestPage, _ calls: CallsBehindPath) -> Reasons? {
        guard !page.reasons.isEmpty || !page.reasonsNotHeard.isEmpty else { return nil }
        let text = page.words
        let maximum = ChartBar.maximum(for: page.reasons.compactMap(\.share))
        let before = calls.previous
        return Reasons(
            title: text.reasonsTitle, note: text.sentence(page.reasonsNote),
            nameColumn: text.reasonColumn, shareColumn: text.shareColumn,
            heardColumn: text.heardColumn, previousColumn: page.previousLabel,
            hasPrevious: page.previousLabel != nil,
            rows: page.reasons.map { reason in
                ReasonRow(
                    name: reason.label, link: calls.heard(.reason(reason.key)),
                    bar: reason.share.map {
                        ChartBar($0, maximum: maximum, description: reason.shareText)
                    },
                    shareText: reason.shareText, heard: reason.heard,
                    previously: reason.previously,
                    previousLink: reason.isHeardBefore ? before.heard(.reason(reason.key)) : nil)
            },
            silent: silences(page.reasonsNotHeard, calls))
    }

    private static func silences(
        _ groups: [DigestPage.NotHeard], _ calls: CallsBehindPath
    ) -> [Silence] {
        let before = calls.previous
        return groups.map { group in
            Silence(
                sentence: group.sentence, counted: calls.heard(.counted),
                items: group.items.map {
                    Silence.Item(label: $0.label, before: $0.before.map(before.heard))
                })
        }
    }
}
