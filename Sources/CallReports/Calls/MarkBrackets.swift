import CallModel

/// Named stretches as brackets under a lane, in as few rows as they fit in without touching.
public struct MarkBrackets: Sendable {
    /// One stretch as it is drawn.
    public struct Bracket: Sendable, Hashable {
        /// Which of the marks it is, by place.
        public var mark: Int
        /// Its first column.
        public var column: Int
        /// Its columns.
        public var width: Int
        /// What is drawn.
        public var text: String
    }

    private let scale: TimeScale
    private let width: Int
    private let glyphs: Glyphs

    /// Brackets along `width` columns.
    public init(scale: TimeScale, width: Int, glyphs: Glyphs) {
        self.scale = scale
        self.width = width
        self.glyphs = glyphs
    }

    /// Rows from the top, each in order of columns; marks that find no room in `limit` rows are left
    /// out.
    public func rows(of marks: [WaveLanes.Mark], limit: Int) -> [[Bracket]] {
        guard width > 2 else { return [] }
        var rows: [[Bracket]] = []
        let ordered = marks.enumerated().sorted {
            ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
        }
        for (index, mark) in ordered {
            let bracket = bracket(of: mark, index)
            let row = rows.firstIndex { row in
                row.last.map { $0.column + $0.width < bracket.column } ?? true
            }
            if let row {
                rows[row].append(bracket)
            } else if rows.count < limit {
                rows.append([bracket])
            }
        }
        return rows
    }

    private func bracket(of mark: WaveLanes.Mark, _ index: Int) -> Bracket {
        let from = min(scale.column(of: mark.range.start, width: width), width - 1)
        let to = min(max(from + 1, scale.column(of: mark.range.end, width: width)), width)
        let label = SafeText.cut(
            glyphs.fold(mark.label), width: min(24, width - 2), ellipsis: glyphs.ellipsis)
        let length = max(to - from, DisplayWidth.of(label) + 2)
        let space = max(0, length - 2 - DisplayWidth.of(label))
        return Bracket(
            mark: index, column: max(0, min(from, width - length)), width: length,
            text: String(glyphs.bracketOpen) + label + String(repeating: " ", count: space)
                + String(glyphs.bracketClose))
    }
}
