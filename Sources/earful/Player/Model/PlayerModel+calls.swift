import CallWorkbench
import CallAudio
import CallModel

extension PlayerModel {
    /// Opens the first call that is not done; the last one open where the sitting goes on.
    mutating func openFirst() {
        stage = .listening
        let open = session?.calls.last { $0.progress == .open }?.call
        let place = open.flatMap { id in calls.firstIndex { $0.id == id } } ?? nextPlace(after: -1)
        if let place {
            self.open(place)
        } else if !calls.isEmpty {
            self.open(calls.count - 1)
            wantsPlay = false
            focus = .planDone
        }
    }

    /// Puts a call of the plan before the listener.
    mutating func open(_ place: Int) {
        closeCurrent()
        current = place
        let call = calls[place]
        let isSkipped = progress(of: call.id).map(\.isSkip) ?? false
        // Opening takes a skipped call up again: looking at it must not.
        if !isSkipped { emit(.keep(.open(call.id))) }
        position = resumePoint
        reading = PlayerStatus()
        reading.position = position
        skippable = []
        region = nil
        regionStart = nil
        isLooping = false
        selectedTag = nil
        focus = .commands
        layStrip()
        if isSkipped { say(PlayerWords.wasSkipped(setup.keys.name(of: .skipCall))) }
        guard call.isHearable else {
            sound = .none
            return
        }
        sound = .opening
        // What is missing is said before anything plays; a call gone back to waits for the listener.
        wantsPlay = call.obstacle == nil && isOpen(call.id)
        emit(.openSound(call.id))
    }

    private mutating func closeCurrent() {
        guard let call else { return }
        places[call.id] = position
        reading.isPlaying = false
        reportHeard(isUrgent: true)
        emit(.closeSound)
        sound = .none
        underway = []
    }

    /// Where the listener left off; the beginning of a call that was heard to its end.
    private var resumePoint: CallTime {
        guard let call, let last = places[call.id] ?? heardCall?.heard.last?.end else {
            return .zero
        }
        return call.length.milliseconds - last.milliseconds < 1000 ? .zero : last
    }

    /// Whether a call is neither finished nor skipped.
    func isOpen(_ id: CallID) -> Bool { progress(of: id).map { $0 == .open } ?? true }

    private func progress(of id: CallID) -> Session.HeardCall.Progress? {
        session?.calls.first { $0.call == id }?.progress
    }

    /// The next call after a place that is not done, from the beginning again at the end.
    func nextPlace(after place: Int) -> Int? {
        let order =
            Array(calls.indices.dropFirst(place + 1)) + Array(calls.indices.prefix(place + 1))
        return order.first { $0 != place && isOpen(calls[$0].id) }
    }

    mutating func step(by step: Int) {
        guard let current else { return }
        let next = current + step
        if next == calls.count, callsAhead > 0 { return findNext() }
        guard calls.indices.contains(next) else {
            return say(step > 0 ? PlayerWords.lastCall : PlayerWords.firstCall, .refusal)
        }
        open(next)
    }

    /// Is done with the open call and goes on.
    mutating func finish() {
        guard let call, !isMovingOn else { return }
        if isOpen(call.id), heardCall != nil {
            isMovingOn = true
            emit(.collectHeard)
            reportHeard(isUrgent: true)
            edit(.finish(call.id))
        } else {
            goOn()
        }
    }

    /// Asks why the call is skipped; one that was skipped is taken up again.
    mutating func askWhySkipped() {
        guard let call, progress(of: call.id)?.isSkip == true else { return pick(.skipReason) }
        emit(.keep(.open(call.id)))
    }

    mutating func skip(because reason: String) {
        focus = .commands
        guard let call, !isMovingOn else { return }
        isMovingOn = true
        if sound == .ready { emit(.sound(.pause)) }
        edit(.skip(call.id, reason: reason))
    }

    /// Goes to the next call that is not done.
    mutating func goOn() {
        if let next = nextPlace(after: current ?? -1) {
            open(next)
        } else if callsAhead > 0, call != nil {
            findNext()
        } else {
            endPlan()
        }
    }

    private mutating func endPlan() {
        if sound == .ready { emit(.sound(.pause)) }
        reading.isPlaying = false
        focus = .planDone
    }

    /// Has the call looked up that comes after those of ``calls``.
    private mutating func findNext() {
        guard let call, !isMovingOn else { return }
        isMovingOn = true
        emit(.findNext(after: call.id))
    }

    /// Opens the call that comes next; nil ends the plan.
    mutating func found(_ next: PlayerCall?) {
        isMovingOn = false
        guard let next else {
            callsAhead = 0
            return endPlan()
        }
        if let place = calls.firstIndex(where: { $0.id == next.id }) { return open(place) }
        calls.append(next)
        callsAhead = max(0, callsAhead - 1)
        open(calls.count - 1)
    }

    mutating func notFound(_ sentence: String) {
        isMovingOn = false
        say(sentence, .trouble)
    }
}

extension Session.HeardCall.Progress {
    fileprivate var isSkip: Bool {
        if case .skipped = self { true } else { false }
    }
}
