import CallModel
import CallReports

/// The calls behind a number, each with the seconds in it.
struct CallsBehindView: Sendable {
    /// One call.
    struct Row: Sendable {
        /// The call's name as it is, for the player.
        let call: String
        let name: String
        let link: String
        let facts: String
        let keptFresh: String?
        let hasMoments: Bool
        let moments: [Moment]
    }

    /// A pain point heard in it.
    struct Moment: Sendable {
        let link: String
        let time: String
        let label: String
        let severity: Int
        let severityText: String
        let listener: String?
        /// Milliseconds, for the player; nil where there is nothing to play.
        let start: Int?
        let end: Int?
    }

    let frame: Frame
    let words: DigestSheetWords
    /// The digest that the number stands in.
    let digest: String
    let masthead: String
    let heading: String
    let lead: String
    let note: String?
    let hasRows: Bool
    let rows: [Row]
    let first: String?
    let next: String?

    /// `sounding` are the calls whose sound can be heard.
    init(
        frame: Frame, _ behind: CallsBehind, _ part: CallsBehindPart, sounding: Set<CallID>,
        words: WebWords
    ) {
        let text = words.language.words
        let page = CallsBehindPage(behind, showing: part.calls, words: text)
        self.frame = frame
        self.words = words.digest
        digest = DigestQuery.path("/digest", of: behind.period, behind.scope)
        masthead = page.masthead.joined(separator: text.separator)
        heading = page.title
        lead = page.lead
        note = page.note
        rows = page.rows.map {
            Row($0, isSounding: sounding.contains($0.call), separator: text.separator)
        }
        hasRows = !rows.isEmpty
        let path = CallsBehindPath(period: behind.period, scope: behind.scope)
            .heard(behind.choice)
        first = part.isFirst ? nil : path
        next = part.next.map { path + "&after=" + LinkText.encoded($0.rawValue) }
    }
}

/// A page of calls behind a number.
struct CallsBehindPart: Sendable {
    /// Calls of one page, at most.
    static let size = 100

    let calls: [CallsBehind.Call]
    let isFirst: Bool
    /// The call after which the next page begins; nil on the last.
    let next: CallID?

    /// The calls after one of them; from the first on where it is not among them.
    init(_ behind: CallsBehind, after call: CallID?) {
        let start = behind.calls.firstIndex { $0.id == call }.map { $0 + 1 } ?? 0
        calls = Array(behind.calls.dropFirst(start).prefix(Self.size))
        isFirst = start == 0
        next = start + calls.count < behind.calls.count ? calls.last?.id : nil
    }
}

extension CallsBehindView.Row {
    fileprivate init(_ row: CallsBehindPage.Row, isSounding: Bool, separator: String) {
        call = row.call.rawValue
        name = SafeName.shown(row.call.rawValue, width: SafeName.longestCall)
        link = FindingCard.link(to: row.call, at: row.moments.first?.range)
        facts = row.facts.joined(separator: separator)
        keptFresh = row.keptFresh
        moments = row.moments.map { moment in
            CallsBehindView.Moment(
                link: FindingCard.link(to: row.call, at: moment.range), time: moment.time,
                label: moment.label, severity: moment.severity,
                severityText: moment.severityText, listener: moment.listener,
                start: isSounding ? moment.range?.start.milliseconds : nil,
                end: isSounding ? moment.range?.end.milliseconds : nil)
        }
        hasMoments = !moments.isEmpty
    }
}
