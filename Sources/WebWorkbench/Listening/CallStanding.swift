import CallModel
import CallWorkbench

/// What of a call changes with the edits of a sitting.
struct CallStanding: Encodable, Sendable {
    /// How far the listener got with it.
    struct Progress: Encodable, Sendable {
        let type: String
        let reason: String?
    }

    let id: CallID
    let progress: Progress
    let heard: [RangeDocument]
    let annotations: [AnnotationDocument]
    /// Where hearing broke off, in milliseconds.
    let resumeAt: Int?

    init(_ call: CallID, in sitting: isolated ListeningSitting) {
        let known = sitting.heardCall(call)
        id = call
        progress =
            switch known?.progress {
            case nil: Progress(type: "planned", reason: nil)
            case .open: Progress(type: "open", reason: nil)
            case .finished: Progress(type: "finished", reason: nil)
            case .skipped(let reason): Progress(type: "skipped", reason: reason)
            }
        heard = (known?.heard ?? []).map(RangeDocument.init)
        annotations = (known?.annotations ?? []).map(AnnotationDocument.init)
        resumeAt = sitting.placeToGoOn(in: call)?.milliseconds
    }
}
