public import Foundation

/// What came of a sitting: numbers and facts, no wording.
public struct SessionSummary: Sendable, Codable, Hashable {
    /// A call that was passed over.
    public struct Skip: Sendable, Codable, Hashable {
        /// The call.
        public var call: CallID
        /// Why, in the listener's words.
        public var reason: String

        /// A skip.
        public init(call: CallID, reason: String) {
            self.call = call
            self.reason = reason
        }
    }

    /// How often a reason was given.
    public struct ReasonCount: Sendable, Codable, Hashable {
        /// The key of the ``CallReason``, mergers followed.
        public var reason: String
        /// Calls that have it, >= 1.
        public var calls: Int

        /// A count.
        public init(reason: String, calls: Int) {
            self.reason = reason
            self.calls = calls
        }
    }

    /// How often a pain point was marked.
    public struct PainPointCount: Sendable, Codable, Hashable {
        /// The key of the ``PainPoint``, mergers followed.
        public var painPoint: String
        /// Calls that have it, >= 1.
        public var calls: Int
        /// Marks on those calls, >= `calls`.
        public var marks: Int
        /// The severest mark, 1...5.
        public var worstSeverity: Int

        /// A count.
        public init(painPoint: String, calls: Int, marks: Int, worstSeverity: Int) {
            self.painPoint = painPoint
            self.calls = calls
            self.marks = marks
            self.worstSeverity = worstSeverity
        }
    }

    /// A prediction beside what was heard.
    public struct PredictionCheck: Sendable, Codable, Hashable {
        /// The key of the ``CallReason`` that was predicted.
        public var reason: String
        /// The share expected, in 0...1.
        public var predictedShare: Double
        /// Calls given this reason or one below it.
        public var heardCalls: Int
        /// Their share of the calls that were given a reason, in 0...1; nil where none was.
        public var heardShare: Double?

        /// A check.
        public init(
            reason: String, predictedShare: Double, heardCalls: Int, heardShare: Double?
        ) {
            self.reason = reason
            self.predictedShare = predictedShare
            self.heardCalls = heardCalls
            self.heardShare = heardShare
        }
    }

    /// The sitting.
    public var session: SessionID
    /// Who listened.
    public var listener: ListenerID
    /// What it was for.
    public var purpose: SessionPurpose
    /// When it began.
    public var startedAt: Date
    /// When it was ended; nil while it goes on.
    public var endedAt: Date?
    /// Unique seconds heard.
    public var heardSeconds: Double
    /// Calls listened to and done with, in the order of opening.
    public var finished: [CallID]
    /// Calls opened and not yet done with.
    public var open: [CallID]
    /// Calls passed over.
    public var skipped: [Skip]
    /// Calls that were given a reason.
    public var callsWithReason: Int
    /// Reasons given, the most frequent first, then by key.
    public var reasons: [ReasonCount]
    /// Pain points marked, on the most calls first, then by key.
    public var painPoints: [PainPointCount]
    /// Ideas, in the order of calls and of saying.
    public var ideas: [Annotation]
    /// How many notes were made.
    public var notes: Int
    /// How many words of praise were given.
    public var kudos: Int
    /// How many flags were put.
    public var flags: Int
    /// Every prediction beside what was heard, in the order of predicting.
    public var predictions: [PredictionCheck]

    /// A sitting of which nothing is counted yet.
    public init(of session: Session) {
        self.session = session.id
        listener = session.listener
        purpose = session.purpose
        startedAt = session.startedAt
        endedAt = session.endedAt
        heardSeconds = session.heardSeconds
        finished = []
        open = []
        skipped = []
        callsWithReason = 0
        reasons = []
        painPoints = []
        ideas = []
        notes = 0
        kudos = 0
        flags = 0
        predictions = []
    }
}
