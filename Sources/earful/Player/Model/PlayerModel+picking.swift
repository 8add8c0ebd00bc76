import CallWorkbench
import CallModel
import CallReports
import CallTagging

extension PlayerModel {
    /// Opens a list.
    mutating func pick(_ subject: Picker.Subject) {
        guard call != nil else { return }
        focus = .picking(Picker(subject, choices: choices(for: subject, matching: "")))
    }

    mutating func pressPicking(_ key: Key, _ picker: Picker) {
        var picker = picker
        let subject = picker.subject
        if let digit = key.digit, let choice = picker.choice(digit: digit) {
            return choose(choice, of: subject)
        }
        switch key.code {
        case .escape: focus = .commands
        case .enter:
            if subject == .skipReason, !picker.field.isEmpty, !picker.wasMoved {
                // The listener's own words go before what happens to stand in the list.
                return skip(because: picker.field.trimmed)
            }
            guard let choice = picker.choice else {
                return say(PlayerWords.nothingFits(picker.field.trimmed), .refusal)
            }
            choose(choice, of: subject)
        default:
            _ = picker.handle(key) { choices(for: subject, matching: $0) }
            focus = .picking(picker)
        }
    }

    private mutating func choose(_ choice: Choice, of subject: Picker.Subject) {
        focus = .commands
        switch subject {
        case .reason:
            guard let call, reason != choice.key else { return }
            edit(
                .annotate(
                    Annotation(
                        id: nextAnnotationID(), call: call.id,
                        content: .reason(key: choice.key))))
        case .painPoint: mark(choice.key)
        case .call: if let place = Int(choice.key) { open(place) }
        case .skipReason: skip(because: choice.label)
        case .expectation: break
        }
    }

    /// What fits what was typed, best first.
    func choices(for subject: Picker.Subject, matching text: String) -> [Choice] {
        switch subject {
        case .reason, .expectation: reasons(matching: text, withDigits: subject == .reason)
        case .painPoint:
            setup.taxonomy.painPoints(matching: text, on: setup.day).map {
                Choice(
                    key: $0.key, label: $0.label, detail: $0.description,
                    digit: text.isEmpty ? $0.numberKey : nil)
            }
        case .call: calls(matching: text)
        case .skipReason:
            // What is typed is a reason of its own; the list stays.
            PlayerWords.skipReasons.enumerated().map {
                Choice(key: "\($0)", label: $1, digit: text.isEmpty ? $0 + 1 : nil)
            }
        }
    }

    private func reasons(matching text: String, withDigits: Bool) -> [Choice] {
        let taxonomy = setup.taxonomy
        let isTree = text.allSatisfy(\.isWhitespace)
        return taxonomy.reasons(matching: text, on: setup.day).map { reason in
            Choice(
                key: reason.key,
                label: isTree ? reason.label : taxonomy.pathLabel(ofReason: reason.key),
                detail: reason.description,
                depth: isTree ? taxonomy.path(ofReason: reason.key).count - 1 : 0,
                digit: isTree && withDigits ? reason.numberKey : nil)
        }
    }

    private func calls(matching text: String) -> [Choice] {
        let words = text.lowercased().split(separator: " ")
        return calls.enumerated().compactMap { place, call in
            let facts = CallText.facts(call.call.record, language: setup.form.language)
            let hay = (call.id.rawValue + " " + facts).lowercased()
            guard words.allSatisfy({ hay.contains($0) }) else { return nil }
            return Choice(
                key: "\(place)", label: "\(place + 1)  \(call.id.rawValue)",
                detail: [PlayerWords.progress(of: call.id, in: session), facts]
                    .filter { !$0.isEmpty }.joined(separator: " · "))
        }
    }
}
