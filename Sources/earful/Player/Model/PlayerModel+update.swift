import CallWorkbench
import CallAudio
import CallModel
import Foundation

extension PlayerModel {
    /// Takes in what happened; returns what is to be done, in order.
    mutating func update(_ message: PlayerMessage) -> [PlayerEffect] {
        switch message {
        case .input(.key(let key)): press(key)
        case .input(.paste(let text)): paste(text)
        case .resized(let size):
            self.size = size
            layStrip()
            emit(.redraw)
        case .clock(let now, let reading):
            self.now = now
            if let reading { take(reading) }
            beginWhenPatienceEnds()
            reportHeard(isUrgent: false)
        case .heard(let call, let stretches): took(stretches, of: call)
        case .soundOpened(let call, let skippable): soundOpened(call, skippable: skippable)
        case .soundFailed(let call, let sentence): soundFailed(call, sentence)
        case .kept(let act, let answer): kept(act, answer)
        case .refused(let act, let sentence): refused(act, sentence)
        case .found(let call): found(call)
        case .notFound(let sentence): notFound(sentence)
        case .stopped: suspend()
        case .interrupted: leaveOpen()
        case .continued: emit(.redraw)
        }
        return takeOutbox()
    }

    private mutating func press(_ key: Key) {
        notice = nil
        // Works everywhere: the program must be left and stopped whatever is open.
        switch setup.keys.action(of: key) {
        case .suspend: return suspend()
        case .redraw where isCommandKey(key): return emit(.redraw)
        default: break
        }
        switch stage {
        case .asking: pressWhileAsking(key)
        case .listening: pressWhileListening(key)
        case .over: pressWhenOver(key)
        }
    }

    /// Whether a key types nothing into a text.
    private func isCommandKey(_ key: Key) -> Bool { key.typed == nil }

    private mutating func pressWhileListening(_ key: Key) {
        switch focus {
        case .commands: pressCommand(key)
        case .severity(let draft): pressSeverity(key, draft)
        case .changing(let id): pressChange(key, id)
        case .writing(let draft): pressWriting(key, draft)
        case .picking(let picker): pressPicking(key, picker)
        case .leaving: pressLeaving(key)
        case .planDone: pressPlanDone(key)
        case .help(let scrolled): pressHelp(key, scrolled)
        }
    }

    private mutating func paste(_ text: String) {
        switch (stage, focus) {
        case (.asking(var form), _):
            form.deadline = nil
            if form.share != nil {
                form.share?.field.insert(text)
            } else {
                form.picker.insert(text) { choices(for: .expectation, matching: $0) }
            }
            stage = .asking(form)
        case (.listening, .writing(var draft)):
            draft.field.insert(text)
            focus = .writing(draft)
        case (.listening, .picking(var picker)):
            let subject = picker.subject
            picker.insert(text) { choices(for: subject, matching: $0) }
            focus = .picking(picker)
        default:
            say(PlayerWords.pastedIntoNothing, .refusal)
        }
    }

    private mutating func suspend() {
        if sound == .ready { emit(.sound(.pause)) }
        reading.isPlaying = false
        emit(.collectHeard)
        reportHeard(isUrgent: true)
        emit(.suspend)
    }

    private mutating func pressHelp(_ key: Key, _ scrolled: Int) {
        let page = max(1, size.rows - 4)
        let last = max(0, HelpPage.lines(setup.keys, width: size.columns).count - page)
        switch key.code {
        case .up: focus = .help(scrolled: max(0, scrolled - 1))
        case .down: focus = .help(scrolled: min(last, scrolled + 1))
        case .pageUp: focus = .help(scrolled: max(0, scrolled - page))
        case .pageDown, .character(" "): focus = .help(scrolled: min(last, scrolled + page))
        default: focus = .commands
        }
    }

    private mutating func pressWhenOver(_ key: Key) {
        guard case .over(let scrolled) = stage else { return }
        switch key.code {
        case .up: stage = .over(scrolled: max(0, scrolled - 1))
        case .down: stage = .over(scrolled: scrolled + 1)
        case .pageUp: stage = .over(scrolled: max(0, scrolled - max(1, size.rows - 4)))
        case .pageDown, .character(" "):
            stage = .over(scrolled: scrolled + max(1, size.rows - 4))
        case .enter, .escape: emit(.leave)
        default: if setup.keys.action(of: key) == .leave { emit(.leave) }
        }
        if case .over(let now) = stage {
            let last = SummaryPage.lines(self).count - max(1, size.rows - 4)
            stage = .over(scrolled: min(now, max(0, last)))
        }
    }
}
