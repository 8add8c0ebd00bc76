import CallWorkbench
import CallModel
import CallReports

extension PlayerView {
    /// The pain points that digits mark, in as many columns as there is room for; returns the row below.
    mutating func drawPalette(from first: Int) -> Int {
        let points = (1...9).compactMap { digit in
            model.setup.taxonomy.painPoint(numberKey: digit, on: model.setup.day)
                .map { (digit: digit, label: $0.label) }
        }
        var entries = points.compactMap { point in
            keys.name(of: .painPoint(point.digit)).map { (key: $0, label: point.label) }
        }
        if let all = keys.name(of: .allPainPoints) {
            entries.append((key: all, label: PlayerWords.allPainPoints))
        }
        let widest = entries.map { DisplayWidth.of(glyphs.fold($0.key + $0.label)) }.max() ?? 0
        let perRow = min(5, max(3, (columns - 2) / (widest + 3)))
        let width = (columns - 2) / perRow
        for (index, entry) in entries.enumerated() {
            let row = first + index / perRow
            let column = 1 + (index % perRow) * width
            let next = grid.put(entry.key + " ", row: row, column: column, .strong)
            grid.put(entry.label, row: row, column: next, width: width - 1 - (next - column))
        }
        return first + (entries.count + perRow - 1) / perRow
    }

    /// Why they called.
    mutating func drawReason(row: Int) {
        let column = grid.put(PlayerWords.reason, row: row, column: 1, .quiet)
        if let reason = model.reason {
            grid.put(
                model.setup.taxonomy.pathLabel(ofReason: reason), row: row, column: column,
                width: columns - column - 1, .strong)
        } else {
            grid.put(
                PlayerWords.noReason(keys.name(of: .reason)), row: row, column: column,
                width: columns - column - 1, .quiet)
        }
    }

    /// What was said of the call, with the selected tag in sight.
    mutating func drawTags(rows: Range<Int>) {
        guard !rows.isEmpty else { return }
        let tags = model.tags
        guard !tags.isEmpty else {
            grid.put(PlayerWords.nothingTagged, row: rows.lowerBound, column: 1, .quiet)
            return
        }
        let selected = tags.firstIndex { $0.id == model.selectedTag } ?? tags.count - 1
        let first = min(max(0, selected - rows.count + 1), max(0, tags.count - rows.count))
        let extents = tags.map { language.extent($0.range) }
        let width = extents.map { DisplayWidth.of(glyphs.fold($0)) }.max() ?? 0
        for (row, index) in zip(rows, first..<tags.count) {
            draw(
                tags[index], extent: extents[index], width: width, row: row,
                isLastShown: row == rows.upperBound - 1 && index < tags.count - 1)
        }
    }

    private mutating func draw(
        _ tag: Annotation, extent: String, width: Int, row: Int, isLastShown: Bool
    ) {
        let isSelected = tag.id == model.selectedTag
        let pointer = glyphs == .ascii ? "> " : "› "
        grid.put(isSelected ? pointer : "  ", row: row, column: 1, .strong)
        grid.put(extent, row: row, column: 3, .quiet)
        var column = 3 + width + 2
        if let side = tag.side {
            grid.put(language.side(side), row: row, column: column, .side(side))
        }
        column += 10
        var look = Look.plain
        if case .painPoint(_, let severity) = tag.content { look = .severity(severity) }
        let words = CallText.said(tag, taxonomy: model.setup.taxonomy, language: language)
        column = grid.put(
            words, row: row, column: column, width: columns - column - 1,
            look.chosen(isSelected))
        if isLastShown {
            grid.put(PlayerWords.more, row: row, column: columns - 7, width: 6, .quiet)
        }
    }

    /// A list that typing narrows, with its field on top.
    mutating func drawPicker(_ picker: Picker, title: String, rows: Range<Int>) {
        guard rows.count >= 2 else { return }
        let label = grid.put(title + " ", row: rows.lowerBound, column: 1, .strong)
        draw(picker.field, row: rows.lowerBound, column: label)
        let room = rows.count - 1
        let first = min(
            max(0, picker.selected - room + 1), max(0, picker.choices.count - room))
        if picker.choices.isEmpty {
            grid.put(PlayerWords.nothingFitsHere, row: rows.lowerBound + 1, column: 3, .quiet)
        }
        for (offset, index) in (first..<min(picker.choices.count, first + room)).enumerated() {
            let choice = picker.choices[index]
            let row = rows.lowerBound + 1 + offset
            let isSelected = index == picker.selected
            let pointer = glyphs == .ascii ? "> " : "› "
            grid.put(isSelected ? pointer : "  ", row: row, column: 1, .strong)
            var column = 3
            if let digit = choice.digit {
                grid.put("\(digit)", row: row, column: column, .strong)
            }
            column = grid.put(
                choice.label, row: row, column: column + 2 + 2 * choice.depth,
                width: columns / 2, Look.plain.chosen(isSelected))
            grid.put(
                choice.detail, row: row, column: column + 2, width: columns - column - 3, .quiet)
        }
    }

    /// A line of text that is being typed, scrolled so that its cursor is in sight.
    mutating func draw(_ field: TextField, row: Int, column: Int) {
        let room = columns - column - 2
        guard room > 2 else { return }
        let letters = Array(field.text)
        var start = 0
        func width(_ range: Range<Int>) -> Int {
            DisplayWidth.of(glyphs.fold(ScreenText.shown(String(letters[range]))))
        }
        while start < field.cursor, width(start..<field.cursor) > room { start += 1 }
        let before = String(letters[start..<field.cursor])
        let after = String(letters[field.cursor...])
        let place = grid.put(before, row: row, column: column, width: room)
        grid.put(after, row: row, column: place, width: max(0, columns - place - 1))
        grid.cursor = ScreenGrid.Place(row: row, column: min(place, columns - 1))
    }
}
