import CallWorkbench
import CallModel
import CallReports

extension PlayerModel {
    /// An act is on the disk.
    mutating func kept(_ act: SittingAct, _ answer: SittingAnswer) {
        let before = session
        session = answer.session
        outlook = answer.outlook ?? outlook
        if act.isEdit {
            editsUnderway = max(0, editsUnderway - 1)
            savedAt = answer.savedAt
        }
        isMovingOn = isMovingOn && !act.movesOn
        switch act {
        case .annotate(let annotation): selectKept(annotation)
        case .undo: sayDifference(from: before, PlayerWords.undone)
        case .redo: sayDifference(from: before, PlayerWords.redone)
        case .heard(let id, let stretches) where id == call?.id:
            underway.removeAll { stretches.contains($0) }
        case .finish(let id) where id == call?.id:
            goOn()
            if let goal = setup.goalSeconds, heardSeconds >= goal, focus == .commands {
                say(PlayerWords.goalReached(goal, leave: setup.keys.name(of: .leave)))
            }
        case .skip(let id, _) where id == call?.id: goOn()
        case .predict: openFirst()
        case .end: stage = .over(scrolled: 0)
        default: break
        }
        if let selectedTag, !tags.contains(where: { $0.id == selectedTag }) {
            self.selectedTag = nil
        }
    }

    /// An act was refused, or could not be stored.
    mutating func refused(_ act: SittingAct, _ sentence: String) {
        if act.isEdit { editsUnderway = max(0, editsUnderway - 1) }
        isMovingOn = isMovingOn && !act.movesOn
        say(sentence, .refusal)
        switch act {
        case .heard(let id, let stretches):
            // What is not on the disk is not shown as heard.
            if id == call?.id { underway.removeAll { stretches.contains($0) } }
            say(sentence, .trouble)
        case .predict:
            guard case .asking(var form) = stage else { break }
            form.isSubmitted = false
            form.predictions.removeLast()
            stage = .asking(form)
        default: break
        }
    }

    /// A new tag is at hand to be changed at once.
    private mutating func selectKept(_ annotation: Annotation) {
        let standing = tags.first {
            $0.id == annotation.id
                || annotation.content.kind == .reason && $0.content.kind == .reason
        }
        selectedTag = standing?.id
    }

    /// Says what an undo or a redo changed.
    private mutating func sayDifference(
        from before: Session?, _ words: (String) -> String
    ) {
        func all(_ session: Session?) -> [AnnotationID: Annotation] {
            Dictionary(
                (session?.calls ?? []).flatMap(\.annotations).map { ($0.id, $0) },
                uniquingKeysWith: { $1 })
        }
        let old = all(before)
        let new = all(session)
        let changed =
            new.values.first { old[$0.id] != $0 } ?? old.values.first { new[$0.id] == nil }
        guard let changed else { return }
        var what = CallText.said(
            changed, taxonomy: setup.taxonomy, language: setup.form.language)
        if changed.call != call?.id { what += PlayerWords.ofCall(changed.call) }
        say(words(what))
    }
}
