import CallModel

/// Guesses from the sound where the caller waited on hold: steady music on either side, and long
/// quiet of everybody between two stretches of speech.
enum HoldEstimate {
    /// Pauses in music up to this do not end it, in milliseconds: between two tunes of a loop.
    private static let musicPause = 5000

    /// The holds in order, apart from one another. `speech` by channel; `music` of all channels.
    static func holds(
        speech: [[CallTimeRange]], music: [CallTimeRange], thresholds: ProfileThresholds
    ) -> [Hold] {
        let talk = speech.flatMap { $0 }.union()
        let musical = musicHolds(
            music.union(), talk: talk, least: Int(thresholds.musicHoldSeconds * 1000))
        let busy = (talk + musical).union()
        let least = Int(thresholds.quietHoldSeconds * 1000)
        let quiet = zip(busy, busy.dropFirst()).compactMap { before, after in
            CallTimeRange(start: before.end, end: after.start)
        }.filter { $0.milliseconds >= least }
        let holds =
            musical.map { Hold(range: $0, origin: .music) }
            + quiet.map { Hold(range: $0, origin: .quiet) }
        return holds.sorted { $0.range.start < $1.range.start }
    }

    private static func musicHolds(
        _ music: [CallTimeRange], talk: [CallTimeRange], least: Int
    ) -> [CallTimeRange] {
        var joined: [CallTimeRange] = []
        for range in music {
            if let last = joined.last,
                range.start.milliseconds - last.end.milliseconds <= musicPause,
                let gap = CallTimeRange(start: last.end, end: range.start),
                !talk.contains(where: { $0.intersection(gap) != nil }),
                let both = CallTimeRange(start: last.start, end: range.end)
            {
                joined[joined.count - 1] = both
            } else {
                joined.append(range)
            }
        }
        return joined.filter { $0.milliseconds >= least }
    }
}
