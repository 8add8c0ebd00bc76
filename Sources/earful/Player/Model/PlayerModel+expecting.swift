import CallWorkbench
import CallModel
import Foundation

extension PlayerModel {
    mutating func askExpectations() {
        stage = .asking(
            ExpectationForm(
                picker: Picker(.expectation, choices: choices(for: .expectation, matching: "")),
                deadline: now.addingTimeInterval(ExpectationForm.patienceSeconds)))
    }

    /// Begins the sitting where nobody typed.
    mutating func beginWhenPatienceEnds() {
        guard case .asking(let form) = stage, let deadline = form.deadline, now >= deadline else {
            return
        }
        openFirst()
    }

    mutating func pressWhileAsking(_ key: Key) {
        guard case .asking(var form) = stage, !form.isSubmitted else { return }
        if setup.keys.action(of: key) == .leave, key.typed == nil { return leaveOpen() }
        form.deadline = nil
        if form.share != nil {
            answerShare(key, &form)
        } else {
            answerReason(key, &form)
        }
    }

    private mutating func answerReason(_ key: Key, _ form: inout ExpectationForm) {
        switch key.code {
        case .escape:
            form.predictions = []
            submit(form)
        case .enter:
            if form.picker.field.isEmpty, !form.picker.wasMoved { return submit(form) }
            guard let choice = form.picker.choice else {
                stage = .asking(form)
                return say(PlayerWords.nothingFits(form.picker.field.trimmed), .refusal)
            }
            form.share = ExpectationForm.ShareQuestion(reason: choice.key)
            stage = .asking(form)
        default:
            _ = form.picker.handle(key) { choices(for: .expectation, matching: $0) }
            stage = .asking(form)
        }
    }

    private mutating func answerShare(_ key: Key, _ form: inout ExpectationForm) {
        switch key.code {
        case .escape:
            form.share = nil
        case .enter:
            guard let share = form.share, let percent = share.percent else {
                stage = .asking(form)
                return say(PlayerWords.badShare, .refusal)
            }
            form.predictions.append(
                Prediction(reason: share.reason, share: Double(percent) / 100))
            form.share = nil
            form.picker = Picker(
                .expectation, choices: choices(for: .expectation, matching: ""))
            if form.predictions.count == ExpectationForm.most { return submit(form) }
        default:
            if key.typed == nil || key.digit != nil { _ = form.share?.field.handle(key) }
        }
        stage = .asking(form)
    }

    private mutating func submit(_ form: ExpectationForm) {
        guard !form.predictions.isEmpty else { return openFirst() }
        var form = form
        form.isSubmitted = true
        stage = .asking(form)
        edit(.predict(form.predictions))
    }
}
