import CallWorkbench
import CallAudio
import CallModel
import CallReports

extension PlayerView {
    /// What the sitting is, how much was heard, and when the last edit was saved.
    mutating func drawStatus() {
        let sitting = [
            language.purpose(model.setup.purpose),
            PlayerWords.heard(model.heardSeconds, goal: model.setup.goalSeconds),
            PlayerWords.place((model.current ?? 0) + 1, of: model.callCount),
        ].joined(separator: " · ")
        let mark = glyphs == .ascii ? "* " : "● "
        let left = grid.put(mark, row: 0, column: 1, model.reading.isPlaying ? .strong : .quiet)
        let saved = savedMark
        let width = DisplayWidth.of(saved)
        grid.put(sitting, row: 0, column: left, width: columns - left - width - 2, .strong)
        grid.put(saved, row: 0, column: columns - 1 - width, .quiet)
    }

    private var savedMark: String {
        if model.editsUnderway > 0 { return glyphs.fold(PlayerWords.saving) }
        return model.savedAt.map {
            PlayerWords.saved(CalendarText.timeOfDayInSeconds($0, in: model.setup.zone))
        } ?? ""
    }

    /// The call: what the record says, what was measured, what is in the way; returns the row below.
    mutating func drawCall(from first: Int) -> Int {
        guard let call = model.call else { return first }
        var row = first
        var facts = [call.id.rawValue]
        if let began = call.call.record.startedAt {
            facts.append(CalendarText.dateTime(began, in: model.setup.zone))
        }
        var column = grid.put(PlayerWords.call, row: row, column: 1, .quiet)
        column = grid.put(
            facts.map { SafeText.cut(SafeText.oneLine($0), width: 40) }
                .joined(separator: "  "),
            row: row, column: column, .strong)
        let length = CallText.completeness(call.call, language: language) ?? ""
        let progress = PlayerWords.progress(of: call.id, in: model.session)
        let right = [progress, length].filter { !$0.isEmpty }.joined(separator: " · ")
        let width = min(DisplayWidth.of(right), 40)
        let record = CallText.facts(call.call.record, language: language)
        grid.put(
            record, row: row, column: column + 2, width: columns - column - 2 - width - 3)
        let isCut = (call.call.completeness ?? 1) < 1
        grid.put(
            right, row: row, column: columns - 1 - width, width: width, isCut ? .loss : .plain)
        row += 1
        if let profile = call.profile {
            row = paragraph(CallText.measures(profile, language: language), row: row, .quiet)
        } else {
            row += 1
        }
        for sentence in troubles.prefix(2) { row = paragraph(sentence, row: row, .loss) }
        return row
    }

    /// A text on two lines at most; returns the row below.
    private mutating func paragraph(_ text: String, row: Int, _ look: Look) -> Int {
        let lines = WrappedText.lines(
            of: glyphs.fold(text), width: columns - 2, limit: 2, ellipsis: glyphs.ellipsis)
        for (index, line) in lines.enumerated() {
            grid.put(line, row: row + index, column: 1, width: columns - 2, look)
        }
        return row + lines.count
    }

    /// What the listener must know before trusting the sound.
    private var troubles: [String] {
        guard let call = model.call else { return [] }
        var sentences: [String] = []
        if let obstacle = call.obstacle {
            let hint =
                obstacle.preventsHearing
                ? PlayerWords.skipHint(keys) : PlayerWords.hearRestHint(keys)
            sentences.append(obstacle.sentence + " " + hint)
        }
        if let failure = model.reading.failure {
            sentences.append(failure.sentence)
        } else if case .unavailable(let sentence) = model.sound {
            sentences.append(PlayerWords.tagsWithoutSound + " " + sentence)
        }
        if call.obstacle == nil {
            sentences += CallText.flaws(call.call, language: language)
        }
        return sentences
    }
}
