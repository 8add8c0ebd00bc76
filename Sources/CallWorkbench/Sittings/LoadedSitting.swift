import CallModel
import CallTagging

/// A sitting in memory, as its stored log makes it.
struct LoadedSitting: Sendable {
    /// What the events made.
    private(set) var state: SessionState
    /// Events stored.
    private(set) var eventCount: Int
    /// Where the last stretch that was heard of each call ends: a set of heard stretches does not
    /// tell which of them was the last.
    private(set) var lastHeard: [CallID: CallTime] = [:]

    /// The sitting that a log leads to.
    init(id: SessionID, events: [SessionEvent]) {
        state = SessionState(id: id, replaying: events)
        eventCount = events.count
        note(events)
    }

    /// The sitting after some more events were stored, which led to a state.
    func advanced(to state: SessionState, by events: [SessionEvent]) -> LoadedSitting {
        var next = self
        next.state = state
        next.eventCount += events.count
        next.note(events)
        return next
    }

    private mutating func note(_ events: [SessionEvent]) {
        for case .heard(let call, let range, _) in events.lazy.map(\.body) {
            lastHeard[call] = range.end
        }
    }
}
