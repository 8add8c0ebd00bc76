import CallAudio
import CallModel
import Foundation

/// What is to be kept of the sitting.
enum SittingAct: Sendable, Hashable {
    case predict([Prediction])
    case open(CallID)
    case heard(CallID, [HeardStretch])
    case annotate(Annotation)
    case change(Annotation)
    case remove(AnnotationID)
    case undo, redo
    case skip(CallID, reason: String)
    case finish(CallID)
    case end

    /// Whether it is something that a person said or took back.
    var isEdit: Bool {
        switch self {
        case .predict, .annotate, .change, .remove, .undo, .redo, .skip, .finish: true
        case .open, .heard, .end: false
        }
    }

    /// Whether it can change what comes next.
    var movesOn: Bool {
        switch self {
        case .finish, .skip, .end: true
        default: false
        }
    }
}

/// What became of an act: when this exists, the act is on the disk.
struct SittingAnswer: Sendable {
    /// The sitting after it; nil where it has not begun.
    var session: Session?
    /// When it was kept.
    var savedAt: Date
    /// What comes next, in a sentence; nil where there is nothing to say.
    var outlook: String?
}
