public import CallModel

/// Events to store, with the state that they lead to.
///
/// The rules that turn events into a state live with the caller; the archive stores both in one
/// transaction, so that neither is ever there without the other.
public struct SessionAppend: Sendable {
    /// The events, in order; all of the one sitting.
    public var events: [SessionEvent]
    /// The sitting after the events.
    public var session: Session
    /// How many stored events the caller decided on: those it had loaded.
    public var expecting: Int

    /// Events to store.
    public init(events: [SessionEvent], session: Session, expecting: Int) {
        self.events = events
        self.session = session
        self.expecting = expecting
    }
}

/// What is on the disk after an append.
public struct AppendReceipt: Sendable, Hashable {
    /// Events of the sitting that are stored now; what to expect next.
    public var sequence: Int
    /// Events that were new; fewer than were given when some were stored before.
    public var appended: Int
}
