import CallModel
import CallTagging
import CallWorkbench
import Foundation

/// What of a sitting changes with its edits, apart from its calls.
struct ListeningStanding: Encodable, Sendable {
    /// What one edit made of an annotation.
    struct Edit: Encodable, Sendable {
        let event: EventID
        let call: CallID
        let before: AnnotationDocument?
        let after: AnnotationDocument?

        init(_ edit: SessionEdit) {
            event = edit.event
            call = edit.call
            before = edit.before.map(AnnotationDocument.init)
            after = edit.after.map(AnnotationDocument.init)
        }
    }

    /// Edits that a page can undo by itself while the server is away.
    static let edits = 20

    let version: Int
    let currentCall: CallID?
    let predictions: [Prediction]
    let predictionsSealed: Bool
    let endedAt: Date?
    let done: [Edit]
    let undone: [Edit]

    init(_ sitting: isolated ListeningSitting) {
        let session = sitting.session
        let edits = sitting.edits(last: Self.edits)
        version = sitting.version
        currentCall = sitting.currentCall
        predictions = session?.predictions ?? []
        predictionsSealed = session?.predictionsSealed ?? false
        endedAt = session?.endedAt
        done = edits.done.map(Edit.init)
        undone = edits.undone.map(Edit.init)
    }
}
