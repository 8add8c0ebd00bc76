import CallModel
import CallReports

extension DigestSheet {
    /// Fixes: what came of them, and which small ones would pay back.
    struct Fixes: Sendable {
        /// One fix.
        struct Item: Sendable {
            let link: String
            let title: String
            let status: String
            let statusClass: String
            let sentences: String
        }

        let title: String
        let note: String
        let hasItems: Bool
        let items: [Item]
        let winsTitle: String
        let winsNote: String
        let hasWins: Bool
        let wins: [String]

        /// Nil where there is none.
        init?(_ page: DigestPage) {
            guard !page.initiatives.isEmpty || !page.smallWins.isEmpty else { return nil }
            let text = page.words
            title = text.initiativesTitle
            note = text.sentence(text.initiativesNote)
            items = page.initiatives.map { entry in
                Item(
                    link: InitiativeBoardView.Card.path(of: entry.standing.initiative.id),
                    title: entry.title, status: entry.status,
                    statusClass: InitiativeBoardView.Card.statusClass(of: entry.standing),
                    sentences: entry.sentences.joined(separator: " "))
            }
            hasItems = !items.isEmpty
            winsTitle = text.smallWinsTitle
            winsNote = text.sentence(text.smallWinsNote)
            wins = page.smallWins
            hasWins = !wins.isEmpty
        }
    }

    /// Something said of the page as a whole, with the page that says more where there is one.
    struct Part: Sendable {
        let id: String
        let title: String
        let sentences: String
        let link: String?
        let linkText: String

        init(_ part: DigestPage.Part, words: WebWords) {
            id = part.subject.rawValue
            title = part.title
            sentences = part.sentences.joined(separator: " ")
            switch part.subject {
            case .holds: (link, linkText) = (nil, "")
            case .agreement: (link, linkText) = (Place.agreement.path, words.agreement.title)
            case .expectations: (link, linkText) = (Place.gap.path, words.gap.title)
            }
        }
    }

    /// How much there is still to hear.
    struct Coverage: Sendable {
        /// A queue of a site.
        struct Row: Sendable {
            let name: String
            /// Where its calls are.
            let link: String?
            let badge: String?
            let population: String
            let heard: String
        }

        let title: String
        let sentences: String
        let hasRows: Bool
        let nameColumn: String
        let populationColumn: String
        let heardColumn: String
        let rows: [Row]
        let more: String?

        /// Nil where nobody listened.
        init?(_ page: DigestPage, _ calls: DigestCalls?) {
            guard !page.coverage.isEmpty else { return nil }
            let text = page.words
            title = text.coverageTitle
            sentences = page.coverage.joined(separator: " ")
            nameColumn = text.cornerColumn
            populationColumn = text.populationColumn
            heardColumn = text.heardColumn
            rows = page.corners.map {
                Row(
                    name: $0.name, link: calls?.corner($0.corner),
                    badge: $0.isSilent ? text.cornersTitle : nil,
                    population: $0.population, heard: $0.heard)
            }
            hasRows = !rows.isEmpty
            more = page.moreCorners
        }
    }
}
