/// What the call log says of holds in a stretch of days: of all its calls, heard or not.
public struct LoggedHolds: Sendable, Codable, Hashable {
    /// One day with calls.
    public struct Day: Sendable, Codable, Hashable {
        /// Calls whose record says whether they were put on hold.
        public var calls: Int
        /// Those that were.
        public var callsHeld: Int
        /// How often, all together.
        public var holds: Int

        /// A day.
        public init(calls: Int, callsHeld: Int, holds: Int) {
            self.calls = calls
            self.callsHeld = callsHeld
            self.holds = holds
        }
    }

    /// The days with such calls, the oldest first.
    public var days: [Day]

    /// Holds by the day; by default no record speaks of any.
    public init(days: [Day] = []) {
        self.days = days
    }

    /// All days as one.
    public var total: Day {
        Day(
            calls: days.reduce(0) { $0 + $1.calls },
            callsHeld: days.reduce(0) { $0 + $1.callsHeld },
            holds: days.reduce(0) { $0 + $1.holds })
    }
}
