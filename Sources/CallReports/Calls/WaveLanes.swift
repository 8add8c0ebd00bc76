import CallModel

/// The sound of a call as lanes of blocks, with holds shaded and tags bracketed under them.
struct WaveLanes {
    /// A stretch with a name.
    struct Mark {
        var range: CallTimeRange
        var label: String
    }

    /// Rows of brackets at most; more tags stand in the list alone.
    static let mostMarkRows = 4

    var waveform: Waveform
    var layout: ChannelLayout
    var holds: [CallTimeRange]
    var marks: [Mark]
    var form: TerminalForm

    private var words: any TextCatalogue { form.language.words }

    var lines: [[Span]] {
        let lanes = lanes
        let names = ChartColumn(lanes.map(\.name), glyphs: form.glyphs)
        let width = min(form.width, 120) - names.width - 2
        guard width >= 10 else { return [] }
        let margin = String(repeating: " ", count: names.width + 2)
        var lines = lanes.map { lane in
            [Span(names.leading(lane.name) + "  ", .quiet)]
                + [Span(String(cells(channel: lane.channel, width: width)), lane.ink)]
        }
        lines += markRows(width: width).map { [Span(margin), Span($0)] }
        lines.append([Span(margin + axis(width: width), .quiet)])
        return lines
    }

    private var lanes: [(name: String, channel: Int, ink: Ink)] {
        guard waveform.channelCount > 1, let agent = layout.channel(of: .agent),
            let customer = layout.channel(of: .customer)
        else { return [(words.monoLane, 0, .plain)] }
        return [
            (words.side(.agent), agent, .agent), (words.side(.customer), customer, .customer),
        ]
    }

    private var milliseconds: Int {
        let frames = waveform.pointCount * waveform.framesPerPoint
        return max(1, frames * 1000 / max(1, waveform.sampleRate))
    }

    /// The column of an instant, 0 or more, not bounded to the right.
    private func column(_ time: CallTime, width: Int) -> Int {
        Int(Double(time.milliseconds) * Double(width) / Double(milliseconds))
    }

    /// Steps of 6 dB from the loudest cell down to -42 dBFS, so that a quiet voice still shows.
    private func cells(channel: Int, width: Int) -> [Character] {
        let count = waveform.pointCount
        var cells = (0..<width).map { column -> Character in
            let first = min(count - 1, column * count / width)
            let last = max(first + 1, min(count, (column + 1) * count / width))
            let peak = (first..<last).reduce(0) { peak, point in
                max(
                    peak, -Int(waveform.minimum(point: point, channel: channel)),
                    Int(waveform.maximum(point: point, channel: channel)))
            }
            return form.glyphs.heights[WaveLanes.height(peak: peak)]
        }
        for hold in holds.union() { shade(hold, cells: &cells) }
        return cells
    }

    /// 7 for the upper half of the range of a sample, and one less for each halving.
    static func height(peak: Int) -> Int {
        var height = 7
        var limit = 16_384
        while height > 0, peak < limit {
            height -= 1
            limit /= 2
        }
        return height
    }

    private func shade(_ hold: CallTimeRange, cells: inout [Character]) {
        let start = min(cells.count, column(hold.start, width: cells.count))
        let end = min(cells.count, max(start + 1, column(hold.end, width: cells.count)))
        guard start < end else { return }
        for index in start..<end { cells[index] = form.glyphs.hold }
        let label = Array(" " + form.glyphs.fold(words.holdShading) + " ")
        guard end - start >= label.count + 4 else { return }
        let from = start + (end - start - label.count) / 2
        for (offset, letter) in label.enumerated() { cells[from + offset] = letter }
    }

    /// Brackets in as few rows as they fit in without touching.
    private func markRows(width: Int) -> [String] {
        var rows: [(text: String, used: Int)] = []
        let ordered = marks.enumerated().sorted {
            ($0.element.range.start, $0.offset) < ($1.element.range.start, $1.offset)
        }
        for (_, mark) in ordered {
            let from = min(column(mark.range.start, width: width), width - 1)
            let to = min(max(from + 1, column(mark.range.end, width: width)), width)
            let label = SafeText.cut(
                form.glyphs.fold(mark.label), width: min(24, width - 2),
                ellipsis: form.glyphs.ellipsis)
            let length = max(to - from, DisplayWidth.of(label) + 2)
            let start = max(0, min(from, width - length))
            let space = max(0, length - 2 - DisplayWidth.of(label))
            let text =
                String(form.glyphs.bracketOpen) + label + String(repeating: " ", count: space)
                + String(form.glyphs.bracketClose)
            if let row = rows.firstIndex(where: { $0.used < start || $0.used == 0 }) {
                rows[row].text += String(repeating: " ", count: start - rows[row].used) + text
                rows[row].used = start + length
            } else if rows.count < WaveLanes.mostMarkRows {
                rows.append((String(repeating: " ", count: start) + text, start + length))
            }
        }
        return rows.map(\.text)
    }

    /// The start, the middle and the end.
    private func axis(width: Int) -> String {
        let seconds = Double(milliseconds) / 1000
        let start = ClockText.duration(seconds: 0)
        let middle = ClockText.duration(seconds: seconds / 2)
        let end = ClockText.duration(seconds: seconds)
        let before = max(1, width / 2 - middle.count / 2 - start.count)
        let after = width - start.count - before - middle.count - end.count
        guard after >= 1 else {
            let space = String(repeating: " ", count: max(1, width - start.count - end.count))
            return start + space + end
        }
        return start + String(repeating: " ", count: before) + middle
            + String(repeating: " ", count: after) + end
    }
}
