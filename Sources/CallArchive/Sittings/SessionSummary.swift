public import CallModel
public import Foundation

/// Which sittings to list; every field that is nil asks nothing.
public struct SessionFilter: Sendable, Hashable {
    /// They began at this instant or later.
    public var from: Date?
    /// They began before this instant.
    public var until: Date?
    /// Who listened.
    public var listener: ListenerID?
    /// What they were for.
    public var purpose: SessionPurpose?
    /// Whether they still go on.
    public var isOpen: Bool?

    /// A filter; by default every sitting.
    public init(
        from: Date? = nil, until: Date? = nil, listener: ListenerID? = nil,
        purpose: SessionPurpose? = nil, isOpen: Bool? = nil
    ) {
        self.from = from
        self.until = until
        self.listener = listener
        self.purpose = purpose
        self.isOpen = isOpen
    }
}

/// One line of a list of sittings.
public struct SessionSummary: Sendable, Hashable, Identifiable {
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
    /// Unique seconds heard over all calls, >= 0.
    public var heardSeconds: Double
    /// Calls opened.
    public var callCount: Int
    /// Calls finished.
    public var finishedCount: Int
    /// Calls passed over.
    public var skippedCount: Int
    /// Reasons and pain points that stand.
    public var tagCount: Int
    /// Ideas that stand.
    public var ideaCount: Int
    /// Events stored.
    public var eventCount: Int
}

/// A proposal that somebody made in a sitting.
public struct Idea: Sendable, Hashable, Identifiable {
    /// The proposal, and where in which call.
    public var annotation: Annotation
    /// The sitting.
    public var session: SessionID
    /// Who made it.
    public var listener: ListenerID
    /// When the sitting began.
    public var startedAt: Date

    /// The annotation's name within its sitting.
    public var id: String { "\(session)/\(annotation.id)" }
}
