import CallModel

/// A stretch of a call that was played.
struct PlayedStretch: Sendable, Hashable {
    var call: CallID
    var range: CallTimeRange
    /// How fast, where 1 is normal.
    var speed: Double
}

/// Stretches that were played and are not stored yet.
struct PendingHearing: Sendable {
    /// In the order of playing; the same instants, one after another at one speed, once.
    private(set) var stretches: [PlayedStretch] = []
    /// How long it took to play them, in milliseconds.
    private(set) var playedMilliseconds = 0.0

    mutating func add(_ stretch: PlayedStretch) {
        playedMilliseconds += Double(stretch.range.milliseconds) / stretch.speed
        if let last = stretches.last, last.call == stretch.call, last.speed == stretch.speed {
            let joined = [last.range, stretch.range].union()
            if joined.count == 1 {
                stretches[stretches.count - 1].range = joined[0]
                return
            }
        }
        stretches.append(stretch)
    }
}
