import CallModel

/// A bar with a range: solid as far as we are confident, a whisker up to the high end, a mark at the
/// best value.
struct RangeBar {
    /// The value at the right edge, > 0.
    var maximum: Double
    /// Columns to draw in.
    var width: Int
    var glyphs: Glyphs

    /// Exactly `width` columns.
    func spans(_ estimate: Estimate) -> [Span] {
        guard width > 0, maximum > 0 else { return [] }
        let solid = min(max(position(estimate.low), 0), Double(width))
        let full = Int(solid)
        var cells = [Character](repeating: glyphs.eighths[7], count: full)
        let eighth = Int((solid - Double(full)) * 8)
        if full < width, eighth > 0, glyphs.eighths[eighth - 1] != " " {
            cells.append(glyphs.eighths[eighth - 1])
        }
        let solidCount = cells.count
        cells += [Character](repeating: " ", count: width - solidCount)

        let best = min(width - 1, Int(position(estimate.value)))
        let end = min(width - 1, Int(position(estimate.high).rounded(.up)) - 1)
        if solidCount <= end {
            for index in solidCount...end { cells[index] = glyphs.whisker }
            cells[end] = estimate.high > maximum * 1.000_001 ? glyphs.beyond : glyphs.cap
            if best >= solidCount { cells[best] = glyphs.best }
        }
        return [
            Span(String(cells[..<solidCount]), .bar), Span(String(cells[solidCount...]), .quiet),
        ]
    }

    private func position(_ value: Double) -> Double {
        value.isFinite ? min(value / maximum, 10) * Double(width) : 0
    }

    /// A right edge that shows every best value well, and the high ends where they do not dwarf the
    /// rest; what reaches further is drawn with an arrow.
    static func maximum(for estimates: [Estimate]) -> Double {
        let highest = estimates.map(\.high).max() ?? 0
        let best = estimates.map(\.value).max() ?? 0
        return best > 0 ? min(highest, best * 2) : highest
    }
}
