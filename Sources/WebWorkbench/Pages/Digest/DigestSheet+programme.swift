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
            /// Where the calls on both sides of it are, or those that it is reckoned from.
            let calls: CallLinks
        }

        let title: String
        let note: String
        let hasItems: Bool
        let items: [Item]
        let winsTitle: String
        let winsNote: String
        let hasWins: Bool
        let wins: [LinkedSentence]

        /// Nil where there is none.
        init?(_ page: DigestPage, of digest: Digest, words: WebWords) {
            guard !page.initiatives.isEmpty || !page.smallWins.isEmpty else { return nil }
            let text = page.words
            title = text.initiativesTitle
            note = text.sentence(text.initiativesNote)
            items = page.initiatives.map { entry in
                Item(
                    link: InitiativeBoardView.Card.path(of: entry.standing.initiative.id),
                    title: entry.title, status: entry.status,
                    statusClass: InitiativeBoardView.Card.statusClass(of: entry.standing),
                    sentences: entry.sentences.joined(separator: " "),
                    calls: Self.calls(entry.standing, digest, words))
            }
            hasItems = !items.isEmpty
            winsTitle = text.smallWinsTitle
            winsNote = text.sentence(text.smallWinsNote)
            wins = page.smallWins.map(LinkedSentence.init)
            hasWins = !wins.isEmpty
        }

        /// Where the calls on both sides of a fix are; before there are two sides, those of the digest
        /// that it is reckoned from.
        private static func calls(
            _ standing: Digest.InitiativeStanding, _ digest: Digest, _ words: WebWords
        ) -> CallLinks {
            if let sides = FixCalls(standing) { return sides.links(words.initiatives) }
            let plan = standing.initiative.plan
            let path = CallsBehindPath(period: digest.period, scope: plan.scope)
            return CallLinks([
                NamedLink(
                    label: words.digest.itsCalls, path: path.heard(.painPoints(plan.painPoints)))
            ])
        }
    }

    /// Something said of the page as a whole, with the page that says more where there is one.
    struct Part: Sendable {
        let id: String
        let title: String
        let sentences: String
        let calls: CallLinks

        init(_ part: DigestPage.Part, of digest: Digest, words: WebWords) {
            id = part.subject.rawValue
            title = part.title
            sentences = part.sentences.joined(separator: " ")
            switch part.subject {
            case .holds: calls = Self.holds(of: digest, words.digest)
            case .agreement:
                let compared = digest.agreement.flatMap {
                    $0.calls == 0
                        ? nil
                        : NamedLink(
                            label: words.digest.compared,
                            path: ComparedCallsView.path(of: $0.period))
                }
                calls = CallLinks(
                    [NamedLink(label: words.agreement.title, path: Place.agreement.path)]
                        + [compared].compactMap { $0 })
            case .expectations:
                calls = CallLinks([
                    NamedLink(
                        label: words.gap.title,
                        path: DigestQuery.path(
                            Place.gap.path, of: digest.period, digest.scope))
                ])
            }
        }

        /// Where the calls whose record tells of holds are, of this period and of the one before.
        private static func holds(of digest: Digest, _ words: DigestSheetWords) -> CallLinks {
            let now = CallsBehindPath(period: digest.period, scope: digest.scope)
            func path(_ calls: CallsBehindPath, atLeast holds: Int) -> String {
                calls.logged([("logged-holds", "\(holds)")])
            }
            var links = [
                NamedLink(label: words.withHolds, path: path(now, atLeast: 1)),
                NamedLink(label: words.recordTells, path: path(now, atLeast: 0)),
            ]
            if digest.holds?.ratio != nil {
                let previous = now.previous
                links.append(
                    NamedLink(
                        label: words.withHoldsBefore(SafeName.shown(previous.period.label)),
                        path: path(previous, atLeast: 1)))
            }
            return CallLinks(links)
        }
    }

    /// How much there is still to hear.
    struct Coverage: Sendable {
        /// A queue of a site.
        struct Row: Sendable {
            let name: String
            let badge: String?
            let population: String
            let heard: String
            /// Where its calls are, and those of them that were heard; nil where they cannot be told
            /// from others.
            let link: String?
            let heardLink: String?
        }

        let title: String
        let sentences: String
        let hasRows: Bool
        let nameColumn: String
        let populationColumn: String
        let heardColumn: String
        let rows: [Row]
        let more: String?
        let calls: CallLinks

        /// Nil where nobody listened.
        init?(_ page: DigestPage, _ calls: CallsBehindPath, _ words: DigestSheetWords) {
            guard !page.coverage.isEmpty else { return nil }
            let text = page.words
            title = text.coverageTitle
            sentences = page.coverage.joined(separator: " ")
            nameColumn = text.cornerColumn
            populationColumn = text.populationColumn
            heardColumn = text.heardColumn
            rows = page.corners.map { corner in
                let path = calls.within(corner.corner)
                return Row(
                    name: corner.name, badge: corner.isSilent ? text.cornersTitle : nil,
                    population: corner.population, heard: corner.heard, link: path?.logged(),
                    heardLink: path?.heard(.counted))
            }
            self.calls = CallLinks([
                NamedLink(label: words.counted, path: calls.heard(.counted))
            ])
            hasRows = !rows.isEmpty
            more = page.moreCorners
        }
    }
}
