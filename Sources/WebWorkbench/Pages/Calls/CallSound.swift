import CallModel
import CallReports

/// The sound of a call as a drawing of 1000 units across, and as text.
struct CallSound: Sendable {
    /// One side.
    struct Lane: Sendable {
        /// `agent`, `customer`, or `both`.
        let side: String
        let name: String
        let description: String
        let path: String
        let stretches: [Stretch]
    }

    /// A shaded stretch.
    struct Stretch: Sendable {
        let kind: String
        /// Holds are hatched, so that they are told apart without colour.
        let isHold: Bool
        let x: String
        let width: String
    }

    /// A tag with a range, as a bar under the lanes.
    struct Mark: Sendable {
        let severityClass: String
        let x: String
        let y: Int
        let width: String
    }

    /// Stretches as text.
    struct Segment: Sendable {
        let label: String
        let text: String
    }

    /// Rows of marks, at most; more tags stand in the list alone.
    static let mostRows = 6
    /// Stretches that are written out, at most.
    static let mostWritten = 200

    let lanes: [Lane]
    let marks: [Mark]
    let marksHeight: Int
    let segments: [Segment]
    /// The length, in seconds.
    let seconds: Double

    init?(
        _ waveform: Waveform?, layout: ChannelLayout, profile: Profile?, tags: [Annotation],
        words: WebWords
    ) {
        guard let waveform, waveform.pointCount > 0, waveform.sampleRate > 0 else { return nil }
        let frames = waveform.pointCount * waveform.framesPerPoint
        let seconds = Double(frames) / Double(waveform.sampleRate)
        self.seconds = seconds
        func stretch(_ range: CallTimeRange, _ kind: String) -> Stretch {
            let (x, width) = Self.place(range, of: seconds)
            return Stretch(kind: kind, isHold: kind == "hold", x: x, width: width)
        }
        let holds = profile?.holds.map(\.range) ?? []
        let deadAir = profile?.deadAir ?? []
        let shaded = holds.map { stretch($0, "hold") } + deadAir.map { stretch($0, "deadair") }
        let text = words.language.words
        let sides: [(name: String, shown: String, channel: Int)]
        if let agent = layout.channel(of: .agent), let customer = layout.channel(of: .customer),
            waveform.channelCount > 1
        {
            sides = [
                ("agent", text.side(.agent), agent), ("customer", text.side(.customer), customer),
            ]
        } else {
            sides = [("both", text.monoLane, 0)]
        }
        lanes = sides.map { side in
            let path = WaveDrawing(waveform: waveform, channel: side.channel)
                .path(width: 1000, middle: 32, height: 30, columns: 500)
            return Lane(
                side: side.name, name: side.shown,
                description: side.shown + ", " + ClockText.duration(seconds: seconds), path: path,
                stretches: shaded)
        }
        var rows: [Int] = []
        var marks: [Mark] = []
        for tag in tags {
            guard let range = tag.range, case .painPoint(_, let severity) = tag.content else {
                continue
            }
            let free = rows.firstIndex { $0 <= range.start.milliseconds } ?? rows.count
            guard free < Self.mostRows else { continue }
            if free == rows.count { rows.append(0) }
            rows[free] = range.end.milliseconds
            let (x, width) = Self.place(range, of: seconds)
            marks.append(
                Mark(
                    severityClass: "s\(min(max(severity, 1), 5))", x: x, y: free * 14, width: width)
            )
        }
        self.marks = marks
        marksHeight = max(rows.count * 14, 1)
        segments = [(words.call.holds, holds), (words.call.deadAir, deadAir)].map { label, ranges in
            let shown = ranges.prefix(Self.mostWritten).map(ClockText.range)
            let more = ranges.count > shown.count ? ", …" : ""
            return Segment(
                label: label,
                text: shown.isEmpty ? words.call.none : shown.joined(separator: ", ") + more)
        }
    }

    private static func place(_ range: CallTimeRange, of seconds: Double) -> (String, String) {
        let start = min(range.start.seconds / seconds, 1)
        let end = min(range.end.seconds / seconds, 1)
        return (Decimals.text(start * 1000), Decimals.text(max((end - start) * 1000, 1)))
    }
}
