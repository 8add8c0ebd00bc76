import CallWorkbench
import CallModel

/// A pain point that was chosen and still lacks its severity.
struct PainDraft: Sendable, Hashable {
    var painPoint: String
    /// When; nil for the whole call.
    var range: CallTimeRange?
    /// Whose; nil for both sides.
    var side: Side?

    /// What Enter gives it.
    static let usualSeverity = 3
}

/// A note, an idea, praise or a flag that is being written.
struct RemarkDraft: Sendable, Hashable {
    var kind: Annotation.Content.Kind
    var field: TextField
    /// When; nil for the whole call.
    var range: CallTimeRange?
    /// Whose; nil for both sides.
    var side: Side?
    /// What is being changed; nil for something new.
    var original: Annotation?
}

/// Where keys go while a call is open.
enum PlayerFocus: Sendable, Hashable {
    /// To the commands of the key table.
    case commands
    /// To the severity of a pain point.
    case severity(PainDraft)
    /// To a tag that is being changed.
    case changing(AnnotationID)
    /// Into a text.
    case writing(RemarkDraft)
    /// Into a list.
    case picking(Picker)
    /// To the question how to leave.
    case leaving
    /// To the question what to do when the last call is done.
    case planDone
    /// To the help, of which so many lines were scrolled past.
    case help(scrolled: Int)
}

/// What the player says for a while.
struct PlayerNotice: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        /// What was done.
        case done
        /// Why something was not done.
        case refusal
        /// Something that went wrong and may lose data or sound.
        case trouble
    }

    var text: String
    var kind: Kind
}
