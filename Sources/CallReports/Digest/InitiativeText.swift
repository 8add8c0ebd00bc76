public import CallModel

/// The status board of fixes alone.
public enum InitiativeText {
    /// The board for the terminal.
    public static func terminal(_ digest: Digest, form: TerminalForm = TerminalForm()) -> String {
        let words = form.language.words
        var page = TerminalPage(form: form)
        let entries = DigestPage.initiatives(of: digest, words: words)
        if entries.isEmpty { page.paragraph(words.noInitiatives) }
        let wins = DigestPage.smallWins(of: digest, words: words)
        for (index, entry) in entries.enumerated() {
            if index > 0 { page.gap() }
            page.line([
                Span(entry.standing.initiative.id.rawValue, .strong), Span("  "),
                Span(entry.title, .strong), Span("  "), Span(entry.status, .quiet),
            ])
            page.paragraph(entry.sentences.joined(separator: " "), indent: 2)
        }
        if !wins.isEmpty {
            page.heading(words.smallWinsTitle, note: words.smallWinsNote)
            for win in wins { page.paragraph(win.sentence, indent: 2) }
        }
        if !entries.isEmpty {
            page.gap()
            page.footnotes(words.initiativeFootnotes)
        }
        return page.text
    }

    /// The board as a JSON array, as in the digest.
    public static func json(_ digest: Digest) -> String {
        JSONText.array(digest.initiatives.map(DigestJSON.initiative)).text(indented: true) + "\n"
    }

    /// One fix as a JSON object, as in the digest.
    public static func json(_ standing: Digest.InitiativeStanding) -> JSONText {
        DigestJSON.initiative(standing)
    }
}
