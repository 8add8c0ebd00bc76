public import CallModel

/// The forms that a digest can take.
public enum DigestFormat: String, Sendable, CaseIterable {
    case terminal, markdown, html, csv, json

    /// The digest in this form; only the terminal form has a width and colours.
    public func text(_ digest: Digest, form: TerminalForm = TerminalForm()) -> String {
        switch self {
        case .terminal: DigestText.terminal(digest, form: form)
        case .markdown: DigestMarkdown.text(digest, language: form.language)
        case .html: DigestHTML.page(digest, language: form.language)
        case .csv: DigestCSV.text(digest)
        case .json: DigestJSON.text(digest)
        }
    }
}
