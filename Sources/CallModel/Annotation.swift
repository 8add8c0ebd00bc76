/// One thing that a listener said of a call: whole-call where `range` is nil, of both sides where
/// `side` is nil. Ranges of different annotations may overlap.
public struct Annotation: Sendable, Codable, Hashable, Identifiable {
    /// What was said.
    public enum Content: Sendable, Hashable {
        /// Why they called, by the key of the ``CallReason``; one per call and sitting.
        case reason(key: String)
        /// What hurt, by the key of the ``PainPoint``, with a severity of 1...5.
        case painPoint(key: String, severity: Int)
        /// A remark.
        case note(text: String)
        /// A proposal.
        case idea(text: String)
        /// Praise.
        case kudos(text: String)
        /// Look at this again.
        case flag(text: String)
    }

    /// Its name.
    public var id: AnnotationID
    /// The call.
    public var call: CallID
    /// What was said.
    public var content: Content
    /// When in the call; nil for the whole call.
    public var range: CallTimeRange?
    /// Whose; nil for both sides.
    public var side: Side?

    /// An annotation.
    public init(
        id: AnnotationID, call: CallID, content: Content, range: CallTimeRange? = nil,
        side: Side? = nil
    ) {
        self.id = id
        self.call = call
        self.content = content
        self.range = range
        self.side = side
    }
}
