import CallWorkbench

/// The keys of the Listen page, made from the table that binds those of the terminal too.
struct KeysDocument: Encodable, Sendable {
    /// What can be done, and by which keys, the first one foremost.
    struct Action: Encodable, Sendable {
        let id: String
        let label: String
        let keys: [String]
    }

    let actions: [Action]

    init(_ table: KeyTable, words: KeyWords) {
        actions = PlayerAction.allCases.filter(\.isOfBrowsers).map { action in
            Action(
                id: action.name, label: words.label(action),
                keys: table.keys(of: action).filter(\.isOfPages).map(\.name))
        }
    }
}

extension PlayerAction {
    /// Whether it means something in a browser: a page is left by other means, and draws itself.
    fileprivate var isOfBrowsers: Bool { ![.leave, .suspend, .redraw].contains(self) }
}

extension Key {
    /// Whether a page gets it: Tab goes from field to field, and some chords are the browser's own.
    fileprivate var isOfPages: Bool {
        if code == .tab { return false }
        guard modifiers == .control, case .character(let character) = code else { return true }
        return !"ctnw".contains(character)
    }
}
