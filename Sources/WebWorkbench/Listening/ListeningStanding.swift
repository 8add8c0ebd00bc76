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
    static let reach = 20

    let version: Int
    let currentCall: CallID?
    let predictions: [Prediction]
    let predictionsSealed: Bool
    let endedAt: Date?
    /// The last edits that can be undone, and done again, by their events.
    let done: [EventID]
    let undone: [EventID]
    /// Those of them that whoever asked has not seen.
    let edits: [Edit]

    /// What stands, for somebody who knows the sitting up to a version and asks after an act; all of
    /// it for whoever knows nothing.
    init(
        _ sitting: isolated ListeningSitting, seen: Int = 0, after act: EditRequest.Act? = nil
    ) {
        let session = sitting.session
        let lines = sitting.edits(last: Self.reach)
        version = sitting.version
        currentCall = sitting.currentCall
        predictions = session?.predictions ?? []
        predictionsSealed = session?.predictionsSealed ?? false
        endedAt = session?.endedAt
        done = lines.done.map(\.event)
        undone = lines.undone.map(\.event)
        let new = (lines.done + lines.undone).filter { sitting.place(of: $0.event) > seen }
        edits = (new + Self.comingIntoReach(by: act, lines)).map(Edit.init)
    }

    /// What leaves one end of a line lets an older edit come into reach at the other.
    private static func comingIntoReach(
        by act: EditRequest.Act?, _ lines: (done: [SessionEdit], undone: [SessionEdit])
    ) -> [SessionEdit] {
        let line: [SessionEdit]
        switch act {
        case .edit(.undo): line = lines.done
        case .edit(.redo): line = lines.undone
        default: return []
        }
        return line.count == reach ? [line[0]] : []
    }
}
