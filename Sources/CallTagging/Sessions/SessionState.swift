public import CallModel
import HashTreeCollections

/// A sitting as its events have made it, with all that the rules need to judge the next command.
///
/// The state is a pure function of the events in their order: replaying a log gives the state that
/// the commands gave. Judging a command and applying an event cost the same however long the
/// sitting is; only ``session`` walks through everything. No clock is read and no id is made here.
public struct SessionState: Sendable, Equatable {
    /// Where an annotation lies; kept for ever, so that an id is never used twice.
    struct Place: Sendable, Equatable {
        var track: Int
        var slot: Int
    }

    /// What an `annotated`, `changed` or `removed` made of an annotation, to be undone and redone.
    struct Edit: Sendable, Equatable {
        var place: Place
        var before: Annotation?
        var after: Annotation?
    }

    /// The sitting.
    public let id: SessionID
    /// Stored events that cannot have happened, by id, each with the reason in words; a log that
    /// these rules wrote has none.
    public internal(set) var ignored: [EventID: String] = [:]
    /// The call that was opened last.
    public internal(set) var currentCall: CallID?

    /// What the listener set out to hear; nil where they never said.
    public internal(set) var plan: SittingPlan?

    /// The sitting without its calls; nil before it began.
    var head: Session?
    var tracks: [CallTrack] = []
    // Trees, because a state is changed while the one before it is still held: a dictionary would be
    // copied whole for each act, and an act would cost the more the longer the sitting is.
    var trackIndex: TreeDictionary<CallID, Int> = [:]
    var places: TreeDictionary<AnnotationID, Place> = [:]
    var edits: TreeDictionary<EventID, Edit> = [:]
    /// Edits that stand, the last one last.
    var done: [EventID] = []
    /// Edits that were undone, the last one last; a new edit empties it.
    var undone: [EventID] = []
    /// Every event that was applied: what a retry is known by.
    var applied: TreeDictionary<EventID, SessionEvent> = [:]

    /// A sitting in which nothing happened yet.
    public init(id: SessionID) {
        self.id = id
    }

    /// The state that a log leads to. Events that cannot have happened are passed over and listed
    /// in ``ignored``.
    public init(id: SessionID, replaying events: some Sequence<SessionEvent>) {
        self.init(id: id)
        for event in events { apply(event) }
    }

    /// The sitting as others see it; nil before it began. Costs time in proportion to what was said.
    public var session: Session? {
        guard var session = head else { return nil }
        session.calls = tracks.map(\.heardCall)
        return session
    }

    /// A call of the sitting; nil where it was never opened.
    public func call(_ call: CallID) -> Session.HeardCall? {
        trackIndex[call].map { tracks[$0].heardCall }
    }

    /// An annotation that stands; nil where there is none of this id.
    public func annotation(_ id: AnnotationID) -> Annotation? {
        places[id].flatMap { tracks[$0.track].slots[$0.slot] }
    }

    /// The edit that `undo` would undo; nil where there is none.
    public var nextUndo: EventID? { done.last }

    /// The edit that `redo` would do again; nil where there is none.
    public var nextRedo: EventID? { undone.last }

    func track(_ call: CallID) -> CallTrack? { trackIndex[call].map { tracks[$0] } }
}
