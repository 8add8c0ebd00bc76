public import CallModel

/// The alarms of a digest alone: for a script, and for whoever reads its mail.
public enum AlarmText {
    /// A line for each alarm, or one that says that there is none.
    public static func terminal(_ digest: Digest, form: TerminalForm = TerminalForm()) -> String {
        let words = form.language.words
        var lines = DigestPage.alarms(of: digest, words: words).map(\.sentence)
        if lines.isEmpty {
            lines = [
                digest.alarms.map { words.noAlarm(in: $0.week) }
                    ?? words.alarmCannotBeAsked(
                        in: SafeText.oneLine(digest.period.label),
                        isListened: digest.sample.counted > 0)
            ]
        }
        var page = TerminalPage(form: form)
        for line in lines { page.paragraph(line) }
        return page.text
    }

    /// The `alarms` member of the JSON form as an object of its own; empty where none can be given.
    public static func json(_ digest: Digest) -> String {
        (DigestJSON.alarms(of: digest) ?? .object([])).text(indented: true) + "\n"
    }
}
