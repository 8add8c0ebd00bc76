import HashTreeCollections
public import CallModel

/// What one edit made of an annotation: what undo takes back, and redo does again.
public struct SessionEdit: Sendable, Hashable {
    /// The event that made it.
    public let event: EventID
    /// The call.
    public let call: CallID
    /// What stood before; nil where the annotation was made by it.
    public let before: Annotation?
    /// What stood after; nil where the annotation was taken back by it.
    public let after: Annotation?
}

extension SessionState {
    /// The last edits that stand, in their order: `undo` takes the last one back.
    public func editsDone(last count: Int) -> [SessionEdit] {
        done.suffix(count).compactMap(edit)
    }

    /// The last edits that were undone, in the order of undoing: `redo` does the last one again.
    public func editsUndone(last count: Int) -> [SessionEdit] {
        undone.suffix(count).compactMap(edit)
    }

    private func edit(_ event: EventID) -> SessionEdit? {
        edits[event].map {
            SessionEdit(
                event: event, call: tracks[$0.place.track].call, before: $0.before,
                after: $0.after)
        }
    }
}
