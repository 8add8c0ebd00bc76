/// A text broken into lines.
public enum WrappedText {
    /// Lines of at most `width` columns, broken at spaces; a word that is wider is cut in pieces.
    public static func lines(
        of text: String, width: Int, limit: Int = .max, ellipsis: String = "…"
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in text.split(separator: " ").flatMap({ pieces($0, width: width) }) {
            let wordWidth = DisplayWidth.of(word)
            if used > 0, used + 1 + wordWidth > width {
                lines.append(line)
                line = ""
                used = 0
                // One line more than allowed is enough to know that there is more.
                if lines.count > limit { break }
            }
            line += (used > 0 ? " " : "") + word
            used += (used > 0 ? 1 : 0) + wordWidth
        }
        if used > 0 { lines.append(line) }
        guard lines.count > limit, limit > 0 else { return lines }
        let rest = lines[limit - 1] + " " + lines[limit]
        return lines[..<(limit - 1)] + [SafeText.cut(rest, width: width, ellipsis: ellipsis)]
    }

    private static func pieces(_ word: Substring, width: Int) -> [String] {
        guard DisplayWidth.of(String(word)) > width else { return [String(word)] }
        var pieces: [String] = []
        var piece = ""
        var used = 0
        for character in word {
            let next = DisplayWidth.of(character)
            if used > 0, used + next > width {
                pieces.append(piece)
                piece = ""
                used = 0
            }
            piece.append(character)
            used += next
        }
        return pieces + [piece]
    }
}
