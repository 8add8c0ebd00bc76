public import CallModel
public import Foundation

/// What calls must be like to be listed; every field that is nil asks nothing.
public struct CallFilter: Sendable, Hashable {
    /// They began at this instant or later.
    public var from: Date?
    /// They began before this instant.
    public var until: Date?
    /// The site.
    public var site: String?
    /// The queue.
    public var queue: String?
    /// The agent's pseudonym.
    public var agent: String?
    /// The caller's pseudonym.
    public var caller: String?
    /// The name in the system that handled the call.
    public var externalID: String?
    /// Who began the call.
    public var direction: CallDirection?
    /// What became of the sound.
    public var recordingState: RecordingState?
    /// Somebody gave this reason, or one that was merged into it.
    public var reason: String?
    /// Somebody marked this pain point, or one that was merged into it.
    public var painPoint: String?
    /// There was more hold than this, in seconds.
    public var holdOverSeconds: Double?
    /// Less than this share of the call was recorded, in 0...1.
    public var completenessUnder: Double?
    /// Words that all stand, or begin a word, in one note, idea, praise or flag.
    public var text: String?
    /// Whether anybody heard it.
    public var heard: Bool?
    /// Its call record counts this many holds or more; 0 lets through every call whose record tells.
    public var loggedHolds: Int?
    /// It lies in the frame of one of these draws, which could have picked it; empty asks nothing.
    public var frames: [DrawID] = []
    /// It lies in a group of this name, of those draws or, where there are none, of any.
    public var group: String?
    /// Whether such a draw picked it.
    public var picked: Bool?
    /// Whether a listener passed it over whom a draw had led to it.
    public var skipped: Bool?

    /// A filter; by default every call.
    public init(
        from: Date? = nil, until: Date? = nil, site: String? = nil, queue: String? = nil,
        agent: String? = nil, caller: String? = nil, externalID: String? = nil,
        direction: CallDirection? = nil, recordingState: RecordingState? = nil,
        reason: String? = nil, painPoint: String? = nil, holdOverSeconds: Double? = nil,
        completenessUnder: Double? = nil, text: String? = nil, heard: Bool? = nil
    ) {
        self.from = from
        self.until = until
        self.site = site
        self.queue = queue
        self.agent = agent
        self.caller = caller
        self.externalID = externalID
        self.direction = direction
        self.recordingState = recordingState
        self.reason = reason
        self.painPoint = painPoint
        self.holdOverSeconds = holdOverSeconds
        self.completenessUnder = completenessUnder
        self.text = text
        self.heard = heard
    }
}
