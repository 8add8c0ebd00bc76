/// Why the full-screen player cannot be shown.
enum ScreenError: Error, Sendable, Hashable, CustomStringConvertible {
    case notATerminal
    case dumb
    case unknownTerminal(String)
    case localeMissing

    /// Why, and what to do instead.
    var description: String {
        let instead =
            " Without a screen, `earful play CALL` plays a call and `earful tag CALL` says what "
            + "you heard."
        switch self {
        case .notATerminal:
            return "The player needs a terminal on its input and output." + instead
        case .dumb:
            return "This terminal cannot be drawn on (TERM is dumb or not set)." + instead
        case .unknownTerminal(let name):
            return "Nobody knows the terminal `\(name)` here. Set TERM to what it is like, such as "
                + "xterm-256color." + instead
        case .localeMissing:
            return "No locale of UTF-8 is installed here. Set LC_ALL=C and the player draws with "
                + "plain characters."
        }
    }
}
