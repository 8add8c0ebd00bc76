import CallModel

/// What the player of a call's sound is told.
enum SoundCommand: Sendable, Hashable {
    case play, pause
    case seek(CallTime)
    case speed(Double)
    case skip(Bool)
    /// One side alone; nil for both.
    case side(Side?)
    case level(Bool)
    case loop(CallTimeRange?)
    /// Plays it once and stops at its end.
    case playRegion(CallTimeRange)
}
