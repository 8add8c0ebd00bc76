public import CallModel

/// What a player does at an instant.
public struct PlayerStatus: Sendable, Hashable {
    /// Where the sound is that leaves the loudspeaker, or would on play; while a seek waits, its aim.
    public var position = CallTime.zero
    /// Whether it plays, or will as soon as the sound is ready.
    public var isPlaying = false
    /// Whether the call was played to its end; play then begins anew.
    public var hasEnded = false
    /// The speed, 0.5...3, pitch kept.
    public var speed = 1.0
    /// Whether dead air and hold are skipped. A region that is played or looped is played whole.
    public var isSkipping = false
    /// Whose voice is let through.
    public var sides = AudibleSides.both
    /// Whether the sides are brought to one level.
    public var isLevelling = false
    /// The region that is repeated.
    public var loop: CallTimeRange?
    /// While a seek waits for sound that is not ready yet: the share that is, 0...1; nil otherwise.
    public var preparing: Double?
    /// Why there is no sound; nil where nothing is wrong. Play tries again.
    public var failure: PlaybackError?
    /// For each channel of the recording the peak of what leaves the loudspeaker now, in dBov; nil
    /// for silence and for a side that is not let through.
    public var peaksDBOV: [Double?] = []
    /// How often the device ran out of sound since it was opened.
    public var underrunCount = 0

    /// A player that was just made.
    public init() {}
}
