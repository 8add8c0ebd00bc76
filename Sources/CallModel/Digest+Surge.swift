// What stands out: alarms, bursts, what is new and what recurs.

extension Digest {
    /// A pain point that was heard in one week far more often than the weeks before let one expect.
    public struct Alarm: Sendable, Codable, Hashable {
        /// Its key.
        public var key: String
        /// Its name for people.
        public var label: String
        /// Calls of the week in which it was heard, as many as they are worth.
        public var calls: Int
        /// Calls of the week, as many as they are worth.
        public var counted: Double
        /// Calls of the weeks before in which it was heard, as many as they are worth.
        public var callsBefore: Int
        /// Calls of the weeks before, as many as they are worth.
        public var countedBefore: Double
        /// How often chance alone brings as many, in 0...1.
        public var p: Double

        /// An alarm.
        public init(
            key: String, label: String, calls: Int, counted: Double, callsBefore: Int,
            countedBefore: Double, p: Double
        ) {
            self.key = key
            self.label = label
            self.calls = calls
            self.counted = counted
            self.callsBefore = callsBefore
            self.countedBefore = countedBefore
            self.p = p
        }
    }

    /// More calls in the call log of a week than the weeks before let one expect.
    public struct VolumeAlarm: Sendable, Codable, Hashable {
        /// Calls of the week.
        public var calls: Int
        /// The mean of the weeks it is held against.
        public var usual: Double
        /// The highest number that is no alarm.
        public var upper: Double

        /// An alarm.
        public init(calls: Int, usual: Double, upper: Double) {
            self.calls = calls
            self.usual = usual
            self.upper = upper
        }
    }

    /// What the alarms of a digest say.
    public struct Alarms: Sendable, Codable, Hashable {
        /// The ISO week that was asked, the last whole one of the period.
        public var week: String
        /// The first of the weeks that it is held against.
        public var since: String
        /// The last of them.
        public var until: String
        /// Pain points, the least likely by chance first.
        public var painPoints: [Alarm]
        /// The number of calls itself; nil where it is not out of the ordinary, or where that cannot
        /// be told.
        public var volume: VolumeAlarm?

        /// Alarms.
        public init(
            week: String, since: String, until: String, painPoints: [Alarm] = [],
            volume: VolumeAlarm? = nil
        ) {
            self.week = week
            self.since = since
            self.until = until
            self.painPoints = painPoints
            self.volume = volume
        }

        /// Whether there is any.
        public var isRaised: Bool { !painPoints.isEmpty || volume != nil }
    }

    /// What is heard for the first time, or so often only now.
    public struct Novelty: Sendable, Codable, Hashable {
        /// What may be said of it.
        public enum Kind: String, Sendable, Codable {
            /// Never heard before the last weeks, though nearly all there is was heard by then.
            case new
            /// Never heard before the last weeks, which is no wonder: much is still to be heard.
            case newlyHeard
            /// Rare before, and now more than chance explains.
            case emerging
            /// It recurred before, and is so silent now that at most half of that can be left.
            case quiet
        }

        /// What may be said of it.
        public var kind: Kind
        /// How many weeks are the last ones.
        public var weeks: Int
        /// Their counted calls.
        public var counted: Int
        /// Those of them in which it was heard.
        public var calls: Int
        /// Counted calls of the weeks before in which it was heard.
        public var callsBefore: Int
        /// All counted calls of the weeks before.
        public var countedBefore: Int

        /// A novelty.
        public init(
            kind: Kind, weeks: Int, counted: Int, calls: Int, callsBefore: Int, countedBefore: Int
        ) {
            self.kind = kind
            self.weeks = weeks
            self.counted = counted
            self.calls = calls
            self.callsBefore = callsBefore
            self.countedBefore = countedBefore
        }
    }

    /// What a pain point did in the last weeks: the ground of ``Finding/recurrence``.
    public struct Lately: Sendable, Codable, Hashable {
        /// Weeks listened to.
        public var weeks: Int
        /// Those in which it was heard.
        public var heardWeeks: Int
        /// Counted calls in which it was heard.
        public var calls: Int
        /// Different callers among those.
        public var callers: Int

        /// A look back.
        public init(weeks: Int, heardWeeks: Int, calls: Int, callers: Int) {
            self.weeks = weeks
            self.heardWeeks = heardWeeks
            self.calls = calls
            self.callers = callers
        }
    }

    /// Weeks in a row in which a pain point was heard about twice as often as usual.
    public struct Burst: Sendable, Codable, Hashable {
        /// The first ISO week.
        public var first: String
        /// The last.
        public var last: String

        /// A burst.
        public init(first: String, last: String) {
            self.first = first
            self.last = last
        }
    }
}
