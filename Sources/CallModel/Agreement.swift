/// How far listeners who heard the same calls say the same of them. It holds numbers and facts, no
/// wording.
public struct Agreement: Sendable, Codable, Hashable {
    /// Fewer calls that two people heard give no number.
    public static let fewestCalls = 10
    /// Under this agreement beyond chance a word is not reliable (Krippendorff's lower bound).
    public static let leastTentative = 0.667
    /// From this agreement on a word is reliable.
    public static let leastReliable = 0.8

    /// What an agreement beyond chance allows to say.
    public enum Reading: String, Sendable, Codable {
        /// 0.8 and more.
        case reliable
        /// 0.667 up to 0.8: for tentative conclusions.
        case tentative
        /// Less.
        case unreliable
    }

    /// Why there is no number.
    public enum Obstacle: String, Sendable, Codable {
        /// Fewer than ten calls can be compared.
        case tooFewCalls
        /// Everybody always said the same: agreement cannot be told from habit.
        case nothingToTellApart
    }

    /// Agreement beyond chance: 1 in all, 0 as by chance, below 0 worse than chance.
    public struct Beyond: Sendable, Codable, Hashable {
        /// The calls that it rests on.
        public var calls: Int
        /// The number with the range that drawing the calls again gives; nil where there is none.
        public var alpha: Double?
        /// The low end of the range; nil where there is none.
        public var low: Double?
        /// The high end of the range.
        public var high: Double?
        /// Why there is no number; nil where there is one.
        public var obstacle: Obstacle?

        /// Agreement beyond chance.
        public init(
            calls: Int, alpha: Double? = nil, low: Double? = nil, high: Double? = nil,
            obstacle: Obstacle? = nil
        ) {
            self.calls = calls
            self.alpha = alpha
            self.low = low
            self.high = high
            self.obstacle = obstacle
        }

        /// What the number allows to say; nil where there is none.
        public var reading: Reading? {
            alpha.map { alpha in
                if alpha >= Agreement.leastReliable { return .reliable }
                return alpha >= Agreement.leastTentative ? .tentative : .unreliable
            }
        }
    }

    /// One pain point.
    public struct Tag: Sendable, Codable, Hashable {
        /// Its key.
        public var key: String
        /// Its name for people.
        public var label: String
        /// Agreement beyond chance on whether a call has it.
        public var beyond: Beyond
        /// Calls on which all said the same of it: marked, or not.
        public var agreedCalls: Int
        /// Calls on which anybody marked it.
        public var markedCalls: Int
        /// Calls on which everybody marked it.
        public var sharedCalls: Int

        /// A pain point.
        public init(
            key: String, label: String, beyond: Beyond, agreedCalls: Int, markedCalls: Int,
            sharedCalls: Int
        ) {
            self.key = key
            self.label = label
            self.beyond = beyond
            self.agreedCalls = agreedCalls
            self.markedCalls = markedCalls
            self.sharedCalls = sharedCalls
        }
    }

    /// Whether the same moments are marked, over every pair of listeners of a call, pain point by pain
    /// point.
    public struct Clips: Sendable, Codable, Hashable {
        /// Calls of two listeners in which any clip was marked.
        public var calls = 0
        /// Clips, each once for every other listener of its call.
        public var clips = 0
        /// Pairs that overlap by half or more of what they cover together.
        public var pairs = 0
        /// Pairs that overlap by three tenths or more.
        public var loosePairs = 0
        /// Twice the pairs over the clips, with its range; nil where there are too few calls.
        public var score: Estimate?
        /// The same of the loose pairs, without a range.
        public var looseScore: Double?
        /// The mean overlap of the pairs, in 0.5...1; nil where there are none.
        public var meanOverlap: Double?
        /// Agreement beyond chance on what is marked, second by second.
        public var seconds = Beyond(calls: 0)

        /// No clips.
        public init() {}
    }

    /// A listener who gives a pain point more often or more rarely than the others do.
    public struct Drift: Sendable, Codable, Hashable {
        /// Who.
        public var listener: ListenerID
        /// The key of the pain point.
        public var key: String
        /// Its name for people.
        public var label: String
        /// Calls that the listener heard, and those of them that they gave it to.
        public var calls: Int
        /// Calls given the pain point by the listener.
        public var marked: Int
        /// Calls that others heard, each once for each of them.
        public var otherCalls: Int
        /// Those given the pain point by others.
        public var otherMarked: Int
        /// How often chance would bring as much, all comparisons of the page considered.
        public var q: Double

        /// A drift.
        public init(
            listener: ListenerID, key: String, label: String, calls: Int, marked: Int,
            otherCalls: Int, otherMarked: Int, q: Double
        ) {
            self.listener = listener
            self.key = key
            self.label = label
            self.calls = calls
            self.marked = marked
            self.otherCalls = otherCalls
            self.otherMarked = otherMarked
            self.q = q
        }

        /// Whether the listener gives it more often.
        public var isMore: Bool {
            marked * otherCalls > otherMarked * calls
        }
    }

    /// A pain point to talk about, with the calls to hear together.
    public struct AgendaItem: Sendable, Codable, Hashable {
        /// Its key.
        public var key: String
        /// Its name for people.
        public var label: String
        /// Its place in the digest of the period; nil where it is not ranked.
        public var rank: Int?
        /// Agreement beyond chance; nil where there is no number.
        public var alpha: Double?
        /// Calls on which anybody marked it.
        public var markedCalls: Int
        /// Calls on which some marked it and some did not.
        public var disputedCalls: Int
        /// The latest of those, the latest first.
        public var disputed: [CallID]

        /// An item.
        public init(
            key: String, label: String, rank: Int?, alpha: Double?, markedCalls: Int,
            disputedCalls: Int, disputed: [CallID]
        ) {
            self.key = key
            self.label = label
            self.rank = rank
            self.alpha = alpha
            self.markedCalls = markedCalls
            self.disputedCalls = disputedCalls
            self.disputed = disputed
        }
    }

    /// Calls of a draw that one listener heard and a second is to hear.
    public struct Waiting: Sendable, Codable, Hashable {
        /// The draw.
        public var draw: DrawID
        /// How many calls wait.
        public var calls: Int
        /// Who heard them first, by name: it must be somebody else.
        public var heardBy: [ListenerID]

        /// Waiting calls.
        public init(draw: DrawID, calls: Int, heardBy: [ListenerID]) {
            self.draw = draw
            self.calls = calls
            self.heardBy = heardBy
        }
    }

    /// The period.
    public var period: Period
    /// The scope.
    public var scope: Scope
    /// The level of every range.
    public var level: Double
    /// Calls that a draw picked and somebody heard for it.
    public var heard: Int
    /// Those that two people or more heard.
    public var doublyHeard: Int
    /// Who heard those, by name.
    public var listeners: [ListenerID]
    /// On the reason of a call.
    public var reasons: Beyond
    /// On whether each call has a pain point, by key; those that nobody marked are left out.
    public var tags: [Tag]
    /// On all pain points of a call together, by what the sets share and whether one holds the
    /// other (MASI).
    public var tagSets: Beyond
    /// The same by what they share alone (Jaccard).
    public var looseTagSets: Beyond
    /// On how bad it was, where two people marked the same pain point.
    public var severity: Beyond
    /// On the moments.
    public var clips: Clips
    /// Who gives which pain point more often or more rarely than the others, by listener and key;
    /// nil where nobody could be compared.
    public var drift: [Drift]?
    /// What to talk about, the most urgent first.
    public var agenda: [AgendaItem]
    /// What a second listener is still to hear, the oldest draw first.
    public var waiting: [Waiting] = []

    /// Agreement.
    public init(
        period: Period, scope: Scope, level: Double, heard: Int, doublyHeard: Int,
        listeners: [ListenerID], reasons: Beyond, tags: [Tag], tagSets: Beyond,
        looseTagSets: Beyond, severity: Beyond, clips: Clips, drift: [Drift]?,
        agenda: [AgendaItem]
    ) {
        self.period = period
        self.scope = scope
        self.level = level
        self.heard = heard
        self.doublyHeard = doublyHeard
        self.listeners = listeners
        self.reasons = reasons
        self.tags = tags
        self.tagSets = tagSets
        self.looseTagSets = looseTagSets
        self.severity = severity
        self.clips = clips
        self.drift = drift
        self.agenda = agenda
    }
}
