public import CallModel

extension CallText {
    /// The longest text of a user that is shown, in columns.
    static let remarkWidth = 600

    /// `inbound · queue Billing · site Hermosillo · agent A-117`: what the call record says in short;
    /// empty where it says nothing.
    public static func facts(_ record: CallRecord, language: Language = .english) -> String {
        let words = language.words
        func said(_ text: String?, _ phrase: (String) -> String) -> String? {
            text.map { SafeText.cut(SafeText.oneLine($0), width: 60) }
                .flatMap { $0.isEmpty ? nil : phrase($0) }
        }
        return [
            record.direction.map { words.direction($0) }, said(record.queue, words.queue),
            said(record.site, words.site), said(record.agent, words.agent),
            said(record.caller, words.caller),
        ].compactMap { $0 }.joined(separator: words.separator)
    }

    /// `Hold too long · severity 4`, `note · “called twice last week”`: what was said, on one line.
    public static func said(
        _ annotation: Annotation, taxonomy: Taxonomy?, language: Language = .english
    ) -> String {
        said(annotation, names: TagNames(taxonomy), words: language.words)
    }

    static func said(
        _ annotation: Annotation, names: TagNames, words: any TextCatalogue
    ) -> String {
        func remark(_ text: String) -> String {
            words.quoted(SafeText.cut(SafeText.oneLine(text), width: remarkWidth))
        }
        let facts =
            switch annotation.content {
            case .painPoint(let key, let severity):
                [names.painPoint(key), words.severity(severity)]
            case .reason(let key): [words.reasonLabel, names.reason(key)]
            case .note(let text): [words.note, remark(text)]
            case .idea(let text): [words.idea, remark(text)]
            case .kudos(let text): [words.kudos, remark(text)]
            // A flag speaks for itself.
            case .flag(let text): text.isEmpty ? [words.flag] : [words.flag, remark(text)]
            }
        return facts.joined(separator: words.separator)
    }
}
