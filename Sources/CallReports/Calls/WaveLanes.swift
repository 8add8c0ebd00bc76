public import CallModel

/// The sound of a call as lanes of blocks, with holds and dead air shaded and tags bracketed under
/// them.
public struct WaveLanes: Sendable {
    /// A stretch with a name.
    public struct Mark: Sendable, Hashable {
        /// When.
        public var range: CallTimeRange
        /// Its name, on one line.
        public var label: String

        /// A mark.
        public init(range: CallTimeRange, label: String) {
            self.range = range
            self.label = label
        }
    }

    /// What one channel holds.
    public struct Lane: Sendable, Hashable {
        /// Whose it is; nil where the sides are not known.
        public var side: Side?
        /// Its name.
        public var name: String
        var channel: Int

        var ink: Ink {
            switch side {
            case .agent: .agent
            case .customer: .customer
            case nil: .plain
            }
        }
    }

    /// Rows of brackets at most; more tags stand in the list alone.
    static let mostMarkRows = 4

    var waveform: Waveform
    var layout: ChannelLayout
    var holds: [CallTimeRange]
    var deadAir: [CallTimeRange]
    var marks: [Mark]
    var form: TerminalForm

    /// The lanes of a waveform whose channels lie as `layout` says.
    public init(
        waveform: Waveform, layout: ChannelLayout, holds: [CallTimeRange] = [],
        deadAir: [CallTimeRange] = [], marks: [Mark] = [], form: TerminalForm
    ) {
        self.waveform = waveform
        self.layout = layout
        self.holds = holds
        self.deadAir = deadAir
        self.marks = marks
        self.form = form
    }

    private var words: any TextCatalogue { form.language.words }

    var lines: [[Span]] {
        let lanes = lanes
        let names = ChartColumn(lanes.map(\.name), glyphs: form.glyphs)
        let width = min(form.width, 120) - names.width - 2
        guard width >= 10 else { return [] }
        let margin = String(repeating: " ", count: names.width + 2)
        var lines = lanes.map { lane in
            [Span(names.leading(lane.name) + "  ", .quiet)]
                + [Span(String(cells(of: lane, width: width)), lane.ink)]
        }
        lines += markRows(width: width).map { [Span(margin), Span($0)] }
        lines.append([Span(margin + axis(width: width), .quiet)])
        return lines
    }

    /// One lane a side, the agent's first; one lane where the sides are not known.
    public var lanes: [Lane] {
        guard waveform.channelCount > 1, let agent = layout.channel(of: .agent),
            let customer = layout.channel(of: .customer)
        else { return [Lane(side: nil, name: words.monoLane, channel: 0)] }
        return [
            Lane(side: .agent, name: words.side(.agent), channel: agent),
            Lane(side: .customer, name: words.side(.customer), channel: customer),
        ]
    }

    /// The time of the waveform along its columns.
    public var scale: TimeScale {
        let frames = waveform.pointCount * waveform.framesPerPoint
        return TimeScale(milliseconds: frames * 1000 / max(1, waveform.sampleRate))
    }

    /// One character for each of `width` (> 0) columns. Steps of 6 dB from the loudest cell down to
    /// -42 dBFS, so that a quiet voice still shows.
    public func cells(of lane: Lane, width: Int) -> [Character] {
        let count = waveform.pointCount
        guard count > 0, width > 0 else { return [] }
        var cells = (0..<width).map { column -> Character in
            let first = min(count - 1, column * count / width)
            let last = max(first + 1, min(count, (column + 1) * count / width))
            let peak = (first..<last).reduce(0) { peak, point in
                max(
                    peak, -Int(waveform.minimum(point: point, channel: lane.channel)),
                    Int(waveform.maximum(point: point, channel: lane.channel)))
            }
            return form.glyphs.heights[WaveLanes.height(peak: peak)]
        }
        for gap in deadAir {
            for column in scale.columns(of: gap, width: width) {
                cells[column] = form.glyphs.deadAir
            }
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
        let columns = scale.columns(of: hold, width: cells.count)
        for index in columns { cells[index] = form.glyphs.hold }
        let label = Array(" " + form.glyphs.fold(words.holdShading) + " ")
        guard columns.count >= label.count + 4 else { return }
        let from = columns.lowerBound + (columns.count - label.count) / 2
        for (offset, letter) in label.enumerated() { cells[from + offset] = letter }
    }

    private func markRows(width: Int) -> [String] {
        let brackets = MarkBrackets(scale: scale, width: width, glyphs: form.glyphs)
        return brackets.rows(of: marks, limit: WaveLanes.mostMarkRows).map { row in
            var text = ""
            var used = 0
            for bracket in row {
                text += String(repeating: " ", count: bracket.column - used) + bracket.text
                used = bracket.column + bracket.width
            }
            return text
        }
    }

    private func axis(width: Int) -> String { scale.axis(width: width) }
}
