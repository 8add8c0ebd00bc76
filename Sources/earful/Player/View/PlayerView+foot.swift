import CallWorkbench
import CallModel
import CallReports

extension PlayerView {
    /// What was done or refused, what is asked, and which keys answer.
    mutating func drawFoot() {
        if let notice = model.notice {
            let look: Look =
                switch notice.kind {
                case .done: .plain
                case .refusal: .strong
                case .trouble: .loss
                }
            grid.put(notice.text, row: rows - 3, column: 1, width: columns - 2, look)
        }
        drawPrompt(row: rows - 2)
        drawHints(hints)
    }

    private mutating func drawPrompt(row: Int) {
        switch model.focus {
        case .severity(let draft):
            let label = model.setup.taxonomy.painPoint(draft.painPoint)?.label ?? draft.painPoint
            let column = grid.put(label, row: row, column: 1, width: 40, .strong)
            grid.put(
                "  " + place(draft.range, draft.side) + "  " + PlayerWords.severityQuestion,
                row: row, column: column, width: columns - column - 1)
        case .changing(let id):
            guard let tag = model.tags.first(where: { $0.id == id }) else { return }
            let column = grid.put(PlayerWords.changing + " ", row: row, column: 1, .quiet)
            grid.put(
                CallText.said(tag, taxonomy: model.setup.taxonomy, language: language) + "  "
                    + place(tag.range, tag.side),
                row: row, column: column, width: columns - column - 1, .strong)
        case .writing(let draft):
            var column = grid.put(
                PlayerWords.kind(draft.kind) + " ", row: row, column: 1, .strong)
            column = grid.put(
                language.extent(draft.range) + " ", row: row, column: column, .quiet)
            draw(draft.field, row: row, column: column)
        case .leaving:
            grid.put(PlayerWords.leaveQuestion, row: row, column: 1, .strong)
        case .planDone:
            if model.notice == nil, let outlook = model.outlook {
                grid.put(outlook, row: row - 1, column: 1, width: columns - 2)
            }
            grid.put(PlayerWords.planDone, row: row, column: 1, .strong)
        case .commands, .picking, .help: break
        }
    }

    private func place(_ range: CallTimeRange?, _ side: Side?) -> String {
        language.extent(range) + " · "
            + (side.map { language.side($0) } ?? PlayerWords.both)
    }

    /// The hints that find room, on the last row.
    mutating func drawHints(_ hints: [String]) {
        var column = 1
        for hint in hints where column + DisplayWidth.of(hint) < columns {
            column = grid.put(hint, row: rows - 1, column: column, .quiet) + 2
        }
    }

    private var hints: [String] {
        switch model.focus {
        case .commands, .help: PlayerWords.commandHint(keys)
        case .severity: PlayerWords.severityHint(keys)
        case .changing(let id):
            PlayerWords.changeHint(keys, model.tags.first { $0.id == id })
        case .writing: PlayerWords.writingHint
        case .picking(let picker):
            picker.subject == .skipReason ? PlayerWords.skipHintLine : PlayerWords.pickingHint
        case .leaving: PlayerWords.leaveHint
        case .planDone: PlayerWords.planDoneHint
        }
    }
}
