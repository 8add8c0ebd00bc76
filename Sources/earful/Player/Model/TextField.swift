import CallWorkbench

/// A line of text that is being typed.
struct TextField: Sendable, Hashable {
    /// What was typed, on one line.
    private(set) var text: String
    /// How many characters stand before the cursor.
    private(set) var cursor: Int
    /// The most characters that it takes.
    let limit: Int

    init(_ text: String = "", limit: Int = 4000) {
        self.text = text
        self.limit = limit
        cursor = text.count
    }

    var isEmpty: Bool { text.allSatisfy(\.isWhitespace) }

    /// Without white space at its ends.
    var trimmed: String {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }

    /// Puts text in at the cursor; line ends and other control characters become spaces.
    mutating func insert(_ new: String) {
        let line = String(new.map { $0.isNewline || $0 == "\t" ? " " : $0 })
            .unicodeScalars.filter { $0.properties.generalCategory != .control }
        let before = text.count
        let added = String(String.UnicodeScalarView(line)).prefix(max(0, limit - before))
        text.insert(contentsOf: added, at: index(cursor))
        // A mark that joined the letter before it adds no character.
        cursor = min(text.count, cursor + text.count - before)
    }

    /// Does what a key does in a line of text, with the habits of shells; false for other keys.
    mutating func handle(_ key: Key) -> Bool {
        if let character = key.typed {
            insert(String(character))
            return true
        }
        switch (key.code, key.modifiers.contains(.control)) {
        case (.backspace, false): delete(from: cursor - 1, to: cursor)
        case (.delete, _), (.character("d"), true): delete(from: cursor, to: cursor + 1)
        case (.left, true): cursor = wordStart
        case (.right, true): cursor = wordEnd
        case (.left, false), (.character("b"), true): cursor = max(0, cursor - 1)
        case (.right, false), (.character("f"), true): cursor = min(text.count, cursor + 1)
        case (.home, _), (.character("a"), true): cursor = 0
        case (.end, _), (.character("e"), true): cursor = text.count
        case (.character("u"), true): delete(from: 0, to: cursor)
        case (.character("k"), true): delete(from: cursor, to: text.count)
        case (.character("w"), true), (.backspace, true): delete(from: wordStart, to: cursor)
        default: return false
        }
        return true
    }

    private mutating func delete(from start: Int, to end: Int) {
        let start = max(0, start)
        let end = min(text.count, end)
        guard start < end else { return }
        text.removeSubrange(index(start)..<index(end))
        cursor = start
    }

    private var wordStart: Int {
        let before = Array(text.prefix(cursor))
        var place = cursor
        while place > 0, before[place - 1].isWhitespace { place -= 1 }
        while place > 0, !before[place - 1].isWhitespace { place -= 1 }
        return place
    }

    private var wordEnd: Int {
        let after = Array(text.dropFirst(cursor))
        var place = 0
        while place < after.count, after[place].isWhitespace { place += 1 }
        while place < after.count, !after[place].isWhitespace { place += 1 }
        return cursor + place
    }

    private func index(_ place: Int) -> String.Index {
        text.index(text.startIndex, offsetBy: place)
    }
}
