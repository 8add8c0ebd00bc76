import CallWorkbench
import CallModel

extension PlayerModel {
    /// Asks for an edit to be kept.
    mutating func edit(_ act: SittingAct) {
        if act.isEdit { editsUnderway += 1 }
        emit(.keep(act))
    }

    // Pain points.

    /// A pain point was chosen: its severity comes next.
    mutating func mark(_ painPoint: String) {
        guard call != nil else { return }
        focus = .severity(PainDraft(painPoint: painPoint, range: rangeAtHand, side: side))
    }

    mutating func pressSeverity(_ key: Key, _ draft: PainDraft) {
        var draft = draft
        if let digit = key.digit, (1...5).contains(digit) { return save(draft, severity: digit) }
        if key.typed?.lowercased() == "w" {
            draft.range = nil
            focus = .severity(draft)
            return
        }
        switch key.code {
        case .enter where key.modifiers.isEmpty:
            return save(draft, severity: PainDraft.usualSeverity)
        case .escape:
            focus = .commands
            return
        default: break
        }
        switch setup.keys.action(of: key) {
        case .agentOnly: draft.side = .agent
        case .customerOnly: draft.side = .customer
        case .bothSides: draft.side = nil
        case .regionStart: draft.range = bounded(draft.range, start: position)
        case .regionEnd: draft.range = bounded(draft.range, end: position)
        case .some(let action):
            if !playback(action) { say(PlayerWords.severityFirst, .refusal) }
        case nil: say(PlayerWords.severityFirst, .refusal)
        }
        focus = .severity(draft)
    }

    private mutating func save(_ draft: PainDraft, severity: Int) {
        focus = .commands
        guard let call else { return }
        let annotation = Annotation(
            id: nextAnnotationID(), call: call.id,
            content: .painPoint(key: draft.painPoint, severity: severity), range: draft.range,
            side: draft.side)
        edit(.annotate(annotation))
    }

    /// A range with one end moved; the other end gives way where they would cross.
    private func bounded(
        _ range: CallTimeRange?, start: CallTime? = nil, end: CallTime? = nil
    ) -> CallTimeRange? {
        let length = call?.length ?? .zero
        let from = start ?? range?.start ?? .zero
        let to = end ?? range?.end ?? length
        if let moved = CallTimeRange(start: from, end: to) { return moved }
        return start != nil
            ? CallTimeRange(start: from, end: length) ?? range
            : CallTimeRange(start: .zero, end: to) ?? range
    }

    // The list of tags.

    mutating func moveSelection(by step: Int) {
        let tags = tags
        guard !tags.isEmpty else { return say(PlayerWords.nothingTagged, .refusal) }
        let place = tags.firstIndex { $0.id == selectedTag }
        let next = place.map { $0 + step } ?? (step > 0 ? 0 : tags.count - 1)
        selectedTag = tags[(next + tags.count) % tags.count].id
    }

    mutating func changeSelected() {
        guard let selectedTag, tags.contains(where: { $0.id == selectedTag }) else {
            return say(PlayerWords.selectFirst(setup.keys.name(of: .nextTag)), .refusal)
        }
        focus = .changing(selectedTag)
    }

    mutating func removeSelected() {
        guard let selectedTag, tags.contains(where: { $0.id == selectedTag }) else {
            return say(PlayerWords.selectFirst(setup.keys.name(of: .nextTag)), .refusal)
        }
        edit(.remove(selectedTag))
    }

    mutating func pressChange(_ key: Key, _ id: AnnotationID) {
        guard var tag = tags.first(where: { $0.id == id }) else {
            focus = .commands
            return
        }
        if key.code == .escape {
            focus = .commands
            return
        }
        if case .painPoint(let point, _) = tag.content, let digit = key.digit,
            (1...5).contains(digit)
        {
            tag.content = .painPoint(key: point, severity: digit)
            return change(tag)
        }
        if key.typed?.lowercased() == "w" {
            tag.range = nil
            return change(tag)
        }
        if key.code == .enter { return rewrite(tag) }
        switch setup.keys.action(of: key) {
        case .agentOnly: tag.side = .agent
        case .customerOnly: tag.side = .customer
        case .bothSides: tag.side = nil
        case .regionStart: tag.range = bounded(tag.range, start: position)
        case .regionEnd: tag.range = bounded(tag.range, end: position)
        case .removeTag:
            focus = .commands
            return edit(.remove(id))
        case .some(let action):
            _ = playback(action)
            return
        case nil: return
        }
        change(tag)
    }

    private mutating func change(_ tag: Annotation) {
        if tags.contains(tag) { return }
        edit(.change(tag))
    }

    /// What Enter changes of a tag: the words of a remark, the reason, the pain point.
    private mutating func rewrite(_ tag: Annotation) {
        switch tag.content {
        case .reason: pick(.reason)
        case .painPoint: focus = .commands
        case .note(let text), .idea(let text), .kudos(let text), .flag(let text):
            focus = .writing(
                RemarkDraft(
                    kind: tag.content.kind, field: TextField(text), range: tag.range,
                    side: tag.side, original: tag))
        }
    }
}
