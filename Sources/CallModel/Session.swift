public import Foundation

/// What a sitting is for.
public enum SessionPurpose: String, Sendable, Codable, CaseIterable {
    /// An executive's weekly hour.
    case listeningHour
    /// An analyst's tagging.
    case tagging
    /// Listeners hear the same calls to compare how they tag.
    case calibration
}

/// How a call came before a listener: it decides whether the call counts in statistics.
public enum Selection: Sendable, Hashable {
    /// A draw picked it, with an inclusion probability that the draw stores.
    case drawn(DrawID)
    /// Somebody picked it: evidence, never prevalence.
    case handPicked
}

/// What a listener expects to hear before hearing it: a share of calls for a reason, in 0...1.
public struct Prediction: Sendable, Codable, Hashable {
    /// The key of the ``CallReason``.
    public var reason: String
    /// The expected share of calls, in 0...1.
    public var share: Double

    /// A prediction.
    public init(reason: String, share: Double) {
        self.reason = reason
        self.share = share
    }
}

/// Something that happened in a sitting. Events are only ever appended; the state of a sitting is
/// what its events, in order, make of it.
public struct SessionEvent: Sendable, Codable, Hashable, Identifiable {
    /// What happened.
    public enum Body: Sendable, Hashable {
        /// The sitting began.
        case started(purpose: SessionPurpose)
        /// The listener set out to hear something; replaces what they set out to hear before.
        case planned(SittingPlan)
        /// The listener said what they expect; replaces what they said before.
        case predicted([Prediction])
        /// The predictions can no longer change: the first second was heard.
        case predictionsSealed
        /// A call was put before the listener.
        case callOpened(call: CallID, selection: Selection)
        /// A stretch of the open call was really played, at a speed (1 is normal).
        case heard(call: CallID, range: CallTimeRange, speed: Double)
        /// Something was said of a call.
        case annotated(Annotation)
        /// What was said before was changed into this; the id is that of the annotation.
        case changed(Annotation)
        /// What was said was taken back.
        case removed(AnnotationID)
        /// An earlier `annotated`, `changed` or `removed` was undone.
        case undone(EventID)
        /// An undone event was done again.
        case redone(EventID)
        /// The call was passed over, for a reason in words.
        case skipped(call: CallID, reason: String)
        /// The listener is done with the call.
        case finished(call: CallID)
        /// The sitting is over.
        case ended
    }

    /// Its name, chosen by the client: the same id twice is one event.
    public var id: EventID
    /// The sitting.
    public var session: SessionID
    /// Who did it.
    public var listener: ListenerID
    /// When, by the clock of the machine that accepted it.
    public var at: Date
    /// What happened.
    public var body: Body

    /// An event.
    public init(id: EventID, session: SessionID, listener: ListenerID, at: Date, body: Body) {
        self.id = id
        self.session = session
        self.listener = listener
        self.at = at
        self.body = body
    }
}

/// One person's sitting, as its events have made it.
public struct Session: Sendable, Hashable {
    /// A call within a sitting.
    public struct HeardCall: Sendable, Hashable {
        /// How far the listener got.
        public enum Progress: Sendable, Hashable {
            case open
            case skipped(reason: String)
            case finished
        }

        /// The call.
        public var call: CallID
        /// How it came before the listener.
        public var selection: Selection
        /// Stretches really played, each instant once, in order.
        public var heard: [CallTimeRange] = []
        /// What was said and still stands, in the order of saying.
        public var annotations: [Annotation] = []
        /// How far the listener got.
        public var progress: Progress = .open

        /// A call just put before a listener.
        public init(call: CallID, selection: Selection) {
            self.call = call
            self.selection = selection
        }
    }

    /// Its name.
    public var id: SessionID
    /// What it is for.
    public var purpose: SessionPurpose
    /// Who listens.
    public var listener: ListenerID
    /// When it began.
    public var startedAt: Date
    /// When it was ended; nil while it goes on.
    public var endedAt: Date?
    /// What the listener expected.
    public var predictions: [Prediction] = []
    /// Whether the predictions can no longer change.
    public var predictionsSealed = false
    /// The calls, in the order in which they were first opened.
    public var calls: [HeardCall] = []

    /// A sitting just begun.
    public init(id: SessionID, purpose: SessionPurpose, listener: ListenerID, startedAt: Date) {
        self.id = id
        self.purpose = purpose
        self.listener = listener
        self.startedAt = startedAt
    }

    /// Unique seconds heard over all calls, >= 0.
    public var heardSeconds: Double {
        Double(calls.reduce(0) { $0 + $1.heard.totalMilliseconds }) / 1000
    }
}
