/// The Listen page: what it is made of; its scripts fill it.
struct ListenPage: Sendable {
    let frame: Frame
    let words: ListenWords
    let sitting: String
    let stylesheet: String
    let script: String
    /// Files that the script asks for, so that a browser fetches them at once.
    let modules: [String]
    let severities: [ListenWords.Severity]

    init(frame: Frame, words: ListenWords, sitting: String, files: StaticFiles) {
        self.frame = frame
        self.words = words
        self.sitting = sitting
        stylesheet = files.link("listen.css")
        script = files.link("listen.js")
        let others = ["/upload.js", "/clips.js", "/key-settings.js"]
        modules = files.modules.filter { link in !others.contains { link.hasSuffix($0) } }
        severities = words.severities
    }
}

/// How to begin a sitting.
struct ListenStartPage: Sendable {
    /// A draw with calls that nobody heard.
    struct Draw: Sendable {
        let id: String
        let name: String
        let left: String
    }

    let frame: Frame
    let words: ListenWords
    let draws: [Draw]
    var hasDraws: Bool { !draws.isEmpty }
}
