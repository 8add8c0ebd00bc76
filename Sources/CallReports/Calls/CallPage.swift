public import CallModel

/// Something said of a call, and by whom.
public struct HeardTag: Sendable, Hashable {
    /// What was said.
    public var annotation: Annotation
    /// By whom.
    public var listener: ListenerID
    /// How the call came before them; nil where that does not matter.
    public var selection: Selection?

    /// A tag.
    public init(annotation: Annotation, listener: ListenerID, selection: Selection? = nil) {
        self.annotation = annotation
        self.listener = listener
        self.selection = selection
    }
}

/// Everything known of one call.
public struct CallPage: Sendable, Hashable {
    /// The call.
    public var call: Call
    /// What was measured; nil where nothing was.
    public var profile: Profile?
    /// Its waveform, with the channels in the order of the recording; nil where there is none.
    public var waveform: Waveform?
    /// What was said of it, in any order.
    public var tags: [HeardTag]
    /// The words that it was tagged with; without it keys are shown.
    public var taxonomy: Taxonomy?

    /// A page.
    public init(
        call: Call, profile: Profile? = nil, waveform: Waveform? = nil, tags: [HeardTag] = [],
        taxonomy: Taxonomy? = nil
    ) {
        self.call = call
        self.profile = profile
        self.waveform = waveform
        self.tags = tags
        self.taxonomy = taxonomy
    }
}
