/// Rows in aligned columns, for every list of the command line.
public struct TextTable: Sendable, Hashable {
    /// To which side a column leans.
    public enum Alignment: Sendable, Hashable {
        /// Words.
        case leading
        /// Numbers.
        case trailing
    }

    /// One column.
    public struct Column: Sendable, Hashable {
        /// What stands above it.
        public var title: String
        /// To which side it leans.
        public var alignment: Alignment
        /// The columns of the terminal that it keeps when room is short.
        public var minimumWidth: Int

        /// A column.
        public init(_ title: String, alignment: Alignment = .leading, minimumWidth: Int = 4) {
            self.title = title
            self.alignment = alignment
            self.minimumWidth = minimumWidth
        }
    }

    /// The columns.
    public var columns: [Column]
    /// The rows; a cell that is missing is empty.
    public var rows: [[String]]

    /// A table.
    public init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// The table with its titles, cut to the width of the form; the words of cells are made safe.
    /// Empty where there is no row.
    public func text(form: TerminalForm = TerminalForm()) -> String {
        var page = TerminalPage(form: form)
        write(on: &page)
        return page.text
    }

    func write(on page: inout TerminalPage, indent: Int = 0) {
        guard !rows.isEmpty else { return }
        let glyphs = page.form.glyphs
        let cells = rows.map { row in
            columns.indices.map { $0 < row.count ? glyphs.fold(TextTable.cell(row[$0])) : "" }
        }
        let titles = columns.map { glyphs.fold($0.title) }
        let widths = widths(of: cells, titles: titles, room: page.form.width - indent)
        page.line(spans(titles, widths, indent, .quiet, glyphs))
        for row in cells { page.line(spans(row, widths, indent, .plain, glyphs)) }
    }

    /// Spaces at the start stay: they show what lies below what.
    private static func cell(_ text: String) -> String {
        let indent = min(40, text.prefix { $0 == " " }.count)
        let words = SafeText.oneLine(text)
        return words.isEmpty ? "" : String(repeating: " ", count: indent) + words
    }

    private func spans(
        _ row: [String], _ widths: [Int], _ indent: Int, _ ink: Ink, _ glyphs: Glyphs
    ) -> [Span] {
        var text = String(repeating: " ", count: indent)
        for (index, cell) in row.enumerated() where widths[index] > 0 {
            let shown = SafeText.cut(cell, width: widths[index], ellipsis: glyphs.ellipsis)
            let space = String(
                repeating: " ", count: max(0, widths[index] - DisplayWidth.of(shown)))
            text += columns[index].alignment == .leading ? shown + space : space + shown
            text += "  "
        }
        return [Span(text, ink)]
    }

    /// The widest columns give first, down to their minimum; a column without any cell is left out.
    private func widths(of cells: [[String]], titles: [String], room: Int) -> [Int] {
        var widths = columns.indices.map { column in
            let widest = cells.map { DisplayWidth.of($0[column]) }.max() ?? 0
            return widest == 0 ? 0 : max(widest, DisplayWidth.of(titles[column]))
        }
        let gaps = 2 * max(0, widths.count { $0 > 0 } - 1)
        var excess = widths.reduce(0, +) + gaps - room
        while excess > 0 {
            let givers = widths.indices.filter { widths[$0] > columns[$0].minimumWidth }
            guard let widest = givers.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}
