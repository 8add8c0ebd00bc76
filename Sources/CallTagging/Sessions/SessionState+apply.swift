import HashTreeCollections
public import CallModel

// What each event makes of the state. Every event can be given in every state: one that cannot have
// happened there changes nothing but the list of such events.

extension SessionState {
    /// Applies one stored or just accepted event, once however often it is given.
    @discardableResult
    public mutating func apply(_ event: SessionEvent) -> SessionApplication {
        if applied[event.id] != nil { return .repeated }
        if let why = ignored[event.id] { return .ignored(why) }
        if let why = take(event) {
            ignored[event.id] = why
            return .ignored(why)
        }
        applied[event.id] = event
        return .applied
    }

    /// Changes the state, or says why the event cannot have happened.
    private mutating func take(_ event: SessionEvent) -> String? {
        guard event.session == id else { return "it belongs to sitting \(event.session)" }
        if case .started(let purpose) = event.body {
            guard head == nil else { return "the sitting had begun before" }
            head = Session(
                id: id, purpose: purpose, listener: event.listener, startedAt: event.at)
            return nil
        }
        guard let head else { return "the sitting had not begun" }
        guard head.endedAt == nil else { return "the sitting was over" }
        guard head.listener == event.listener else { return "the sitting is \(head.listener)'s" }

        switch event.body {
        case .started:
            return nil
        case .planned(let plan):
            self.plan = plan
        case .predicted(let predictions):
            guard !head.predictionsSealed else { return "the predictions were sealed" }
            guard predictions.allSatisfy({ (0...1).contains($0.share) }) else {
                return "a share is not a number from 0 to 1"
            }
            self.head?.predictions = predictions
        case .predictionsSealed:
            guard !head.predictionsSealed else { return "the predictions were sealed before" }
            self.head?.predictionsSealed = true
        case .callOpened(let call, let selection):
            open(call, selection)
        case .heard(let call, let range, let speed):
            guard let index = trackIndex[call] else { return "call \(call) was not opened" }
            guard speed.isFinite, speed > 0 else { return "the speed is not above 0" }
            tracks[index].heard.insert(range)
            self.head?.predictionsSealed = true
        case .annotated, .changed, .removed, .undone, .redone:
            return takeEdit(event)
        case .skipped(let call, let reason):
            guard let index = trackIndex[call] else { return "call \(call) was not opened" }
            guard tracks[index].progress == .open else { return "call \(call) was not open" }
            guard tracks[index].markCount == 0 else { return "call \(call) was tagged" }
            tracks[index].progress = .skipped(reason: reason)
        case .finished(let call):
            guard let index = trackIndex[call] else { return "call \(call) was not opened" }
            guard tracks[index].progress == .open else { return "call \(call) was not open" }
            tracks[index].progress = .finished
        case .ended:
            self.head?.endedAt = event.at
        }
        return nil
    }

    /// Opens a call or goes back to it. A draw outweighs a choice by hand whichever came first, and
    /// the first draw stays.
    private mutating func open(_ call: CallID, _ selection: Selection) {
        currentCall = call
        guard let index = trackIndex[call] else {
            trackIndex[call] = tracks.count
            tracks.append(CallTrack(call: call, selection: selection))
            return
        }
        if tracks[index].selection == .handPicked { tracks[index].selection = selection }
        if tracks[index].isSkipped { tracks[index].progress = .open }
    }

    private mutating func takeEdit(_ event: SessionEvent) -> String? {
        switch event.body {
        case .annotated(let annotation):
            guard let track = trackIndex[annotation.call] else {
                return "call \(annotation.call) was not opened"
            }
            guard places[annotation.id] == nil else {
                return "annotation \(annotation.id) had been made before"
            }
            guard annotation.hasKnownSeverity else { return "the severity is not one of 1 to 5" }
            if annotation.content.kind == .reason, tracks[track].reasonSlot != nil {
                return "call \(annotation.call) had a reason"
            }
            if let why = obstacle(toPutting: annotation, on: track) { return why }
            let place = Place(track: track, slot: tracks[track].addSlot())
            places[annotation.id] = place
            make(Edit(place: place, before: nil, after: annotation), by: event.id)
        case .changed(let annotation):
            guard let place = places[annotation.id], let before = self.annotation(annotation.id)
            else { return "annotation \(annotation.id) did not stand" }
            guard before.call == annotation.call, before.content.kind == annotation.content.kind
            else { return "annotation \(annotation.id) is of another call or kind" }
            guard annotation.hasKnownSeverity else { return "the severity is not one of 1 to 5" }
            make(Edit(place: place, before: before, after: annotation), by: event.id)
        case .removed(let annotationID):
            guard let place = places[annotationID], let before = annotation(annotationID)
            else { return "annotation \(annotationID) did not stand" }
            make(Edit(place: place, before: before, after: nil), by: event.id)
        case .undone(let target):
            guard done.last == target, let edit = edits[target] else {
                return "\(target) was not the last edit that stood"
            }
            if let why = obstacle(toPutting: edit.before, on: edit.place.track) { return why }
            tracks[edit.place.track].set(edit.place.slot, to: edit.before)
            undone.append(done.removeLast())
        case .redone(let target):
            guard undone.last == target, let edit = edits[target] else {
                return "\(target) was not the last edit that was undone"
            }
            if let why = obstacle(toPutting: edit.after, on: edit.place.track) { return why }
            tracks[edit.place.track].set(edit.place.slot, to: edit.after)
            done.append(undone.removeLast())
        default:
            break
        }
        return nil
    }

    private mutating func make(_ edit: Edit, by event: EventID) {
        tracks[edit.place.track].set(edit.place.slot, to: edit.after)
        edits[event] = edit
        done.append(event)
        // What was undone and then overtaken by a new edit can never be redone.
        for overtaken in undone { edits[overtaken] = nil }
        undone.removeAll()
    }

    /// A skipped call counts as not listened to, so no reason or pain point may stand on it.
    func obstacle(toPutting annotation: Annotation?, on track: Int) -> String? {
        guard let annotation, annotation.isMark, tracks[track].isSkipped else { return nil }
        return "call \(annotation.call) was skipped"
    }
}

extension Annotation {
    fileprivate var hasKnownSeverity: Bool {
        if case .painPoint(_, let severity) = content { (1...5).contains(severity) } else { true }
    }
}
