/// How fast calls are heard, which decides how many fit an hour.
public struct ListeningPace: Sendable, Hashable {
    /// The speeds that a sitting can be planned and begun with.
    public static let speeds = 0.5...3.0

    /// How fast, where 1 is normal; in ``speeds``.
    public var speed: Double
    /// Whether dead air and hold are skipped.
    public var skips: Bool

    /// A pace.
    public init(speed: Double = 1, skips: Bool = true) {
        self.speed = speed
        self.skips = skips
    }
}
