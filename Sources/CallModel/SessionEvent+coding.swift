// How an event's body is stored: a flat object whose `type` says which fields follow.
//
//     {"type": "started", "purpose": "tagging"}
//     {"type": "planned", "plan": {"type": "draw", "draw": "D1"}}
//     {"type": "predicted", "predictions": [{"reason": "billing", "share": 0.4}]}
//     {"type": "predictionsSealed"}
//     {"type": "callOpened", "call": "C1", "selection": {"type": "drawn", "draw": "D1"}}
//     {"type": "heard", "call": "C1", "range": {"start": 0, "end": 5000}, "speed": 1.5}
//     {"type": "annotated", "annotation": {…}}      {"type": "changed", "annotation": {…}}
//     {"type": "removed", "annotationID": "A1"}
//     {"type": "undone", "event": "E7"}             {"type": "redone", "event": "E7"}
//     {"type": "skipped", "call": "C1", "reason": "wrong number"}
//     {"type": "finished", "call": "C1"}            {"type": "ended"}
//
// Stored rows outlive versions of the program: a type is never renamed and never given another
// meaning, and fields that are not known are passed over.

extension SessionEvent.Body: Codable {
    /// Reads the object; throws `DecodingError` where the type is not known or a field is missing.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let name = try fields.decode(String.self, forKey: .type)
        guard let kind = Kind(rawValue: name) else {
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: fields,
                debugDescription: "An event of type \"\(name)\" is not known to this version of "
                    + "Earful; a newer one wrote it: use that one to read it.")
        }
        switch kind {
        case .started:
            self = .started(purpose: try fields.decode(SessionPurpose.self, forKey: .purpose))
        case .planned:
            self = .planned(try fields.decode(SittingPlan.self, forKey: .plan))
        case .predicted:
            self = .predicted(try fields.decode([Prediction].self, forKey: .predictions))
        case .predictionsSealed:
            self = .predictionsSealed
        case .callOpened:
            self = .callOpened(
                call: try fields.decode(CallID.self, forKey: .call),
                selection: try fields.decode(Selection.self, forKey: .selection))
        case .heard:
            self = .heard(
                call: try fields.decode(CallID.self, forKey: .call),
                range: try fields.decode(CallTimeRange.self, forKey: .range),
                speed: try fields.decode(Double.self, forKey: .speed))
        case .annotated:
            self = .annotated(try fields.decode(Annotation.self, forKey: .annotation))
        case .changed:
            self = .changed(try fields.decode(Annotation.self, forKey: .annotation))
        case .removed:
            self = .removed(try fields.decode(AnnotationID.self, forKey: .annotationID))
        case .undone:
            self = .undone(try fields.decode(EventID.self, forKey: .event))
        case .redone:
            self = .redone(try fields.decode(EventID.self, forKey: .event))
        case .skipped:
            self = .skipped(
                call: try fields.decode(CallID.self, forKey: .call),
                reason: try fields.decode(String.self, forKey: .reason))
        case .finished:
            self = .finished(call: try fields.decode(CallID.self, forKey: .call))
        case .ended:
            self = .ended
        }
    }

    /// Writes the object.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(kind.rawValue, forKey: .type)
        switch self {
        case .started(let purpose):
            try fields.encode(purpose, forKey: .purpose)
        case .planned(let plan):
            try fields.encode(plan, forKey: .plan)
        case .predicted(let predictions):
            try fields.encode(predictions, forKey: .predictions)
        case .predictionsSealed, .ended:
            break
        case .callOpened(let call, let selection):
            try fields.encode(call, forKey: .call)
            try fields.encode(selection, forKey: .selection)
        case .heard(let call, let range, let speed):
            try fields.encode(call, forKey: .call)
            try fields.encode(range, forKey: .range)
            try fields.encode(speed, forKey: .speed)
        case .annotated(let annotation), .changed(let annotation):
            try fields.encode(annotation, forKey: .annotation)
        case .removed(let annotation):
            try fields.encode(annotation, forKey: .annotationID)
        case .undone(let event), .redone(let event):
            try fields.encode(event, forKey: .event)
        case .skipped(let call, let reason):
            try fields.encode(call, forKey: .call)
            try fields.encode(reason, forKey: .reason)
        case .finished(let call):
            try fields.encode(call, forKey: .call)
        }
    }

    /// What happened, without to what; the raw value is the stored `type`.
    public enum Kind: String, Sendable, CaseIterable {
        case started, planned, predicted, predictionsSealed, callOpened, heard, annotated, changed
        case removed, undone, redone, skipped, finished, ended
    }

    /// What happened, without to what.
    public var kind: Kind {
        switch self {
        case .started: .started
        case .planned: .planned
        case .predicted: .predicted
        case .predictionsSealed: .predictionsSealed
        case .callOpened: .callOpened
        case .heard: .heard
        case .annotated: .annotated
        case .changed: .changed
        case .removed: .removed
        case .undone: .undone
        case .redone: .redone
        case .skipped: .skipped
        case .finished: .finished
        case .ended: .ended
        }
    }

    private enum CodingKeys: String, CodingKey {
        case type, purpose, plan, predictions, call, selection, range, speed, annotation,
            annotationID
        case event, reason
    }
}
