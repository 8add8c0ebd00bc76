/// A page for the terminal, written from top to bottom. No line is wider than the form allows.
struct TerminalPage {
    let form: TerminalForm
    private var lines: [String] = []

    init(form: TerminalForm) {
        self.form = form
    }

    /// The width that text is set in: long lines are hard to read.
    var measure: Int { min(form.width, 100) }

    /// The page, ending with a new line.
    var text: String {
        lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
    }

    /// An empty line, unless the page is empty or ends with one.
    mutating func gap() {
        if let last = lines.last, !last.isEmpty { lines.append("") }
    }

    mutating func heading(_ text: String, note: String = "") {
        gap()
        line([Span(text, .heading), Span(note.isEmpty ? "" : "  " + note, .quiet)])
    }

    /// One line; what does not fit is cut off.
    mutating func line(_ spans: [Span]) {
        var output = ""
        var room = form.width
        // White space at the end shows nothing, and is trouble in files.
        let folded = spans.map { Span(shown($0.text), $0.ink) }
        let end = folded.lastIndex { !$0.text.allSatisfy { $0 == " " } }
        for (index, span) in folded.enumerated() {
            guard let end, index <= end, room > 0 else { break }
            var whole = span.text
            if index == end { while whole.last == " " { whole.removeLast() } }
            let text = SafeText.cut(whole, width: room, ellipsis: form.glyphs.ellipsis)
            guard !text.isEmpty else { continue }
            output += painted(text, span.ink)
            room -= DisplayWidth.of(text)
            // After an ellipsis nothing more belongs on the line.
            if text != whole, index < end { break }
        }
        lines.append(output)
    }

    /// What the page is, with the facts beside it.
    mutating func title(_ text: String, _ facts: [String]) {
        let separator = form.language.words.separator
        line([
            Span(text, .heading), Span(separator, .quiet),
            Span(facts.joined(separator: separator), .quiet),
        ])
    }

    /// Writes what statistics mean, a line each.
    mutating func footnotes(_ notes: [Footnote]) {
        for note in notes {
            paragraph(note.line, indent: 4, first: [Span("  - ", .quiet)], ink: .quiet)
        }
    }

    /// Words, broken into lines after what stands `first`; `limit` is the most lines that it may take.
    mutating func paragraph(
        _ text: String, indent: Int = 0, first: [Span] = [], ink: Ink = .plain,
        limit: Int = .max
    ) {
        // What stands first takes room of the first line alone: as a part of its first word.
        let taken = first.reduce(0) { $0 + DisplayWidth.of($1.text) } - indent
        let room = String(repeating: "_", count: max(0, min(taken, measure - indent - 1)))
        var rows = WrappedText.lines(
            of: room + form.glyphs.fold(text), width: max(1, measure - indent), limit: limit,
            ellipsis: form.glyphs.ellipsis)
        if !rows.isEmpty { rows[0].removeFirst(min(room.count, rows[0].count)) }
        for (index, row) in rows.enumerated() {
            let margin = String(repeating: " ", count: indent)
            line((index == 0 && !first.isEmpty ? first : [Span(margin)]) + [Span(row, ink)])
        }
        if rows.isEmpty, !first.isEmpty { line(first) }
    }

    /// A text as it is written: no-break spaces have done their duty, isolates are for browsers.
    private func shown(_ text: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in form.glyphs.fold(text).unicodeScalars {
            switch scalar.value {
            case 0xA0: shown.append(" ")
            case 0x2068, 0x2069: break
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }

    private func painted(_ text: String, _ ink: Ink) -> String {
        guard form.color, let parameters = ink.parameters else { return text }
        return "\u{1B}[\(parameters)m\(text)\u{1B}[0m"
    }
}
