import CallModel
import CallTagging
import HashTreeCollections

/// A sitting in memory, as its stored log makes it.
struct LoadedSitting: Sendable {
    /// What the events made.
    private(set) var state: SessionState
    /// Events stored.
    private(set) var eventCount: Int
    /// Where the last stretch that was heard of each call ends: a set of heard stretches does not
    /// tell which of them was the last.
    private(set) var lastHeard: [CallID: CallTime] = [:]
    /// Events up to and including each of them, kept so that the next state shares what it leaves
    /// as it was.
    private var places: TreeDictionary<EventID, Int> = [:]
    /// Events up to and including the last one that changed what was said, or what became of a call.
    private(set) var lastEdit = 0

    /// The sitting that a log leads to.
    init(id: SessionID, events: [SessionEvent]) {
        state = SessionState(id: id, replaying: events)
        eventCount = 0
        note(events)
    }

    /// The sitting after some more events were stored, which led to a state.
    func advanced(to state: SessionState, by events: [SessionEvent]) -> LoadedSitting {
        var next = self
        next.state = state
        next.note(events)
        return next
    }

    /// Events up to and including one of them; nil for any other event.
    func place(of event: EventID) -> Int? { places[event] }

    private mutating func note(_ events: [SessionEvent]) {
        for event in events {
            eventCount += 1
            places[event.id] = eventCount
            if event.body.isEdit { lastEdit = eventCount }
            if case .heard(let call, let range, _) = event.body { lastHeard[call] = range.end }
        }
    }
}

extension SessionEvent.Body {
    /// Whether it changes what was said or what became of a call, so that whoever did not see it
    /// might change it unawares. That a call was put on or heard contradicts nobody.
    fileprivate var isEdit: Bool {
        switch self {
        case .started, .planned, .predictionsSealed, .callOpened, .heard: false
        case .predicted, .annotated, .changed, .removed, .undone, .redone, .skipped, .finished,
            .ended:
            true
        }
    }
}
