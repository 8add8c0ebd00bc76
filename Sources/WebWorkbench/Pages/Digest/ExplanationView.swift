import CallModel
import CallReports

/// The arithmetic of one line of the digest, with a link to every call that goes into it.
struct ExplanationView: Sendable {
    /// The sums of one number.
    struct Part: Sendable {
        let id: String
        let title: String
        let hasRows: Bool
        let columns: [ExplanationPage.Column]
        let rows: [Row]
        let hasSums: Bool
        let sums: [String]
    }

    /// A row of a table.
    struct Row: Sendable {
        let name: String
        /// The calls that it is about.
        let link: String
        let cells: [Cell]
    }

    /// What stands in a column.
    struct Cell: Sendable {
        let text: String
        let isNumber: Bool
    }

    let frame: Frame
    let words: DigestSheetWords
    /// The line in its digest.
    let line: String
    let masthead: String
    let heading: String
    let withheld: String?
    let parts: [Part]

    init(frame: Frame, _ explanation: Explanation, words: WebWords) {
        let text = words.language.words
        let page = ExplanationPage(explanation, words: text)
        let digest = explanation.digest
        self.frame = frame
        self.words = words.digest
        line =
            DigestQuery.path("/digest", of: digest.period, digest.scope) + "#"
            + FindingCard.anchor(of: explanation.finding)
        let calls = CallsBehindPath(period: digest.period, scope: digest.scope)
        masthead = page.masthead.joined(separator: text.separator)
        heading = page.title
        withheld = page.withheld
        parts = page.parts.enumerated().map { place, part in
            Part(
                id: "sums-\(place + 1)", title: part.title, hasRows: !part.rows.isEmpty,
                columns: part.columns,
                rows: part.rows.map { row in
                    Row(
                        name: SafeName.shown(row.cells[0], width: SafeName.longestCall),
                        link: Self.path(of: row.subject, of: explanation.finding, calls),
                        cells: zip(row.cells, part.columns).dropFirst().map {
                            Cell(text: $0, isNumber: $1.isNumber)
                        })
                }, hasSums: !part.sums.isEmpty, sums: part.sums)
        }
    }

    private static func path(
        of subject: ExplanationPage.Subject, of finding: Digest.Finding, _ calls: CallsBehindPath
    ) -> String {
        switch subject {
        case .call(let call, let range): FindingCard.link(to: call, at: range)
        case .period(let period):
            CallsBehindPath(period: period, scope: calls.scope).heard(.painPoints([finding.key]))
        case .group(let name):
            CallsBehindPath(period: calls.period).heard(.group(name))
        }
    }

    /// The address of the arithmetic of a line.
    static func path(of finding: Digest.Finding, in digest: Digest) -> String {
        DigestQuery.path(
            "/digest/sums/" + LinkText.encoded(finding.key), of: digest.period, digest.scope)
    }
}
