public import CallModel

/// How well found speakers agree with true speakers: diarization error rate (NIST), with the
/// one-to-one mapping of speakers that serves the found ones best.
public struct DiarizationScore: Sendable, Hashable {
    /// A stretch of one speaker.
    public struct Segment: Sendable, Hashable {
        /// When.
        public var range: CallTimeRange
        /// Who, by any name.
        public var speaker: String

        /// A segment.
        public init(range: CallTimeRange, speaker: String) {
            self.range = range
            self.speaker = speaker
        }
    }

    /// True speech that counts, in seconds; two at once count twice.
    public let speechSeconds: Double
    /// More speakers found than there are, in seconds.
    public let falseAlarmSeconds: Double
    /// Fewer speakers found than there are, in seconds.
    public let missSeconds: Double
    /// The wrong speaker found, in seconds.
    public let confusionSeconds: Double
    /// The true speaker of each found speaker that has one.
    public let mapping: [String: String]

    /// Scores within `scope`; `collar` in seconds on each side of each true boundary. At most 16
    /// different true speakers are mapped; more are taken for wrong.
    public init(
        truth: [Segment], found: [Segment], scope: CallTimeRange, collar: Double = 0
    ) {
        let counted = ScoredScope(scope: scope, truth: truth.map(\.range), collar: collar)
        let trueSpeakers = Self.speakers(truth, counted)
        let foundSpeakers = Self.speakers(found, counted)
        let edges = Set(
            (trueSpeakers + foundSpeakers).flatMap { $0.ranges.flatMap { [$0.start, $0.end] } }
        ).sorted()
        var total = 0
        var miss = 0
        var falseAlarm = 0
        var least = 0
        for (start, end) in zip(edges, edges.dropFirst()) {
            guard let cell = CallTimeRange(start: start, end: end) else { continue }
            let truly = trueSpeakers.count { Self.covers($0.ranges, cell) }
            let supposed = foundSpeakers.count { Self.covers($0.ranges, cell) }
            total += truly * cell.milliseconds
            miss += max(0, truly - supposed) * cell.milliseconds
            falseAlarm += max(0, supposed - truly) * cell.milliseconds
            least += min(truly, supposed) * cell.milliseconds
        }
        let together = foundSpeakers.map { speaker in
            trueSpeakers.prefix(16).map {
                DetectionScore.common(speaker.ranges, $0.ranges).totalMilliseconds
            }
        }
        let best = Self.assign(together)
        var mapping: [String: String] = [:]
        var correct = 0
        for (index, truly) in best.enumerated() {
            guard let truly, together[index][truly] > 0 else { continue }
            mapping[foundSpeakers[index].name] = trueSpeakers[truly].name
            correct += together[index][truly]
        }
        self.mapping = mapping
        speechSeconds = Double(total) / 1000
        missSeconds = Double(miss) / 1000
        falseAlarmSeconds = Double(falseAlarm) / 1000
        confusionSeconds = Double(least - correct) / 1000
    }

    /// False alarm, miss and confusion over true speech; nil where there is none.
    public var errorRate: Double? {
        speechSeconds > 0
            ? (falseAlarmSeconds + missSeconds + confusionSeconds) / speechSeconds : nil
    }

    private static func speakers(_ segments: [Segment], _ counted: ScoredScope)
        -> [(name: String, ranges: [CallTimeRange])]
    {
        Dictionary(grouping: segments, by: \.speaker).map { name, segments in
            (name, counted.crop(segments.map(\.range).union()))
        }.sorted { $0.name < $1.name }
    }

    private static func covers(_ ranges: [CallTimeRange], _ cell: CallTimeRange) -> Bool {
        ranges.contains { $0.start <= cell.start && cell.end <= $0.end }
    }

    /// For each row the column that it takes, or nil, so that the sum is largest: dynamic programming
    /// over the sets of taken columns.
    private static func assign(_ gains: [[Int]]) -> [Int?] {
        let columns = gains.first?.count ?? 0
        var best: [Int: (sum: Int, choice: [Int?])] = [0: (0, [])]
        for row in gains {
            var next: [Int: (sum: Int, choice: [Int?])] = [:]
            for (taken, state) in best {
                func offer(_ set: Int, _ sum: Int, _ column: Int?) {
                    if let rival = next[set], rival.sum >= sum { return }
                    next[set] = (sum, state.choice + [column])
                }
                offer(taken, state.sum, nil)
                for column in 0..<columns where taken & (1 << column) == 0 {
                    offer(taken | 1 << column, state.sum + row[column], column)
                }
            }
            best = next
        }
        return best.values.max { $0.sum < $1.sum }?.choice ?? []
    }
}
