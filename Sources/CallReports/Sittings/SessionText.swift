public import CallModel
public import Foundation

/// Sittings in words.
public enum SessionText {
    /// What came of one sitting: how much was heard, what hurt, what was expected, the ideas.
    public static func summary(
        _ session: Session, taxonomy: Taxonomy? = nil, timeZone: TimeZone,
        form: TerminalForm = TerminalForm()
    ) -> String {
        var layout = SessionLayout(session, taxonomy: taxonomy, zone: timeZone, form: form)
        layout.write()
        return layout.output.text
    }
}
