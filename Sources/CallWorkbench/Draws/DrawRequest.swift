public import CallModel
public import Foundation

/// Which calls to draw from, how many, and how.
public struct DrawRequest: Sendable, Hashable {
    /// What the frame can be divided by.
    public enum Division: String, Sendable, CaseIterable {
        case site, queue, direction, agent
    }

    /// What makes a call more likely to be drawn by risk; each is measured from the sound.
    public enum Risk: String, Sendable, CaseIterable {
        /// Seconds on hold.
        case hold
        /// Seconds of dead air.
        case deadAir = "dead-air"
        /// Share of the conversation in which both speak.
        case overtalk
        /// Recorded seconds.
        case length
    }

    /// How the calls are picked.
    public enum Method: Sendable, Hashable {
        /// Every call of the frame alike.
        case random
        /// A number from each part of the frame, in proportion to its size or alike from each.
        case stratified(by: Division, equally: Bool)
        /// Each call with a probability that grows with its risk.
        case risk(Risk)
    }

    /// Its name; nil for one made from the day and the seed.
    public var id: DrawID?
    /// How the calls are picked.
    public var method: Method
    /// How many calls, >= 1.
    public var size: Int
    /// What the picking is seeded with.
    public var seed: String
    /// When the calls of the frame began.
    public var period: Period
    /// What else the frame is limited to.
    public var scope: Scope
    /// When the draw is made.
    public var madeAt: Date
    /// Who makes it.
    public var madeBy: ListenerID

    /// A request.
    public init(
        id: DrawID? = nil, method: Method, size: Int, seed: String, period: Period,
        scope: Scope = Scope(), madeAt: Date, madeBy: ListenerID
    ) {
        self.id = id
        self.method = method
        self.size = size
        self.seed = seed
        self.period = period
        self.scope = scope
        self.madeAt = madeAt
        self.madeBy = madeBy
    }

    /// The name the draw gets: the given one, else `draw-2026-11-18-` and the seed's first letters.
    public func name(in zone: TimeZone) -> DrawID {
        if let id { return id }
        let day = Calendar.iso8601(in: zone).day(of: madeAt)
        let tail = seed.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(8)
        return DrawID("draw-\(day)-\(tail.isEmpty ? "0" : String(tail))")
    }
}
