import CallWorkbench
import CallModel
import CallReports

/// Draws the state of the player onto a grid of cells. Pure: the same state gives the same picture.
struct PlayerView {
    let model: PlayerModel
    var grid: ScreenGrid

    /// The picture of a state.
    static func picture(of model: PlayerModel) -> ScreenGrid {
        var view = PlayerView(
            model: model, grid: ScreenGrid(size: model.size, glyphs: model.setup.form.glyphs))
        view.draw()
        return view.grid
    }

    var glyphs: Glyphs { model.setup.form.glyphs }
    var language: Language { model.setup.form.language }
    var keys: KeyTable { model.setup.keys }
    var rows: Int { model.size.rows }
    var columns: Int { model.size.columns }
    /// Room for an airier picture.
    var isTall: Bool { rows >= 28 }

    private mutating func draw() {
        guard model.size.isEnough else {
            grid.put(PlayerWords.enlarge(from: model.size), row: 0, column: 0, .strong)
            return
        }
        switch model.stage {
        case .asking(let form): drawQuestion(form)
        case .listening:
            if case .help(let scrolled) = model.focus {
                drawPage(
                    HelpPage.lines(keys, width: columns), title: PlayerWords.helpTitle,
                    hint: PlayerWords.helpHint, scrolled: scrolled)
            } else {
                drawListening()
            }
        case .over(let scrolled):
            drawPage(
                SummaryPage.lines(model), title: PlayerWords.summaryTitle,
                hint: PlayerWords.summaryHint, scrolled: scrolled)
        }
    }

    private mutating func drawListening() {
        drawStatus()
        var row = drawCall(from: 1)
        if isTall { row += 1 }
        row = drawLanes(from: row)
        drawTransport(row: row)
        row += isTall ? 2 : 1
        let bottom = rows - 3
        if case .picking(let picker) = model.focus {
            drawPicker(picker, title: PlayerWords.title(of: picker.subject), rows: row..<bottom)
        } else {
            row = drawPalette(from: row)
            if isTall { row += 1 }
            drawReason(row: row)
            drawTags(rows: (row + 1)..<bottom)
        }
        drawFoot()
    }

    /// A page of lines with a title above and a hint below.
    mutating func drawPage(
        _ lines: [PageLine], title: String, hint: String, scrolled: Int
    ) {
        grid.put(title, row: 0, column: 1, .strong)
        let room = rows - 4
        for (index, line) in lines.dropFirst(scrolled).prefix(room).enumerated() {
            grid.put(line.text, row: 2 + index, column: 1, width: columns - 2, line.look)
        }
        let isMore = lines.count > room
        grid.put(
            hint + (isMore ? PlayerWords.scrollHint : ""), row: rows - 1, column: 1,
            width: columns - 2, .quiet)
    }
}

/// A line of a page.
struct PageLine: Sendable, Hashable {
    var text: String
    var look = Look.plain
}
