public import CallModel

/// Whose voice a player lets through.
public enum AudibleSides: Sendable, Hashable {
    /// Both sides, each on its own channel as it was recorded; mixed where the device has one channel.
    case both
    /// One side alone, on every channel of the device.
    case only(Side)
}
