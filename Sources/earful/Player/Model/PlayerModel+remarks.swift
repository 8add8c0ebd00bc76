import CallWorkbench
import CallModel

extension PlayerModel {
    /// Opens the field of a remark. An idea speaks of more than a moment: it is of the whole call
    /// unless a region is marked.
    mutating func write(_ kind: Annotation.Content.Kind) {
        guard call != nil else { return }
        focus = .writing(
            RemarkDraft(
                kind: kind, field: TextField(), range: kind == .idea ? region : rangeAtHand,
                side: nil, original: nil))
    }

    /// A flag needs no words; they can be added to it.
    mutating func flag() {
        guard let call else { return }
        edit(
            .annotate(
                Annotation(
                    id: nextAnnotationID(), call: call.id, content: .flag(text: ""),
                    range: rangeAtHand)))
    }

    mutating func pressWriting(_ key: Key, _ draft: RemarkDraft) {
        var draft = draft
        switch key.code {
        case .escape:
            focus = .commands
            return
        case .enter:
            return save(draft)
        case .tab:
            // Both hands stay where they are while what was said is heard again.
            _ = playback(.play)
        default:
            if !draft.field.handle(key), let action = setup.keys.action(of: key), key.typed == nil {
                _ = playback(action)
            }
        }
        focus = .writing(draft)
    }

    private mutating func save(_ draft: RemarkDraft) {
        guard let call else { return }
        guard !draft.field.isEmpty || draft.kind == .flag else {
            focus = .commands
            return
        }
        let content = content(draft.kind, draft.field.trimmed)
        focus = .commands
        if var original = draft.original {
            guard original.content != content else { return }
            original.content = content
            return edit(.change(original))
        }
        edit(
            .annotate(
                Annotation(
                    id: nextAnnotationID(), call: call.id, content: content, range: draft.range,
                    side: draft.side)))
    }

    private func content(_ kind: Annotation.Content.Kind, _ text: String) -> Annotation.Content {
        switch kind {
        case .idea: .idea(text: text)
        case .kudos: .kudos(text: text)
        case .flag: .flag(text: text)
        default: .note(text: text)
        }
    }
}
