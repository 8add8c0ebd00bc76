public import Foundation

/// A fix: what is to hurt less, by how much, who sees to it, and when it reached the callers.
///
/// It is made of events that are only ever appended: what was hoped for stands before what came of it.
public struct Initiative: Sendable, Codable, Hashable {
    /// What is meant to be done, as it was registered.
    public struct Plan: Sendable, Codable, Hashable {
        /// Its name for people.
        public var title: String
        /// The keys of the pain points that it is to make rarer; one or more.
        public var painPoints: [String]
        /// Who sees to it.
        public var owner: String
        /// What it takes, in days of one person, > 0.
        public var effortDays: Double
        /// Why it should help.
        public var hypothesis: String
        /// The part of those calls that should go away, in (0, 1].
        public var hopedReduction: Double
        /// Where it applies.
        public var scope: Scope
        /// The share of calls that had such a pain point when it was registered; nil where none
        /// could be told.
        public var shareBefore: Double?
        /// Calls that must be heard before it ships, and as many after, to tell whether it did what
        /// is hoped for (with a chance of 80 %); nil where that could not be told.
        public var callsEachSide: Int?

        /// A plan.
        public init(
            title: String, painPoints: [String], owner: String, effortDays: Double,
            hypothesis: String, hopedReduction: Double, scope: Scope = Scope(),
            shareBefore: Double? = nil, callsEachSide: Int? = nil
        ) {
            self.title = title
            self.painPoints = painPoints
            self.owner = owner
            self.effortDays = effortDays
            self.hypothesis = hypothesis
            self.hopedReduction = hopedReduction
            self.scope = scope
            self.shareBefore = shareBefore
            self.callsEachSide = callsEachSide
        }
    }

    /// What was done with it.
    public enum Act: Sendable, Codable, Hashable {
        /// It was registered, before anything changed for callers.
        case registered(Plan)
        /// It reached the callers on a day; so many days after that are not counted, until it
        /// settled.
        case shipped(on: CalendarDay, washOutDays: Int)
        /// It was given up.
        case dropped(because: String)
    }

    /// One act, by whom and when.
    public struct Event: Sendable, Codable, Hashable {
        /// The initiative.
        public var initiative: InitiativeID
        /// When.
        public var at: Date
        /// By whom.
        public var by: ListenerID
        /// What.
        public var act: Act

        /// An event.
        public init(initiative: InitiativeID, at: Date, by: ListenerID, act: Act) {
            self.initiative = initiative
            self.at = at
            self.by = by
            self.act = act
        }
    }

    /// Its name.
    public let id: InitiativeID
    /// What was registered.
    public let plan: Plan
    /// When.
    public let registeredAt: Date
    /// By whom.
    public let registeredBy: ListenerID
    /// The day on which it reached the callers; nil where it has not yet.
    public private(set) var shippedOn: CalendarDay?
    /// Days after that which are not counted.
    public private(set) var washOutDays = 0
    /// Why it was given up; nil where it was not.
    public private(set) var droppedBecause: String?
    /// When that was.
    public private(set) var droppedAt: Date?

    /// What its events, the oldest first, make of it; nil where they do not begin with a
    /// registration.
    public init?(_ events: [Event]) {
        guard let first = events.first, case .registered(let plan) = first.act else { return nil }
        id = first.initiative
        self.plan = plan
        registeredAt = first.at
        registeredBy = first.by
        for event in events.dropFirst() {
            switch event.act {
            case .registered: break
            case .shipped(let day, let washOutDays):
                shippedOn = day
                self.washOutDays = washOutDays
            case .dropped(let reason):
                droppedBecause = reason
                droppedAt = event.at
            }
        }
    }
}

/// The name of an ``Initiative``.
public typealias InitiativeID = Identifier<Initiative>

extension Initiative {
    /// The longest stretch before and after that is compared: twelve weeks, enough for lines through
    /// the weeks that allow for weeks resembling their neighbours.
    static let longestStretch = 84

    /// The days before it shipped and the days after it settled, as many of each, up to the end of a
    /// period and from the first call of the call log on; nil where it has not shipped, or where no
    /// day before was logged or no day after is over.
    public func stretches(
        until end: Date, since first: Date?, in zone: TimeZone
    ) -> (before: Period, after: Period)? {
        let calendar = Calendar.iso8601(in: zone)
        guard let day = shippedOn, let shipped = calendar.date(of: day),
            let settled = calendar.date(byAdding: .day, value: washOutDays, to: shipped),
            let whole = calendar.dateComponents([.day], from: settled, to: end).day, whole >= 1
        else { return nil }
        // Days before the call log begins are no days without pain.
        let logged = first.flatMap {
            calendar.dateComponents([.day], from: calendar.startOfDay(for: $0), to: shipped).day
        }
        let length = min(whole, logged ?? whole, Self.longestStretch)
        guard length >= 1, let start = calendar.date(byAdding: .day, value: -length, to: shipped),
            let last = calendar.date(byAdding: .day, value: length - 1, to: settled),
            let dayBefore = calendar.date(byAdding: .day, value: -1, to: shipped),
            let before = Period(
                from: calendar.day(of: start), through: calendar.day(of: dayBefore), in: zone),
            let after = Period(
                from: calendar.day(of: settled), through: calendar.day(of: last), in: zone)
        else { return nil }
        return (before, after)
    }
}
