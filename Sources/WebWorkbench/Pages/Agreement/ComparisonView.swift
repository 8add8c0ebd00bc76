import CallModel
import CallReports
import Foundation

/// One call as each of its listeners heard it, with the form that settles what it bears.
struct ComparisonView: Sendable {
    /// The reason, or one pain point.
    struct Row: Sendable {
        let name: String
        let cells: [Cell]
        let isAgreed: Bool
    }

    /// What one listener said of it.
    struct Cell: Sendable {
        let text: String
        let clips: [Clip]
    }

    /// A moment that plays where it stands.
    struct Clip: Sendable {
        /// Milliseconds, for the player; nil where there is no sound.
        let start: Int?
        let end: Int?
        let time: String
    }

    /// Something that somebody did.
    struct Act: Sendable {
        let sentence: String
        let because: String?
    }

    let frame: Frame
    let words: AgreementSheetWords
    /// The call's name as it is, for the player.
    let call: String
    /// Its name as it is shown.
    let id: String
    let callPath: String
    let notice: String?
    let problem: String?
    let lead: String
    let columns: [String]
    let hasRows: Bool
    let rows: [Row]
    let isSettled: Bool
    let settlePath: String
    /// The acts that are shown: what is settled from here must come right after them.
    let version: Int
    let form: SettlementForm.View
    let hasActs: Bool
    let acts: [Act]

    init(
        frame: Frame, page: ComparisonPage, of call: CallID, isSounding: Bool,
        isSettled: Bool,
        form: SettlementForm.View, words: WebWords, notice: String?, problem: String?
    ) {
        self.frame = frame
        self.words = words.agreement
        self.call = call.rawValue
        id = SafeName.shown(call.rawValue, width: SafeName.longestCall)
        callPath = "/calls/" + LinkText.encoded(call.rawValue)
        self.notice = notice
        self.problem = problem.map { SafeName.remark($0) }
        lead = page.lead
        columns = page.columns.map { SafeName.shown($0, width: 40) }
        rows = page.rows.map { row in
            Row(
                name: SafeName.shown(row.name),
                cells: row.cells.map { cell in
                    Cell(
                        text: SafeName.shown(cell.text),
                        clips: cell.ranges.map {
                            Clip(
                                start: isSounding ? $0.start.milliseconds : nil,
                                end: isSounding ? $0.end.milliseconds : nil,
                                time: ClockText.range($0))
                        })
                }, isAgreed: row.isAgreed)
        }
        hasRows = !rows.isEmpty
        self.isSettled = isSettled
        settlePath = Self.path(of: call)
        self.form = form
        version = page.acts.count
        acts = page.acts.reversed().map {
            Act(sentence: $0.sentence, because: $0.because.isEmpty ? nil : $0.because)
        }
        hasActs = !acts.isEmpty
    }

    /// Where a call stands side by side.
    static func path(of call: CallID) -> String {
        "/agreement/calls/" + LinkText.encoded(call.rawValue)
    }
}
