import CallModel
import CallReports

/// The calls behind a number of how far listeners agree; each opens side by side.
struct ComparedCallsView: Sendable {
    /// One call.
    struct Row: Sendable {
        let name: String
        let link: String
        /// When it began, and who heard it.
        let facts: String
        /// What all of them said of it, and what only some; nil where there is nothing.
        let agreed: String?
        let differing: String?
        let keptFresh: String?
    }

    let frame: Frame
    let words: AgreementSheetWords
    /// The report that the number stands in.
    let report: String
    let masthead: String
    let heading: String
    let lead: String
    /// What stands before what only some said, and before what all said.
    let differOn: String
    let allSaid: String
    let hasRows: Bool
    let rows: [Row]

    init(frame: Frame, _ compared: ComparedCalls, words: WebWords) {
        let text = words.language.words
        let page = ComparedCallsPage(compared, words: text)
        self.frame = frame
        self.words = words.agreement
        report = DigestQuery.path(Place.agreement.path, of: compared.period, compared.scope)
        masthead = page.masthead.joined(separator: text.separator)
        heading = page.title
        lead = page.lead
        differOn = text.someSaidColumn
        allSaid = text.allSaidColumn
        rows = page.rows.map { row in
            Row(
                name: SafeName.shown(row.call.rawValue, width: SafeName.longestCall),
                link: ComparisonView.path(of: row.call),
                facts: row.began + text.separator + row.listeners,
                agreed: row.agreed.isEmpty ? nil : row.agreed,
                differing: row.differing.isEmpty ? nil : row.differing,
                keptFresh: row.keptFresh)
        }
        hasRows = !rows.isEmpty
    }

    /// The address of the calls behind a number.
    static func path(
        of period: Period, _ scope: Scope = Scope(), _ choice: ComparedCalls.Choice = .all
    ) -> String {
        DigestQuery.path("/agreement/calls", of: period, scope, [("of", "\(choice)")])
    }
}
