/// Why a command was not done: a sentence that says what is in the way, and what to do.
public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is in the way, for programs: an exit code or an HTTP status is chosen by it.
    public enum Kind: String, Sendable, CaseIterable {
        /// The sitting has not begun.
        case notStarted
        /// The sitting began before.
        case alreadyStarted
        /// The sitting is over.
        case ended
        /// The sitting is somebody else's.
        case otherListener
        /// The id of the command cannot be used.
        case badID
        /// The id of the command, or of its annotation, was used for something else.
        case idInUse
        /// There is no such call.
        case unknownCall
        /// The call was not opened in this sitting.
        case callNotOpened
        /// The call was skipped.
        case callSkipped
        /// The call was finished.
        case callFinished
        /// The call bears a reason or a pain point.
        case callTagged
        /// There is nothing of the call to hear.
        case noRecording
        /// The range lies outside the call.
        case outsideCall
        /// The speed is not one that can be listened at.
        case badSpeed
        /// The severity is not one of 1...5.
        case badSeverity
        /// The text is missing or too long.
        case badText
        /// The key is not in the taxonomy.
        case unknownKey
        /// The key is no longer offered.
        case retiredKey
        /// The annotation does not stand.
        case unknownAnnotation
        /// An annotation cannot become one of another call or kind.
        case otherAnnotation
        /// The first second was heard before.
        case predictionsSealed
        /// The predictions contradict themselves.
        case badPrediction
        /// There is nothing to undo, to redo, or to change.
        case nothingToDo
    }

    /// What is in the way.
    public let kind: Kind
    /// What is in the way and what to do, in one or two sentences.
    public let sentence: String

    init(_ kind: Kind, _ sentence: String) {
        self.kind = kind
        self.sentence = sentence
    }

    /// The sentence.
    public var description: String { sentence }
}
