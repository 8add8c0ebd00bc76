import CallWorkbench
import CallAudio
import CallModel

extension PlayerModel {
    /// A key while no list and no text is open.
    mutating func pressCommand(_ key: Key) {
        guard let action = setup.keys.action(of: key) else {
            if key.code == .escape { escape() }
            return
        }
        if playback(action) { return }
        switch action {
        case .painPoint(let number): chooseDigit(number)
        case .allPainPoints: pick(.painPoint)
        case .reason: pick(.reason)
        case .note: write(.note)
        case .idea: write(.idea)
        case .kudos: write(.kudos)
        case .flag: flag()
        case .nextTag: moveSelection(by: 1)
        case .previousTag: moveSelection(by: -1)
        case .changeTag: changeSelected()
        case .removeTag: removeSelected()
        case .undo: edit(.undo)
        case .redo: edit(.redo)
        case .finish: finish()
        case .nextCall: step(by: 1)
        case .previousCall: step(by: -1)
        case .skipCall: askWhySkipped()
        case .search: pick(.call)
        case .help: focus = .help(scrolled: 0)
        case .leave: focus = .leaving
        default: break
        }
    }

    /// Esc gives up what is waited for, else what is marked, else what is selected.
    private mutating func escape() {
        if reading.preparing != nil {
            cancelSeek()
        } else if region != nil || regionStart != nil {
            clearRegion()
        } else {
            selectedTag = nil
        }
    }

    private mutating func chooseDigit(_ digit: Int) {
        guard
            let point = setup.taxonomy.painPoint(numberKey: digit, on: setup.day)
        else {
            say(
                PlayerWords.freeDigit(digit, all: setup.keys.name(of: .allPainPoints)), .refusal)
            return
        }
        mark(point.key)
    }

    mutating func pressLeaving(_ key: Key) {
        if key.typed?.lowercased() == "e" { return end() }
        let leaves = setup.keys.action(of: key) == .leave || key.code == .enter
        if leaves || key.typed?.lowercased() == "l" { return leaveOpen() }
        focus = .commands
    }

    mutating func pressPlanDone(_ key: Key) {
        if key.code == .enter, key.modifiers.isEmpty { return end() }
        focus = .commands
        if setup.keys.action(of: key) != .finish, key.code != .escape { pressCommand(key) }
    }

    /// Leaves the sitting open, to go on with later.
    mutating func leaveOpen() {
        stopForGood()
        emit(.leave)
    }

    /// Ends the sitting.
    mutating func end() {
        stopForGood()
        emit(.keep(.end))
    }

    private mutating func stopForGood() {
        focus = .commands
        reading.isPlaying = false
        reportHeard(isUrgent: true)
        emit(.closeSound)
        sound = .none
    }
}
