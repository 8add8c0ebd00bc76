/// How a text for the terminal looks.
public struct TerminalForm: Sendable, Hashable {
    /// No line is wider than this many columns; at least 1.
    public var width: Int
    /// Whether to colour. The caller decides (a terminal, and no `NO_COLOR`).
    public var color: Bool
    /// The signs to draw with.
    public var glyphs: Glyphs
    /// The language to speak.
    public var language: Language

    /// A form; by default 80 columns in black and white.
    public init(
        width: Int = 80, color: Bool = false, glyphs: Glyphs = .unicode,
        language: Language = .english
    ) {
        self.width = max(1, width)
        self.color = color
        self.glyphs = glyphs
        self.language = language
    }
}

/// The signs to draw with.
public enum Glyphs: String, Sendable, CaseIterable {
    /// Blocks, lines and typographic punctuation.
    case unicode
    /// Nothing but ASCII; other letters lose their accents or become question marks.
    case ascii

    /// What the locale of an environment can show, by POSIX precedence of `LC_ALL`, `LC_CTYPE` and
    /// `LANG`.
    public static func suiting(environment: [String: String]) -> Glyphs {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
            .compactMap { environment[$0] }.first { !$0.isEmpty }
        let charset = (locale ?? "").lowercased()
        return charset.contains("utf-8") || charset.contains("utf8") ? .unicode : .ascii
    }

    /// A text as it can be shown with these signs.
    public func fold(_ text: String) -> String {
        self == .ascii ? AsciiFold.fold(text) : text
    }

    /// What stands for text that was left out.
    public var ellipsis: String { self == .ascii ? "..." : "…" }
    /// Eighths of a full cell, from one to eight.
    public var eighths: [Character] {
        self == .ascii ? Array("    ####") : Array("▏▎▍▌▋▊▉█")
    }
    /// Heights of a cell, from the lowest to the highest.
    var heights: [Character] {
        self == .ascii ? Array("_.-:=+*#") : Array("▁▂▃▄▅▆▇█")
    }
    /// Between weeks that are no measure of each other.
    var anew: Character { self == .ascii ? "!" : "╎" }
    var whisker: Character { self == .ascii ? "-" : "─" }
    var best: Character { self == .ascii ? "o" : "●" }
    var cap: Character { self == .ascii ? "|" : "┤" }
    var beyond: Character { self == .ascii ? ">" : "→" }
    var hold: Character { self == .ascii ? "/" : "░" }
    var deadAir: Character { self == .ascii ? "," : "·" }
    /// What draws several lines as one band: its first, its inner and its last line.
    var bandSides: (first: Character, inside: Character, last: Character) {
        self == .ascii ? ("/", "|", "\\") : ("╭", "│", "╰")
    }
    var rule: Character { self == .ascii ? "-" : "─" }
    var bracketOpen: Character { self == .ascii ? "[" : "⎣" }
    var bracketClose: Character { self == .ascii ? "]" : "⎦" }
}
