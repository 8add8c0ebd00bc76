public import CallModel
public import Foundation

/// One line of a list of sittings.
public struct SittingRow: Sendable, Hashable {
    /// The sitting.
    public var id: SessionID
    /// What it is for.
    public var purpose: SessionPurpose
    /// Who listens.
    public var listener: ListenerID
    /// When it began.
    public var startedAt: Date
    /// Whether it goes on.
    public var isOpen: Bool
    /// Unique seconds heard, >= 0.
    public var heardSeconds: Double
    /// Calls opened.
    public var callCount: Int
    /// Reasons and pain points that stand.
    public var tagCount: Int
    /// Ideas that stand.
    public var ideaCount: Int

    /// A line.
    public init(
        id: SessionID, purpose: SessionPurpose, listener: ListenerID, startedAt: Date,
        isOpen: Bool, heardSeconds: Double, callCount: Int, tagCount: Int, ideaCount: Int
    ) {
        self.id = id
        self.purpose = purpose
        self.listener = listener
        self.startedAt = startedAt
        self.isOpen = isOpen
        self.heardSeconds = heardSeconds
        self.callCount = callCount
        self.tagCount = tagCount
        self.ideaCount = ideaCount
    }
}

extension SessionText {
    /// Sittings as a table, one line each.
    public static func list(
        _ rows: [SittingRow], timeZone: TimeZone, form: TerminalForm = TerminalForm()
    ) -> String {
        let words = form.language.words
        var page = TerminalPage(form: form)
        guard !rows.isEmpty else {
            page.line([Span(words.noSittings)])
            return page.text
        }
        TextTable(
            columns: [
                .init(words.beganColumn, minimumWidth: 16),
                .init(words.listenerColumn, minimumWidth: 9),
                .init(words.purposeColumn, minimumWidth: 11),
                .init(words.heardDuration, alignment: .trailing, minimumWidth: 6),
                .init(words.callsColumn, alignment: .trailing, minimumWidth: 5),
                .init(words.tagsColumn, alignment: .trailing),
                .init(words.ideasColumn, alignment: .trailing, minimumWidth: 5),
                .init(words.sessionColumn, minimumWidth: 8),
            ],
            rows: rows.map { row in
                let goesOn = row.isOpen ? ", " + words.sittingGoesOn : ""
                return [
                    CalendarText.dateTime(row.startedAt, in: timeZone), row.listener.rawValue,
                    words.purpose(row.purpose) + goesOn,
                    ClockText.duration(seconds: row.heardSeconds),
                    words.figures.whole(row.callCount), words.figures.whole(row.tagCount),
                    words.figures.whole(row.ideaCount), row.id.rawValue,
                ]
            }
        ).write(on: &page)
        return page.text
    }
}
