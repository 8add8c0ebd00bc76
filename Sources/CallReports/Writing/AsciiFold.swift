import Foundation

/// Text in the letters of ASCII, for a terminal whose locale knows no others.
enum AsciiFold {
    /// The nearest ASCII text: accents are dropped, punctuation is replaced, and what has no
    /// counterpart becomes a question mark for each character.
    static func fold(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var folded = ""
        for character in text {
            if character.isASCII {
                folded.append(character)
            } else if let known = punctuation[character] {
                folded += known
            } else {
                let base = String(character).decomposedStringWithCanonicalMapping
                    .unicodeScalars.first
                folded += base.flatMap { $0.isASCII ? String($0) : nil } ?? "?"
            }
        }
        return folded
    }

    private static let punctuation: [Character: String] = [
        "\u{A0}": " ", "\u{202F}": " ", "\u{2068}": "", "\u{2069}": "", "·": "|", "–": "-",
        "—": "-", "‑": "-", "…": "...", "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'",
        "›": ">", "‹": "<", "×": "x", "•": "*", "→": "->", "▲": "^", "▼": "v", "△": "^?", "▽": "v?",
        "ß": "ss", "æ": "ae", "Æ": "AE",
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "œ": "oe", "Œ": "OE", "€": "EUR",
    ]
}
