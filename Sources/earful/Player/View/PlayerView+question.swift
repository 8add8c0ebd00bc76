import CallModel
import CallReports
import Foundation

extension PlayerView {
    /// What the listener expects to hear.
    mutating func drawQuestion(_ form: ExpectationForm) {
        let title = PlayerWords.expectTitle(
            calls: model.callCount, goal: model.setup.goalSeconds)
        grid.put(title, row: 0, column: 1, width: columns - 2, .strong)
        grid.put(PlayerWords.expectWhy, row: 1, column: 1, width: columns - 2, .quiet)
        var row = 3
        for prediction in form.predictions {
            grid.put(
                PlayerWords.expected(
                    model.setup.taxonomy.pathLabel(ofReason: prediction.reason),
                    language.percent(prediction.share)),
                row: row, column: 1, width: columns - 2)
            row += 1
        }
        if let share = form.share {
            let label = model.setup.taxonomy.pathLabel(ofReason: share.reason)
            let column = grid.put(
                PlayerWords.shareQuestion(label) + " ", row: row, column: 1,
                width: columns - 10, .strong)
            draw(share.field, row: row, column: column)
        } else {
            drawPicker(
                form.picker, title: PlayerWords.expectQuestion(form.predictions.count),
                rows: row..<(rows - 3))
        }
        if let notice = model.notice {
            grid.put(notice.text, row: rows - 3, column: 1, width: columns - 2, .strong)
        }
        if let deadline = form.deadline {
            let left = max(0, Int(deadline.timeIntervalSince(model.now).rounded(.up)))
            grid.put(PlayerWords.startsIn(left), row: rows - 2, column: 1, .strong)
        }
        drawHints(
            form.share == nil
                ? PlayerWords.expectHint(isFirst: form.predictions.isEmpty)
                : PlayerWords.shareHint)
    }
}
