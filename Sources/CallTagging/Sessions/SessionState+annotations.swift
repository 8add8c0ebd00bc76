internal import CallModel
import HashTreeCollections

// The rules of saying something of a call, changing it, taking it back, and undo.

extension SessionState {
    /// The longest note, idea, praise or flag, in characters.
    static let longestText = 4000

    func annotating(
        _ annotation: Annotation, context: SessionContext
    ) throws(Refusal) -> SessionEvent.Body {
        let track = try opened(annotation.call)
        guard !annotation.id.rawValue.isEmpty else {
            throw Refusal(.badID, "An annotation needs an id that is not empty: choose one.")
        }
        guard places[annotation.id] == nil else {
            throw Refusal(
                .idInUse,
                "Annotation \(annotation.id) was made before in sitting \(id): change it, or "
                    + "choose a new id.")
        }
        if annotation.isMark, track.isSkipped {
            throw Refusal(
                .callSkipped,
                "Call \(annotation.call) was skipped and cannot be tagged: open it again first.")
        }
        var fitted = try checked(annotation, before: nil, context: context)
        guard annotation.content.kind == .reason, let standing = track.reason else {
            return .annotated(fitted)
        }
        fitted.id = standing.id
        return .changed(try different(fitted, from: standing))
    }

    func changing(
        _ annotation: Annotation, context: SessionContext
    ) throws(Refusal) -> SessionEvent.Body {
        let before = try standing(annotation.id)
        guard before.call == annotation.call else {
            throw Refusal(
                .otherAnnotation,
                "Annotation \(annotation.id) is of call \(before.call) and stays there: remove it "
                    + "and say it again of \(annotation.call).")
        }
        guard before.content.kind == annotation.content.kind else {
            throw Refusal(
                .otherAnnotation,
                "Annotation \(annotation.id) is a \(before.content.kind.words) and stays one: "
                    + "remove it and make a \(annotation.content.kind.words).")
        }
        let fitted = try checked(annotation, before: before, context: context)
        return .changed(try different(fitted, from: before))
    }

    /// The annotation of an id, if it stands.
    func standing(_ id: AnnotationID) throws(Refusal) -> Annotation {
        if let annotation = annotation(id) { return annotation }
        throw Refusal(
            .unknownAnnotation,
            places[id] == nil
                ? "There is no annotation \(id) in sitting \(self.id): check its id."
                : "Annotation \(id) was taken back: undo that first, or make a new one.")
    }

    func undoing() throws(Refusal) -> SessionEvent.Body {
        guard let target = done.last, let edit = edits[target] else {
            throw Refusal(.nothingToDo, "There is nothing left to undo in sitting \(id).")
        }
        try checkObstacle(toPutting: edit.before, on: edit.place.track)
        return .undone(target)
    }

    func redoing() throws(Refusal) -> SessionEvent.Body {
        guard let target = undone.last, let edit = edits[target] else {
            throw Refusal(
                .nothingToDo,
                "There is nothing to redo in sitting \(id): only what was undone since the last "
                    + "edit can be done again.")
        }
        try checkObstacle(toPutting: edit.after, on: edit.place.track)
        return .redone(target)
    }

    private func checkObstacle(
        toPutting annotation: Annotation?, on track: Int
    ) throws(Refusal) {
        guard obstacle(toPutting: annotation, on: track) != nil else { return }
        throw Refusal(
            .callSkipped,
            "This would tag call \(tracks[track].call), which was skipped: open it again first.")
    }

    private func different(
        _ annotation: Annotation, from before: Annotation
    ) throws(Refusal) -> Annotation {
        guard annotation != before else {
            throw Refusal(
                .nothingToDo, "Annotation \(before.id) says just that already: nothing to change.")
        }
        return annotation
    }

    /// The annotation with its range cut to the call. A key that stood before may stay, retired or
    /// not, so that a severity can be put right.
    private func checked(
        _ annotation: Annotation, before: Annotation?, context: SessionContext
    ) throws(Refusal) -> Annotation {
        switch annotation.content {
        case .reason(let key):
            if before?.content != annotation.content {
                try checkReason(key, context: context)
            }
        case .painPoint(let key, let severity):
            guard (1...5).contains(severity) else {
                throw Refusal(
                    .badSeverity,
                    "\(severity) is not a severity: give 1 (a nuisance) to 5 (a disaster).")
            }
            guard case .painPoint(key, _) = before?.content else {
                try checkPainPoint(key, context: context)
                break
            }
        case .note(let text): try checkText(text, of: "The note", longest: Self.longestText)
        case .idea(let text): try checkText(text, of: "The idea", longest: Self.longestText)
        case .kudos(let text): try checkText(text, of: "The praise", longest: Self.longestText)
        case .flag(let text):
            // A flag speaks for itself.
            if !text.isEmpty { try checkText(text, of: "The flag", longest: Self.longestText) }
        }
        var fitted = annotation
        if let range = annotation.range {
            fitted.range = try self.fitted(range, to: annotation.call, context: context)
        }
        return fitted
    }
}

extension Annotation.Content.Kind {
    fileprivate var words: String {
        switch self {
        case .reason: "reason"
        case .painPoint: "pain point"
        case .note: "note"
        case .idea: "idea"
        case .kudos: "word of praise"
        case .flag: "flag"
        }
    }
}
