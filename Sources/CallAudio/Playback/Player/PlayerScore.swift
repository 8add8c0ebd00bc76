import CallModel

/// What a player is given once and for all: the sound, whose channels are which, the plan, and what
/// to play it on.
struct PlayerScore: Sendable {
    let sound: any SeekableSound
    let layout: ChannelLayout
    let plan: PlaybackPlan
    /// Opens the device; called on the player's thread, again after a failure.
    let openOutput: @Sendable () throws(PlaybackError) -> any PlaybackOutput
}

/// How it is to be played, as the listener set it.
struct PlaybackSettings: Sendable, Equatable {
    var speed = 1.0
    var isSkipping = false
    var sides = AudibleSides.both
    var isLevelling = false
    var loop: Range<Int>?

    /// The settings in a status, for a recording of a sample rate in hertz.
    init(_ status: PlayerStatus, sampleRate: Int) {
        speed = status.speed
        isSkipping = status.isSkipping
        sides = status.sides
        isLevelling = status.isLevelling
        loop = status.loop.map { $0.frames(sampleRate: sampleRate) }.flatMap {
            $0.isEmpty ? nil : $0
        }
    }

    init() {}
}
