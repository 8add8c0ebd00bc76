public import Foundation

/// What a digest is limited to; every field that is nil limits nothing.
public struct Scope: Sendable, Codable, Hashable {
    /// The site.
    public var site: String?
    /// The queue.
    public var queue: String?
    /// The direction.
    public var direction: CallDirection?

    /// A scope; by default the whole programme.
    public init(site: String? = nil, queue: String? = nil, direction: CallDirection? = nil) {
        self.site = site
        self.queue = queue
        self.direction = direction
    }

    /// Whether it limits nothing.
    public var isWholeProgramme: Bool { site == nil && queue == nil && direction == nil }
}

/// What the archive counted for a digest: all that the statistics need of a period, and no more.
public struct Tally: Sendable, Hashable {
    /// A part of the population that was drawn from on its own.
    public struct Stratum: Sendable, Hashable {
        /// Its name for people.
        public var name: String
        /// Calls of the period in it, heard or not; nil where the call log does not say.
        public var population: Int?
        /// Calls of the period that draws picked from it.
        public var drawn: Int
        /// Picked calls that a listener skipped.
        public var skipped: Int
        /// The calls of ``population`` that lie in the scope; nil where the call log does not say.
        /// Where the scope is the whole programme, nil stands for all of ``population``.
        public var populationInScope: Int?
        /// The draws that drew from it, by id.
        public var draws: [DrawID] = []
        /// Whether any of those led somebody to a call of the period.
        public var isListened = true
        /// The name that those gave it: ``name`` without what tells it from others of that name.
        public var nameInDraws: String

        /// A stratum.
        public init(
            name: String, population: Int?, drawn: Int, skipped: Int,
            populationInScope: Int? = nil
        ) {
            self.name = name
            self.population = population
            self.drawn = drawn
            self.skipped = skipped
            self.populationInScope = populationInScope
            nameInDraws = name
        }
    }

    /// One call that somebody listened to.
    public struct HeardCall: Sendable, Hashable {
        /// The call.
        public var id: CallID
        /// When it began.
        public var startedAt: Date
        /// Its ISO week in the period's time zone, `2026-W47`.
        public var week: String
        /// The index in ``Tally/strata``; nil where no draw picked it (hand-picked).
        public var stratum: Int?
        /// The combined inclusion probability over all draws that could have picked it, in (0, 1];
        /// nil where no draw picked it: it is evidence, never prevalence.
        public var inclusionProbability: Double?
        /// Whether it lies in the scope. Calls outside are kept because the variance of a share in a
        /// scope that crosses strata needs them.
        public var inScope: Bool
        /// The caller's pseudonym; nil where unknown (each such call counts as a caller of its own).
        public var caller: String?
        /// The agent's pseudonym.
        public var agent: String?
        /// Who heard it to the end or tagged it, sorted; one or more.
        public var listeners: [ListenerID]

        /// A heard call.
        public init(
            id: CallID, startedAt: Date, week: String, stratum: Int?, inclusionProbability: Double?,
            inScope: Bool, caller: String?, agent: String?, listeners: [ListenerID]
        ) {
            self.id = id
            self.startedAt = startedAt
            self.week = week
            self.stratum = stratum
            self.inclusionProbability = inclusionProbability
            self.inScope = inScope
            self.caller = caller
            self.agent = agent
            self.listeners = listeners
        }
    }

    /// One pain point, marked by one listener on one call.
    public struct Mark: Sendable, Hashable {
        /// The index in ``Tally/calls``.
        public var call: Int
        /// The key of the pain point, merged keys already resolved.
        public var painPoint: String
        /// Who marked it.
        public var listener: ListenerID
        /// How bad, 1...5.
        public var severity: Int
        /// When in the call; nil for the whole call.
        public var range: CallTimeRange?
        /// Whose; nil for both.
        public var side: Side?
        /// A note of the same listener whose range overlaps this one, or the call's only note.
        public var note: String?

        /// A mark.
        public init(
            call: Int, painPoint: String, listener: ListenerID, severity: Int,
            range: CallTimeRange?, side: Side?, note: String?
        ) {
            self.call = call
            self.painPoint = painPoint
            self.listener = listener
            self.severity = severity
            self.range = range
            self.side = side
            self.note = note
        }
    }

    /// One reason, given by one listener for one call.
    public struct ReasonMark: Sendable, Hashable {
        /// The index in ``Tally/calls``.
        public var call: Int
        /// The key of the reason, merged keys already resolved.
        public var reason: String
        /// Who gave it.
        public var listener: ListenerID

        /// A mark.
        public init(call: Int, reason: String, listener: ListenerID) {
            self.call = call
            self.reason = reason
            self.listener = listener
        }
    }

    /// Calls of the period and scope whose sound could not be heard, or not all of it.
    public struct Unhearable: Sendable, Hashable {
        /// Calls without any recording.
        public var withoutRecording = 0
        /// Calls whose recording does not decode.
        public var undecodable = 0
        /// Calls whose recording was deleted before anybody heard it.
        public var retired = 0
        /// Calls of which a part is missing.
        public var incomplete = 0
        /// The seconds missing from those.
        public var missingSeconds = 0.0

        /// Nothing counted yet.
        public init() {}
    }

    /// On which days of the period the call log has calls of the scope.
    public struct LoggedDays: Sendable, Codable, Hashable {
        /// Days of the period.
        public var days: Int
        /// Days with a call.
        public var daysWithCalls: Int
        /// Days without any, at most running, the edges of the period included.
        public var longestSilence: Int

        /// Logged days.
        public init(days: Int, daysWithCalls: Int, longestSilence: Int) {
            self.days = days
            self.daysWithCalls = daysWithCalls
            self.longestSilence = longestSilence
        }
    }

    /// One queue of one site.
    public struct Corner: Sendable, Hashable {
        /// The site; nil where the call log does not say.
        public var site: String?
        /// The queue; nil where the call log does not say.
        public var queue: String?
        /// Its calls of the period and scope, heard or not.
        public var population: Int
        /// Those of them that were heard and that a draw had picked.
        public var counted: Int

        /// A corner.
        public init(site: String?, queue: String?, population: Int, counted: Int) {
            self.site = site
            self.queue = queue
            self.population = population
            self.counted = counted
        }
    }

    /// The period.
    public var period: Period
    /// The scope.
    public var scope: Scope
    /// Calls of the period and scope, heard or not; nil where the call log does not say.
    public var population: Int?
    /// On which days those began; nil where the call log does not say.
    public var loggedDays: LoggedDays?
    /// What the call log says of holds, of all calls of the scope.
    public var holds = LoggedHolds()
    /// Every queue of every site that has calls; empty where it was not asked for.
    public var corners: [Corner] = []
    /// The parts of the population, by name.
    public var strata: [Stratum]
    /// The draws that picked calls of the period, by id.
    public var draws: [DrawID] = []
    /// Whether every counted call came from stratified or random draws whose frames do not cross:
    /// design A of the statistics; else design B (mixed streams).
    public var isStratified: Bool
    /// Calls somebody listened to, by id; hand-picked ones and ones outside the scope too.
    public var calls: [HeardCall]
    /// Pain points marked, by call, then key, then listener, then start.
    public var marks: [Mark]
    /// Reasons given, by call, then listener.
    public var reasons: [ReasonMark]
    /// What could not be heard.
    public var unhearable: Unhearable
    /// Unique seconds heard of the calls in scope.
    public var heardSeconds: Double
    /// The version of the taxonomy in force.
    public var taxonomy: Taxonomy

    /// A tally.
    public init(
        period: Period, scope: Scope, population: Int?, strata: [Stratum], isStratified: Bool,
        calls: [HeardCall], marks: [Mark], reasons: [ReasonMark], unhearable: Unhearable,
        heardSeconds: Double, taxonomy: Taxonomy, loggedDays: LoggedDays? = nil
    ) {
        self.period = period
        self.scope = scope
        self.population = population
        self.strata = strata
        self.isStratified = isStratified
        self.calls = calls
        self.marks = marks
        self.reasons = reasons
        self.unhearable = unhearable
        self.heardSeconds = heardSeconds
        self.taxonomy = taxonomy
        self.loggedDays = loggedDays
    }
}
