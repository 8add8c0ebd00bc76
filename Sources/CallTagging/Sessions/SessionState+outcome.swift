import HashTreeCollections
public import CallModel
public import Foundation

// The rules: what a person asks, and what becomes of it. Decisions that could have gone another way:
//
// - The last event of an accepted batch bears the id of the command. A companion
//   `predictionsSealed` comes first and bears that id with `.sealed` at its end, so that a retry of
//   the command finds both, and nothing is made up here.
// - Predictions are sealed by the first stretch heard, or by the first reason given: after either
//   the listener knows more than they did.
// - A call must be opened before anything is said of it, because opening says how it was picked.
// - A finished call can still be heard and edited while the sitting goes on. A skipped one cannot be
//   tagged until it is opened again, and one that is tagged cannot be skipped.
// - A range may end up to a second after the call does, as players round, and is then cut to the
//   call; further out it is refused.
// - A side may be named on a call whose recording has one channel: people hear who speaks.
// - An ended sitting stays ended: what is left is said in a new one.
// - Undo and redo walk one line of edits (annotate, change, remove) for the whole sitting, whatever
//   call is open. Opening, hearing, skipping and finishing are facts and are not undone; a skipped
//   call is taken up again by opening it.

extension SessionState {
    /// Judges a command, changing nothing.
    ///
    /// Total: every command in every state is accepted or refused. A command whose id was accepted
    /// before gives what it gave then.
    /// - Parameters:
    ///   - command: What is asked.
    ///   - id: The name the client gave it; the event it becomes bears it.
    ///   - listener: Who asks.
    ///   - at: When, by the clock of the machine that judges.
    ///   - context: The taxonomy, the day, and the call that the command names.
    public func outcome(
        of command: SessionCommand, id: EventID, listener: ListenerID, at: Date,
        context: SessionContext
    ) -> SessionOutcome {
        do throws(Refusal) {
            if let before = try earlier(command, id: id, listener: listener) {
                return .alreadyAccepted(before)
            }
            try checkStanding(of: command, listener: listener)
            let body = try body(for: command, context: context)
            var named = [(id: id, body: body)]
            if body.seals, head?.predictionsSealed == false {
                named.insert((id: id.sealing, body: .predictionsSealed), at: 0)
            }
            return .accepted(
                named.map {
                    SessionEvent(
                        id: $0.id, session: self.id, listener: listener, at: at, body: $0.body)
                })
        } catch {
            return .refused(error)
        }
    }

    /// Judges a command and applies what it was accepted as.
    public mutating func handle(
        _ command: SessionCommand, id: EventID, listener: ListenerID, at: Date,
        context: SessionContext
    ) -> SessionOutcome {
        let outcome = outcome(of: command, id: id, listener: listener, at: at, context: context)
        if case .accepted(let events) = outcome {
            for event in events { apply(event) }
        }
        return outcome
    }

    /// What the command was accepted as before; nil where its id is new.
    private func earlier(
        _ command: SessionCommand, id: EventID, listener: ListenerID
    ) throws(Refusal) -> [SessionEvent]? {
        guard !id.rawValue.isEmpty, !id.isSealing else {
            throw Refusal(
                .badID,
                "\"\(id)\" cannot name an event: choose a name that is not empty and does not end "
                    + "in \(EventID.sealingSuffix).")
        }
        if let stored = applied[id], stored.listener == listener,
            command.isFulfilled(by: stored.body)
        {
            return [applied[id.sealing], stored].compactMap { $0 }
        }
        guard applied[id] == nil, ignored[id] == nil else {
            throw Refusal(
                .idInUse,
                "Event \(id) was used for something else in sitting \(self.id): choose a new id.")
        }
        return nil
    }

    /// Whether the sitting takes commands of this listener at all.
    private func checkStanding(
        of command: SessionCommand, listener: ListenerID
    ) throws(Refusal) {
        if case .start = command {
            guard let head else { return }
            throw Refusal(
                .alreadyStarted,
                "Sitting \(id) was begun before by \(head.listener): go on with it, or start a "
                    + "sitting of another name.")
        }
        guard let head else {
            throw Refusal(.notStarted, "Sitting \(id) has not begun: start it first.")
        }
        guard head.listener == listener else {
            throw Refusal(
                .otherListener,
                "Sitting \(id) is \(head.listener)'s: start a sitting of your own to say "
                    + "something.")
        }
        guard head.endedAt == nil else {
            throw Refusal(
                .ended,
                "Sitting \(id) is over and stays as it is: start a new sitting to say more.")
        }
    }

    private func body(
        for command: SessionCommand, context: SessionContext
    ) throws(Refusal) -> SessionEvent.Body {
        switch command {
        case .start(let purpose): .started(purpose: purpose)
        case .plan(let plan): .planned(plan)
        case .predict(let predictions):
            .predicted(try checked(predictions, context: context))
        case .open(let call, let selection): try opening(call, selection, context: context)
        case .hear(let call, let range, let speed):
            try hearing(call, range, speed: speed, context: context)
        case .annotate(let annotation): try annotating(annotation, context: context)
        case .change(let annotation): try changing(annotation, context: context)
        case .remove(let annotation): .removed(try standing(annotation).id)
        case .undo: try undoing()
        case .redo: try redoing()
        case .skip(let call, let reason): try skipping(call, reason: reason)
        case .finish(let call): .finished(call: try unfinished(call).call)
        case .end: .ended
        }
    }
}

extension SessionEvent.Body {
    /// Whether after this the listener knows more than when they could predict.
    fileprivate var seals: Bool {
        switch self {
        case .heard: true
        case .annotated(let annotation), .changed(let annotation):
            annotation.content.kind == .reason
        default: false
        }
    }
}

extension EventID {
    fileprivate static var sealingSuffix: String { ".sealed" }
    /// The name of the `predictionsSealed` that goes with an event of this name.
    fileprivate var sealing: EventID { EventID(rawValue + Self.sealingSuffix) }
    fileprivate var isSealing: Bool { rawValue.hasSuffix(Self.sealingSuffix) }
}
