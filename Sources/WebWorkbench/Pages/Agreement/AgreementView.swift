import CallModel
import CallReports

/// How far listeners agree, and what they should talk about.
struct AgreementView: Sendable {
    /// Agreement beyond chance on something.
    struct Row: Sendable {
        let name: String
        /// Numbers of calls, with where those are.
        let counts: [NamedLink]
        let bar: ChartBar?
        let number: String
        let reading: String?
        let readingClass: String
    }

    /// Somebody who hears differently; or that nobody does.
    struct Drift: Sendable {
        let sentence: String
        let calls: CallLinks?
    }

    /// A pain point to talk about.
    struct Topic: Sendable {
        let name: String
        let note: String
        /// The calls to open side by side.
        let calls: [NamedLink]
    }

    /// Calls of a draw that a second listener is to hear.
    struct Waiting: Sendable {
        let sentence: String
        let draw: String
    }

    /// The report as it stands on the page.
    struct Sheet: Sendable {
        let masthead: String
        let headline: String
        let doublyHeard: String
        let compared: CallLinks?
        let tagsTitle: String
        let nameColumn: String
        let tagColumns: [String]
        let beyondColumn: String
        let readingColumn: String
        let hasTags: Bool
        let tags: [Row]
        let scale: String
        let restTitle: String
        let callsColumn: String
        let hasRest: Bool
        let rest: [Row]
        let clipsTitle: String
        let clips: String?
        let clipCalls: String
        let driftTitle: String
        let drift: [Drift]
        let driftNote: String?
        let agendaTitle: String
        let agendaNote: String?
        let hasAgenda: Bool
        let agenda: [Topic]
        let waitingTitle: String
        let hasWaiting: Bool
        let waiting: [Waiting]
        let hasFootnotes: Bool
        let footnotes: [String]
    }

    let frame: Frame
    let words: AgreementSheetWords
    /// Nil where nobody heard a call.
    let sheet: Sheet?

    init(frame: Frame, agreement: Agreement?, words: WebWords) {
        self.frame = frame
        self.words = words.agreement
        sheet = agreement.map {
            Sheet(AgreementPage($0, language: words.language), of: $0, words: words)
        }
    }
}

extension AgreementView.Sheet {
    fileprivate init(_ page: AgreementPage, of agreement: Agreement, words: WebWords) {
        let text = page.words
        func path(_ choice: ComparedCalls.Choice) -> String {
            ComparedCallsView.path(of: agreement.period, agreement.scope, choice)
        }
        masthead = page.masthead.joined(separator: text.separator)
        headline = page.headline
        doublyHeard = page.doublyHeard
        compared = CallLinks([
            NamedLink(label: words.digest.compared, path: path(.all)),
            NamedLink(label: words.agreement.heardForDraw, path: path(.heard)),
        ])
        tagsTitle = text.agreementByTagTitle
        nameColumn = text.painPointColumn
        tagColumns = [text.agreedColumn, text.sharedColumn]
        beyondColumn = text.beyondColumn
        readingColumn = text.readingColumn
        tags = page.tags.map { AgreementView.Row($0, words: words.agreement, path) }
        hasTags = !tags.isEmpty
        scale = text.agreementScale
        restTitle = text.agreementOnRestTitle
        callsColumn = text.populationColumn
        rest = page.rest.map { AgreementView.Row($0, words: words.agreement, path) }
        hasRest = !rest.isEmpty
        clipsTitle = text.clipsTitle
        clips = page.clips
        clipCalls = path(.clips)
        driftTitle = text.driftTitle
        drift = page.drift.map { drift in
            AgreementView.Drift(
                sentence: drift.sentence,
                calls: drift.of.flatMap { listener, key in
                    let name = SafeName.shown(listener.rawValue, width: 40)
                    return CallLinks([
                        NamedLink(
                            label: words.agreement.markedBySomebody(name),
                            path: path(.markedBy(listener, key))),
                        NamedLink(
                            label: words.agreement.heardBySomebody(name),
                            path: path(.heardBy(listener))),
                    ])
                })
        }
        driftNote = page.driftNote
        agendaTitle = text.agendaTitle
        agenda = page.agenda.map { topic in
            AgreementView.Topic(
                name: topic.name, note: text.sentence(topic.note),
                calls: topic.calls.map {
                    NamedLink(
                        label: SafeName.shown($0.rawValue, width: 60),
                        path: ComparisonView.path(of: $0))
                })
        }
        hasAgenda = !agenda.isEmpty
        agendaNote = hasAgenda ? text.sentence(text.agendaNote) : page.nothingToSettle
        waitingTitle = text.waitingTitle
        waiting = page.waiting.map {
            AgreementView.Waiting(sentence: $0.sentence, draw: $0.draw.rawValue)
        }
        hasWaiting = !waiting.isEmpty
        footnotes = page.footnotes.map(\.line)
        hasFootnotes = !footnotes.isEmpty
    }
}

extension AgreementView.Row {
    fileprivate init(
        _ row: AgreementPage.Row, words: AgreementSheetWords,
        _ path: (ComparedCalls.Choice) -> String
    ) {
        name = row.name
        counts = row.counts.map { NamedLink(label: $0.text, path: path($0.calls)) }
        number = row.number
        reading = row.reading.isEmpty ? nil : row.reading
        readingClass =
            switch row.beyond.reading {
            case .reliable: "good"
            case .unreliable: "poor"
            case .tentative, nil: ""
            }
        bar = row.beyond.alpha.map { alpha in
            ChartBar(
                Estimate(
                    value: alpha, low: row.beyond.low ?? alpha, high: row.beyond.high ?? alpha),
                maximum: 1, description: words.beyondBar(row.number))
        }
    }
}
