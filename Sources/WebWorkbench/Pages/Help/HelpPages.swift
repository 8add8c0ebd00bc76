import CallReports
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

        /// What can be done, and by which keys; as JSON too, for the script that changes them.
        struct Keys: Sendable {
            let id: String
            let label: String
            let keys: [String]
            let json: String

            init(_ action: KeysDocument.Action) {
                id = action.id
                label = action.label
                keys = action.keys
                json = JSONText.array(action.keys.map { .string($0) }).text()
            }
        }

        let frame: Frame
        let words: HelpWords
        let script: String
        let keys: [Keys]
        let names: [Name]
    }

    let site: Site

    /// The page.
    func show(_ ask: Ask) async throws -> Response {
        let words = site.words.help
        let view = View(
            frame: site.writer.frame(title: words.title, place: .help, visitor: ask.visitor),
            words: words, script: site.files.link("key-settings.js"),
            keys: KeysDocument(site.keys, words: site.words.keys).actions.map(View.Keys.init),
            names: words.names.map { View.Name(name: $0.name, meaning: $0.meaning) })
        return site.writer.response(.help, view)
    }
}
