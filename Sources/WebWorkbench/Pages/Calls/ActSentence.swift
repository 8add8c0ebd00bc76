import CallModel
import CallReports

/// What somebody did, as a sentence of a history.
struct ActSentence {
    let names: TagNames
    let words: WebWords

    /// The sentence of an event.
    func of(_ event: SessionEvent) -> String {
        let acts = words.call.acts
        switch event.body {
        case .started: return acts.began
        case .predicted: return acts.predicted
        case .callOpened(_, .handPicked): return acts.opened
        case .callOpened(_, .drawn(let draw)):
            return acts.openedDrawn(SafeName.shown(draw.rawValue))
        case .heard(_, let range, let speed):
            let at = speed == 1 ? "" : ", \(Decimals.text(speed))×"
            return acts.heard(ClockText.range(range), at)
        case .annotated(let annotation): return acts.said + " " + text(of: annotation)
        case .changed(let annotation): return acts.changed + " " + text(of: annotation)
        case .removed: return acts.removed
        case .undone: return acts.undid
        case .redone: return acts.redid
        case .skipped(_, let reason): return acts.skipped(SafeName.remark(reason))
        case .finished: return acts.finished
        case .ended: return acts.ended
        default: return acts.other
        }
    }

    /// What was said, when in the call, and of which side.
    func text(of annotation: Annotation) -> String {
        let text = words.language.words
        var parts: [String]
        switch annotation.content {
        case .painPoint(let key, let severity):
            parts = [names.painPoint(key), text.severity(severity)]
        case .reason(let key): parts = [text.reasonLabel, names.reason(key)]
        case .note(let remark): parts = [text.note, quoted(remark)]
        case .idea(let remark): parts = [text.idea, quoted(remark)]
        case .kudos(let remark): parts = [text.kudos, quoted(remark)]
        case .flag(let remark): parts = [text.flag, quoted(remark)]
        }
        if let range = annotation.range { parts.append(ClockText.range(range)) }
        if let side = annotation.side { parts.append(text.side(side)) }
        return parts.joined(separator: text.separator)
    }

    private func quoted(_ remark: String) -> String {
        words.language.words.quoted(SafeName.remark(remark))
    }
}
