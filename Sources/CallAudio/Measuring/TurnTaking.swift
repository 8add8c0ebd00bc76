import CallModel

/// Who has the floor: the turns of a conversation, and who cuts in.
///
/// Definitions: see ``ConversationMeasures``.
struct TurnTaking {
    /// Speech of one side, pauses bridged.
    struct Utterance {
        let side: Side
        let range: CallTimeRange
        var interrupts = false
        var isBackchannel = false
    }

    /// A stretch in which a side holds the floor.
    struct Turn {
        let side: Side
        let start: CallTime
        var end: CallTime
        /// The number of holds before it: turns do not reach across.
        let stretch: Int
    }

    private let utterances: [Utterance]
    /// The turns in the order of their starts.
    let turns: [Turn]

    /// Takes the speech outside holds; all in order and apart.
    init(
        agent: [CallTimeRange], customer: [CallTimeRange], holds: [CallTimeRange],
        thresholds: ProfileThresholds
    ) {
        let pause = Int((thresholds.bridgedPauseSeconds * 1000).rounded())
        let agentSpeech = Self.bridged(agent, under: pause, holds: holds)
        let customerSpeech = Self.bridged(customer, under: pause, holds: holds)
        utterances =
            (Self.utterances(of: .agent, agentSpeech, against: customerSpeech, thresholds)
            + Self.utterances(of: .customer, customerSpeech, against: agentSpeech, thresholds))
            .sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
        let turnPause = Int((thresholds.turnPauseSeconds * 1000).rounded())
        var turns: [Turn] = []
        var stretch = 0
        for utterance in utterances where !utterance.isBackchannel {
            let range = utterance.range
            while stretch < holds.count, holds[stretch].end <= range.start { stretch += 1 }
            if let last = turns.last, last.side == utterance.side, last.stretch == stretch,
                range.start.milliseconds - last.end.milliseconds <= turnPause
            {
                turns[turns.count - 1].end = max(last.end, range.end)
            } else {
                turns.append(
                    Turn(
                        side: utterance.side, start: range.start, end: range.end, stretch: stretch))
            }
        }
        self.turns = turns
    }

    /// How often a side cuts in.
    func interruptions(by side: Side) -> Int {
        utterances.count { $0.side == side && $0.interrupts }
    }

    /// How often a side says "mhm" while the other goes on.
    func backchannels(by side: Side) -> Int {
        utterances.count { $0.side == side && $0.isBackchannel }
    }

    /// The length of a side's longest turn in seconds; nil without any.
    func longestTurn(of side: Side) -> Double? {
        turns.lazy.filter { $0.side == side }
            .map { Double($0.end.milliseconds - $0.start.milliseconds) / 1000 }.max()
    }

    /// The median gap in seconds before a side's answers; nil without any.
    func medianLatency(of side: Side) -> Double? {
        let gaps = zip(turns, turns.dropFirst()).filter { before, after in
            after.side == side && before.side != side && before.stretch == after.stretch
        }.map { before, after in
            max(0, after.start.milliseconds - before.end.milliseconds)
        }.sorted()
        guard !gaps.isEmpty else { return nil }
        let middle = gaps.count / 2
        let median =
            gaps.count % 2 == 1
            ? Double(gaps[middle]) : Double(gaps[middle - 1] + gaps[middle]) / 2
        return median / 1000
    }

    private static func bridged(
        _ ranges: [CallTimeRange], under pause: Int, holds: [CallTimeRange]
    ) -> [CallTimeRange] {
        var bridged: [CallTimeRange] = []
        var hold = 0
        for range in ranges {
            var parted = false
            while hold < holds.count, holds[hold].end <= range.start {
                hold += 1
                parted = true
            }
            if let last = bridged.last, !parted,
                range.start.milliseconds - last.end.milliseconds < pause,
                let joined = CallTimeRange(start: last.start, end: range.end)
            {
                bridged[bridged.count - 1] = joined
            } else {
                bridged.append(range)
            }
        }
        return bridged
    }

    private static func utterances(
        of side: Side, _ own: [CallTimeRange], against other: [CallTimeRange],
        _ thresholds: ProfileThresholds
    ) -> [Utterance] {
        let most = Int((thresholds.interruptionSeconds * 1000).rounded())
        let margin = Int((thresholds.backchannelMarginSeconds * 1000).rounded())
        var first = 0
        return own.map { range in
            var utterance = Utterance(side: side, range: range)
            while first < other.count,
                other[first].end.milliseconds + margin < range.start.milliseconds
            {
                first += 1
            }
            var next = first
            while next < other.count,
                other[next].start.milliseconds <= range.end.milliseconds + margin
            {
                let theirs = other[next]
                let overlap = theirs.intersection(range)?.milliseconds ?? 0
                if theirs.start < range.start, range.start < theirs.end, overlap > most {
                    utterance.interrupts = true
                }
                if overlap > 0, overlap <= most,
                    theirs.start.milliseconds - margin <= range.start.milliseconds,
                    range.end.milliseconds <= theirs.end.milliseconds + margin
                {
                    utterance.isBackchannel = true
                }
                next += 1
            }
            return utterance
        }
    }
}
