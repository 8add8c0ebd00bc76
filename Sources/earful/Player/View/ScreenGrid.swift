import CallReports

/// A screen full of cells, before it is drawn.
struct ScreenGrid: Sendable, Hashable {
    /// A place on the screen.
    struct Place: Sendable, Hashable {
        var row: Int
        var column: Int
    }

    let size: ScreenSize
    private let glyphs: Glyphs
    private(set) var cells: [ScreenCell]
    /// Where typing goes; nil where nothing is typed into.
    var cursor: Place?

    init(size: ScreenSize, glyphs: Glyphs) {
        self.size = size
        self.glyphs = glyphs
        cells = [ScreenCell](repeating: .blank, count: size.columns * size.rows)
    }

    /// A row's cells.
    subscript(row row: Int) -> ArraySlice<ScreenCell> {
        cells[(row * size.columns)..<((row + 1) * size.columns)]
    }

    /// Writes a text on one row and cuts it, with an ellipsis, where the room ends; returns the column
    /// after it. Whatever the text holds, nothing is written beyond its room.
    @discardableResult
    mutating func put(
        _ text: String, row: Int, column: Int, width: Int = .max, _ look: Look = .plain
    ) -> Int {
        guard (0..<size.rows).contains(row), column >= 0 else { return column }
        let room = min(width, size.columns - column)
        guard room > 0 else { return column }
        let shown = SafeText.cut(
            glyphs.fold(ScreenText.shown(text)), width: room, ellipsis: glyphs.ellipsis)
        var next = column
        for character in shown { next = put(character, row: row, column: next, look) }
        return next
    }

    /// Writes one character where it fits; returns the column after it.
    @discardableResult
    mutating func put(
        _ character: Character, row: Int, column: Int, _ look: Look = .plain
    ) -> Int {
        let columns = DisplayWidth.of(character)
        guard columns > 0, (0..<size.rows).contains(row), column >= 0,
            column + columns <= size.columns
        else { return column }
        let place = row * size.columns + column
        cells[place] = ScreenCell(character: character, look: look)
        if columns == 2 { cells[place + 1] = ScreenCell(character: nil, look: look) }
        return column + columns
    }

    /// Gives cells another look.
    mutating func paint(row: Int, columns: Range<Int>, _ look: (Look) -> Look) {
        guard (0..<size.rows).contains(row) else { return }
        for column in columns.clamped(to: 0..<size.columns) {
            let place = row * size.columns + column
            cells[place].look = look(cells[place].look)
        }
    }

    /// The characters alone, without white space at the ends of rows.
    var text: String {
        (0..<size.rows).map { row in
            var line = String(self[row: row].compactMap(\.character))
            while line.last == " " { line.removeLast() }
            return line
        }.joined(separator: "\n")
    }
}
