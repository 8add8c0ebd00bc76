public import CallModel

/// What a person asks of a sitting. Whether it is done is for the rules to say:
/// ``SessionState/outcome(of:id:listener:at:context:)``.
public enum SessionCommand: Sendable, Hashable {
    /// Begin the sitting.
    case start(purpose: SessionPurpose)
    /// Set out to hear something; replaces what was set out to before.
    case plan(SittingPlan)
    /// Say what reasons are expected; replaces what was said before, an empty list withdraws it.
    case predict([Prediction])
    /// Put a call before the listener; one that was opened before is gone back to, and one that was
    /// skipped is taken up again.
    case open(call: CallID, selection: Selection)
    /// Report a stretch that was really played, at a speed (1 is normal).
    case hear(call: CallID, range: CallTimeRange, speed: Double)
    /// Say something of a call. A reason takes the place of the reason that stands.
    case annotate(Annotation)
    /// Change what the annotation of this id says, when, or of whom; its call and kind stay.
    case change(Annotation)
    /// Take back what was said.
    case remove(AnnotationID)
    /// Undo the last `annotate`, `change` or `remove` that was not undone.
    case undo
    /// Do again what was undone last.
    case redo
    /// Pass over a call, for a reason in words.
    case skip(call: CallID, reason: String)
    /// Be done with a call.
    case finish(call: CallID)
    /// End the sitting.
    case end

    /// The call whose extent the rules need to know; nil for commands that name no call.
    public var call: CallID? {
        switch self {
        case .open(let call, _), .hear(let call, _, _), .skip(let call, _), .finish(let call): call
        case .annotate(let annotation), .change(let annotation): annotation.call
        case .start, .plan, .predict, .remove, .undo, .redo, .end: nil
        }
    }
}

extension SessionCommand {
    /// Whether a stored event can be what this command was accepted as: then the command is a retry.
    /// A range may have been cut to the length of the call, and a reason may have replaced another
    /// under that one's id.
    func isFulfilled(by body: SessionEvent.Body) -> Bool {
        switch (self, body) {
        case (.start(let asked), .started(let stored)): asked == stored
        case (.plan(let asked), .planned(let stored)): asked == stored
        case (.predict(let asked), .predicted(let stored)): asked == stored
        case (.open(let call, let selection), .callOpened(let storedCall, let storedSelection)):
            call == storedCall && selection == storedSelection
        case (.hear(let call, let range, let speed), .heard(let storedCall, let stored, let sped)):
            call == storedCall && speed == sped && Self.isCut(stored, from: range)
        case (.annotate(let asked), .annotated(let stored)),
            (.change(let asked), .changed(let stored)):
            asked.id == stored.id && Self.isCut(stored, from: asked)
        case (.annotate(let asked), .changed(let stored)):
            asked.content.kind == .reason && Self.isCut(stored, from: asked)
        case (.remove(let asked), .removed(let stored)): asked == stored
        case (.undo, .undone), (.redo, .redone), (.end, .ended): true
        case (.skip(let call, let reason), .skipped(let storedCall, let storedReason)):
            call == storedCall && reason == storedReason
        case (.finish(let asked), .finished(let stored)): asked == stored
        default: false
        }
    }

    private static func isCut(_ stored: CallTimeRange?, from asked: CallTimeRange?) -> Bool {
        guard let stored, let asked else { return stored == asked }
        return stored.start == asked.start && stored.end <= asked.end
    }

    private static func isCut(_ stored: Annotation, from asked: Annotation) -> Bool {
        stored.call == asked.call && stored.content == asked.content && stored.side == asked.side
            && isCut(stored.range, from: asked.range)
    }
}
