import CallWorkbench
import CallAudio
import CallModel
import CallReports

extension PlayerView {
    /// Rows of brackets under the lanes.
    private var bracketRows: Int { isTall ? 3 : 2 }

    /// The two lanes, the cursor and the region under them, the tags, and the time; returns the row
    /// below. It takes as many rows whatever the call holds, so that nothing jumps.
    mutating func drawLanes(from first: Int) -> Int {
        guard let strip = model.strip else { return drawNoLanes(from: first) }
        var row = first
        let cursor = min(
            strip.width - 1, strip.scale.column(of: model.position, width: strip.width))
        for lane in strip.lanes {
            grid.put(lane.name, row: row, column: 1, .quiet)
            let look = Look.side(lane.side)
            let isMuted = model.side != nil && lane.side != model.side
            for (index, character) in lane.cells.enumerated() {
                var look = look
                look.isDim = isMuted
                look.isReversed = index == cursor
                grid.put(character, row: row, column: strip.margin + index, look)
            }
            row += 1
        }
        drawCursor(strip, cursor: cursor, row: row)
        row += 1
        drawBrackets(strip, from: row)
        row += bracketRows
        grid.put(
            strip.scale.axis(width: strip.width), row: row, column: strip.margin, .quiet)
        return row + 1
    }

    private mutating func drawNoLanes(from first: Int) -> Int {
        grid.put(PlayerWords.noLanes, row: first + 1, column: 1, .quiet)
        return first + 2 + 1 + bracketRows + 1
    }

    private mutating func drawCursor(_ strip: WaveStrip, cursor: Int, row: Int) {
        let isPlain = glyphs == .ascii
        let line: Character = isPlain ? "-" : "─"
        if let region = model.region {
            let columns = strip.scale.columns(of: region, width: strip.width)
            for column in columns { grid.put(line, row: row, column: strip.margin + column) }
            let ends: (Character, Character) = isPlain ? ("[", "]") : ("├", "┤")
            grid.put(ends.0, row: row, column: strip.margin + columns.lowerBound, .strong)
            grid.put(
                ends.1, row: row,
                column: strip.margin + max(columns.lowerBound, columns.upperBound - 1), .strong)
        } else if let start = model.regionStart {
            let from = min(strip.scale.column(of: start, width: strip.width), strip.width - 1)
            for column in from..<max(from, cursor) {
                grid.put(line, row: row, column: strip.margin + column, .quiet)
            }
            grid.put(isPlain ? "[" : "├", row: row, column: strip.margin + from, .strong)
        }
        grid.put(isPlain ? "^" : "▲", row: row, column: strip.margin + cursor, .strong)
    }

    private mutating func drawBrackets(_ strip: WaveStrip, from row: Int) {
        let tags = model.tags.filter { $0.range != nil && $0.content.kind != .reason }
        let marks = tags.compactMap { tag in
            tag.range.map {
                WaveLanes.Mark(range: $0, label: PlayerWords.bracket(tag, model.setup.taxonomy))
            }
        }
        let brackets = MarkBrackets(scale: strip.scale, width: strip.width, glyphs: glyphs)
        for (index, line) in brackets.rows(of: marks, limit: bracketRows).enumerated() {
            for bracket in line {
                let tag = tags[bracket.mark]
                var look = Look.plain
                if case .painPoint(_, let severity) = tag.content { look = .severity(severity) }
                grid.put(
                    bracket.text, row: row + index, column: strip.margin + bracket.column,
                    width: bracket.width, look.chosen(tag.id == model.selectedTag))
            }
        }
    }

    /// Whether it plays, where, how fast, and what is left out.
    mutating func drawTransport(row: Int) {
        var column = grid.put(stateSign, row: row, column: 1, .strong)
        column = grid.put(
            PlayerWords.clock(model.position), row: row, column: column + 1, .strong)
        let facts = transportFacts
        column = grid.put(
            "  " + facts.joined(separator: "  "), row: row, column: column,
            width: columns - column - 1)
    }

    private var stateSign: String {
        let signs =
            glyphs == .ascii
            ? (playing: ">", paused: "=", ended: "#") : (playing: "▶", paused: "‖", ended: "■")
        if model.reading.hasEnded { return signs.ended }
        return model.reading.isPlaying ? signs.playing : signs.paused
    }

    private var transportFacts: [String] {
        var facts: [String] = []
        switch model.sound {
        case .opening: facts.append(PlayerWords.opening)
        case .unavailable: facts.append(PlayerWords.noSound)
        case .none, .ready: break
        }
        if let share = model.reading.preparing {
            facts.append(PlayerWords.preparing(language.percent(share)))
        } else if model.reading.hasEnded {
            facts.append(PlayerWords.ended(keys))
        }
        facts.append(PlayerWords.speed(model.speed))
        facts.append(PlayerWords.skipping(model.skips, savedSeconds: model.savedSeconds))
        facts.append(model.side.map { PlayerWords.only(language.side($0)) } ?? PlayerWords.both)
        if !model.levels { facts.append(PlayerWords.levelsAsRecorded) }
        if let region = model.region {
            facts.append(PlayerWords.region(ClockText.range(region), isLooping: model.isLooping))
        } else if let start = model.regionStart {
            facts.append(PlayerWords.regionFrom(ClockText.position(start)))
        } else if model.isLooping {
            facts.append(PlayerWords.looping)
        }
        return facts
    }
}
