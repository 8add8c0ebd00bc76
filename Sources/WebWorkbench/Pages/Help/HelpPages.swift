import Hummingbird

/// Help.
struct HelpPages: Sendable {
    /// The page as it is shown.
    struct View: Sendable {
        /// A word and what it means.
        struct Name: Sendable {
            let name: String
            let meaning: String
        }

        let frame: Frame
        let words: HelpWords
        let keys: [KeyList.Line]
        let names: [Name]
    }

    let site: Site

    /// The page.
    func show(_ ask: Ask) async throws -> Response {
        let words = site.words.help
        let view = View(
            frame: site.writer.frame(title: words.title, place: .help, visitor: ask.visitor),
            words: words, keys: KeyList.english,
            names: words.names.map { View.Name(name: $0.name, meaning: $0.meaning) })
        return site.writer.response(.help, view)
    }
}
