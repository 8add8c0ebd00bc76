/// How people listen in this workspace where they say nothing else.
public struct ListeningSettings: Sendable, Hashable {
    /// What a listening hour comes to, in minutes, in 1...600.
    public var goalMinutes = 60.0
    /// How fast calls are played, where 1 is normal; in 0.5...3.
    public var speed = 1.0
    /// Whether dead air and hold are skipped.
    public var skips = true
    /// Whether the levels of sides and calls are matched.
    public var levels = true
    /// The ALSA device to play on; nil for the system's own choice.
    public var device: String?
    /// How much room playable copies may take, in MiB, >= 16.
    public var cacheMiB = 2048

    /// The defaults.
    public init() {}
}
