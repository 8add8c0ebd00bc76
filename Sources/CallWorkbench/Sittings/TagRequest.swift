public import CallModel
import CallTagging

/// All that a script says of one call in one go; becomes the commands of a sitting, in the order in
/// which a listener would have acted.
public struct TagRequest: Sendable, Hashable {
    /// What is said of the call, or of a part of it.
    public struct Saying: Sendable, Hashable {
        /// What is said.
        public var content: Annotation.Content
        /// When in the call; nil for the whole call.
        public var range: CallTimeRange?
        /// Whose; nil for both sides.
        public var side: Side?

        /// A saying.
        public init(
            content: Annotation.Content, range: CallTimeRange? = nil, side: Side? = nil
        ) {
            self.content = content
            self.range = range
            self.side = side
        }
    }

    /// The call.
    public var call: CallID
    /// How it came before the listener.
    public var selection: Selection
    /// What the listener expects; empty for nothing.
    public var predictions: [Prediction] = []
    /// Stretches that were really played.
    public var heard: [CallTimeRange] = []
    /// How fast, where 1 is normal.
    public var speed = 1.0
    /// What is said.
    public var sayings: [Saying] = []
    /// What was said before and is taken back.
    public var removals: [AnnotationID] = []
    /// How many edits are undone, after all else was said.
    public var undoCount = 0
    /// How many edits are done again.
    public var redoCount = 0
    /// Why the call is passed over; nil where it is not.
    public var skipReason: String?
    /// Whether the listener is done with the call.
    public var finishes = false
    /// Whether the sitting is over.
    public var ends = false

    /// A request that says nothing yet.
    public init(call: CallID, selection: Selection) {
        self.call = call
        self.selection = selection
    }

    /// A command, and a name that stays the same when the request is made again.
    typealias Step = (role: String, command: SessionCommand)

    /// The commands, in order. `begins` is the purpose of a sitting that has to begin first; `name`
    /// makes the name of an annotation from its role.
    func steps(
        begins: SessionPurpose?, opens: Bool, name: (String) -> AnnotationID
    ) -> [Step] {
        var steps: [Step] = []
        if let begins { steps.append(("start", .start(purpose: begins))) }
        if !predictions.isEmpty { steps.append(("predict", .predict(predictions))) }
        if opens { steps.append(("open", .open(call: call, selection: selection))) }
        for (index, range) in heard.enumerated() {
            steps.append(("heard.\(index)", .hear(call: call, range: range, speed: speed)))
        }
        for (index, id) in removals.enumerated() {
            steps.append(("remove.\(index)", .remove(id)))
        }
        for (index, saying) in sayings.enumerated() {
            let role = "say.\(index)"
            let annotation = Annotation(
                id: name(role), call: call, content: saying.content, range: saying.range,
                side: saying.side)
            steps.append((role, .annotate(annotation)))
        }
        steps += (0..<undoCount).map { ("undo.\($0)", .undo) }
        steps += (0..<redoCount).map { ("redo.\($0)", .redo) }
        if let skipReason { steps.append(("skip", .skip(call: call, reason: skipReason))) }
        if finishes { steps.append(("finish", .finish(call: call))) }
        if ends { steps.append(("end", .end)) }
        return steps
    }
}
