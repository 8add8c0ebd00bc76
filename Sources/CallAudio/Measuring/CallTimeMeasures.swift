public import CallModel

/// How a call's time divides into hold, speech, silence and dead air, whoever speaks.
///
/// Definitions: see ``ConversationMeasures``.
public struct CallTimeMeasures: Sendable, Hashable {
    /// Holds in order, apart from one another, clipped to the call.
    public let holds: [CallTimeRange]
    /// Gaps of at least the threshold in which nobody speaks and nobody is on hold.
    public let deadAir: [CallTimeRange]
    /// The length of the call, in seconds.
    public let durationSeconds: Double
    /// Hold in all, in seconds.
    public let holdSeconds: Double
    /// Duration less hold, in seconds.
    public let conversationSeconds: Double
    /// Dead air in all, in seconds.
    public let deadAirSeconds: Double
    /// Conversation in which nobody speaks, in seconds.
    public let silenceSeconds: Double
    /// From the start to the first speech or hold, in seconds; nil where there is neither.
    public let initialSilenceSeconds: Double?
    /// From the last speech or hold to the end, in seconds; nil where there is neither.
    public let finalSilenceSeconds: Double?

    /// Measures `call` by the speech of everybody, in any order.
    public init(
        speech: [CallTimeRange], holds: [CallTimeRange], call: CallTimeRange,
        thresholds: ProfileThresholds
    ) {
        let holds = holds.compactMap { $0.intersection(call) }.union()
        let talk = Self.outside(holds, speech.union(), within: call)
        self.holds = holds
        durationSeconds = call.seconds
        holdSeconds = Double(holds.totalMilliseconds) / 1000
        conversationSeconds = Double(call.milliseconds - holds.totalMilliseconds) / 1000
        silenceSeconds =
            Double(call.milliseconds - holds.totalMilliseconds - talk.totalMilliseconds) / 1000
        let busy = (talk + holds).union()
        if let first = busy.first, let last = busy.last {
            initialSilenceSeconds = first.start.seconds - call.start.seconds
            finalSilenceSeconds = call.end.seconds - last.end.seconds
        } else {
            initialSilenceSeconds = nil
            finalSilenceSeconds = nil
        }
        let least = Int((thresholds.deadAirSeconds * 1000).rounded())
        if let first = talk.first, let last = talk.last {
            deadAir = zip(busy, busy.dropFirst()).compactMap { before, after in
                CallTimeRange(start: before.end, end: after.start)
            }.filter {
                $0.milliseconds >= least && $0.start >= first.end && $0.end <= last.start
            }
        } else {
            deadAir = []
        }
        deadAirSeconds = Double(deadAir.totalMilliseconds) / 1000
    }

    /// The parts of ranges (in order, apart) that lie within a call and outside its holds.
    static func outside(
        _ holds: [CallTimeRange], _ ranges: [CallTimeRange], within call: CallTimeRange
    ) -> [CallTimeRange] {
        let holds = holds.union()
        var parts: [CallTimeRange] = []
        var next = 0
        for range in ranges {
            guard let range = range.intersection(call) else { continue }
            while next < holds.count, holds[next].end <= range.start { next += 1 }
            var start = range.start
            var hold = next
            while hold < holds.count, holds[hold].start < range.end {
                if let part = CallTimeRange(start: start, end: holds[hold].start) {
                    parts.append(part)
                }
                start = max(start, holds[hold].end)
                hold += 1
            }
            if let rest = CallTimeRange(start: start, end: range.end) { parts.append(rest) }
        }
        return parts
    }
}
