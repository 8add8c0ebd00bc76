public import CallModel
public import Foundation

/// Sittings in words.
public enum SessionText {
    /// What came of one sitting: how much was heard, what hurt, what was expected, the ideas.
    public static func summary(
        _ session: Session, taxonomy: Taxonomy? = nil, timeZone: TimeZone,
        form: TerminalForm = TerminalForm()
    ) -> String {
        var layout = SessionLayout(
            session: session, names: TagNames(taxonomy), taxonomy: taxonomy, zone: timeZone,
            output: TerminalPage(form: form))
        layout.write()
        return layout.output.text
    }

    /// Sittings as a table, one line each.
    public static func list(
        _ sessions: [Session], timeZone: TimeZone, form: TerminalForm = TerminalForm()
    ) -> String {
        let words = form.language.words
        var page = TerminalPage(form: form)
        guard !sessions.isEmpty else {
            page.line([Span(words.noSittings)])
            return page.text
        }
        TextTable(
            columns: [
                .init(words.beganColumn, minimumWidth: 16), .init(words.listenerColumn),
                .init(words.purposeColumn, minimumWidth: 8),
                .init(words.heardDuration, alignment: .trailing, minimumWidth: 6),
                .init(words.callsColumn, alignment: .trailing),
                .init(words.tagsColumn, alignment: .trailing),
                .init(words.ideasColumn, alignment: .trailing),
                .init(words.sessionColumn, minimumWidth: 8),
            ],
            rows: sessions.map { session in
                let contents = session.calls.flatMap(\.annotations).map(\.content)
                let goesOn = session.endedAt == nil ? ", " + words.sittingGoesOn : ""
                return [
                    CalendarText.dateTime(session.startedAt, in: timeZone),
                    session.listener.rawValue, words.purpose(session.purpose) + goesOn,
                    ClockText.duration(seconds: session.heardSeconds),
                    words.figures.whole(session.calls.count),
                    words.figures.whole(contents.count { $0.isTag }),
                    words.figures.whole(contents.count { $0.ideaText != nil }),
                    session.id.rawValue,
                ]
            }
        ).write(on: &page)
        return page.text
    }
}
