import CallModel
import CallTagging
import Foundation
import Testing

@Suite("Retries")
struct SessionRetryTests {
    @Test("a retry gives what the command gave, whatever happened since, and changes nothing")
    func retry() throws {
        var sitting = Sitting()
        let range = try #require(CallTimeRange(milliseconds: 0, 60_400))
        let commands: [SessionCommand] = [
            .start(purpose: .tagging),
            .predict([Prediction(reason: "billing", share: 0.5)]),
            .open(call: Sitting.first, selection: .handPicked),
            .hear(call: Sitting.first, range: range, speed: 1.5),
            .annotate(annotation("A1", .reason(key: "billing"), range: range)),
            .annotate(annotation("A2", .reason(key: "delivery"))),
            .annotate(annotation("A3", .hold(2))),
            .change(annotation("A3", .hold(4))),
            .remove(AnnotationID("A3")),
            .undo, .undo, .redo,
            .finish(call: Sitting.first),
            .open(call: Sitting.second, selection: .handPicked),
            .skip(call: Sitting.second, reason: "wrong number"),
            .end,
        ]
        var given: [[SessionEvent]] = []
        for (index, command) in commands.enumerated() {
            let outcome = sitting.ask(command, id: EventID("X\(index)"))
            #expect(outcome.refusal == nil, "\(command)")
            given.append(outcome.events)
        }
        let state = sitting.state
        for (index, command) in commands.enumerated() {
            let again = sitting.ask(command, id: EventID("X\(index)"))
            #expect(again == .alreadyAccepted(given[index]))
        }
        #expect(sitting.state == state)
        #expect(given[3].map(\.body.kind) == [.predictionsSealed, .heard])
        #expect(given[3].map(\.id.rawValue) == ["X3.sealed", "X3"])
    }

    @Test("an id that was used for something else is refused")
    func otherContent() {
        var sitting = Sitting.open()
        sitting.ask(.annotate(annotation("A1", .hold(3))), id: EventID("X"))
        for command: SessionCommand in [
            .annotate(annotation("A1", .hold(4))), .annotate(annotation("A2", .hold(3))), .undo,
            .remove(AnnotationID("A1")), .end,
        ] {
            #expect(sitting.ask(command, id: EventID("X")).refusal?.kind == .idInUse)
        }
        #expect(sitting.contents() == [.hold(3)])
    }

    @Test("ids that are empty or kept for companions are refused", arguments: ["", "E1.sealed"])
    func badIDs(_ id: String) {
        var sitting = Sitting.open()
        #expect(sitting.ask(.end, id: EventID(id)).refusal?.kind == .badID)
    }

    @Test("an event applied twice is one event")
    func appliedTwice() {
        let sitting = Sitting.open()
        var state = sitting.state
        for event in sitting.log { #expect(state.apply(event) == .repeated) }
        #expect(state == sitting.state)
    }

    @Test("an event that cannot have happened is passed over and listed")
    func impossible() throws {
        var sitting = Sitting.open()
        sitting.ask(.annotate(annotation("A1", .hold(3))))
        sitting.ask(.annotate(annotation("A2", .reason(key: "billing"))))
        let before = sitting.state
        let range = try #require(CallTimeRange(milliseconds: 0, 10))
        let bodies: [SessionEvent.Body] = [
            .started(purpose: .tagging), .undone(EventID("E3")), .redone(EventID("E3")),
            .annotated(annotation("A1", .hold(1))), .annotated(annotation("A3", .hold(9))),
            .annotated(annotation("A4", .reason(key: "billing"))),
            .annotated(annotation("A5", .hold(1), call: Sitting.second)),
            .changed(annotation("A1", .note(text: "x"))), .removed(AnnotationID("A9")),
            .heard(call: Sitting.second, range: range, speed: 1),
            .heard(call: Sitting.first, range: range, speed: .infinity),
            .skipped(call: Sitting.first, reason: "x"), .finished(call: Sitting.second),
            .predicted([Prediction(reason: "billing", share: 2)]),
        ]
        for (index, body) in bodies.enumerated() {
            let event = SessionEvent(
                id: EventID("bad\(index)"), session: before.id, listener: Sitting.ana, at: .now,
                body: body)
            guard case .ignored(let why) = sitting.state.apply(event) else {
                Issue.record("\(body) was applied")
                continue
            }
            #expect(sitting.state.apply(event) == .ignored(why))
            #expect(sitting.state.ignored[event.id] == why)
        }
        #expect(sitting.state.session == before.session)
        #expect(sitting.ask(.undo, id: EventID("bad0")).refusal?.kind == .idInUse)
        #expect(sitting.ask(.undo).refusal == nil)
    }

    @Test("edits undone or done again out of turn are passed over")
    func outOfTurn() {
        var sitting = Sitting.open()
        sitting.ask(.annotate(annotation("A1", .hold(1))), id: EventID("one"))
        sitting.ask(.annotate(annotation("A2", .hold(2))), id: EventID("two"))
        #expect(sitting.applyStored(.undone(EventID("one"))) == false)
        sitting.ask(.undo)
        sitting.ask(.undo)
        #expect(sitting.applyStored(.redone(EventID("two"))) == false)
        #expect(sitting.contents().isEmpty)
        #expect(sitting.applyStored(.redone(EventID("one"))) == true)
        #expect(sitting.contents() == [.hold(1)])
    }

    @Test("no stored event brings a tag back to a skipped call")
    func skipped() {
        var sitting = Sitting.open()
        sitting.ask(.annotate(annotation("A1", .hold(1))), id: EventID("mark"))
        var taken = sitting
        sitting.ask(.undo)
        sitting.ask(.skip(call: Sitting.first, reason: "mine"))
        #expect(sitting.applyStored(.redone(EventID("mark"))) == false)
        taken.ask(.remove(AnnotationID("A1")), id: EventID("taken"))
        taken.ask(.skip(call: Sitting.first, reason: "mine"))
        #expect(taken.applyStored(.undone(EventID("taken"))) == false)
        #expect(taken.applyStored(.annotated(annotation("A2", .hold(1)))) == false)
        #expect(sitting.contents().isEmpty && taken.contents().isEmpty)
    }

    @Test("a stretch heard seals the predictions even where the log lost the sealing")
    func lostSealing() throws {
        var sitting = Sitting.open()
        let range = try #require(CallTimeRange(milliseconds: 0, 100))
        #expect(sitting.applyStored(.heard(call: Sitting.first, range: range, speed: 1)) == true)
        #expect(sitting.ask(.predict([])).refusal?.kind == .predictionsSealed)
    }

    @Test("another listener's command is no retry, whatever its id")
    func otherListener() {
        var sitting = Sitting.open()
        sitting.ask(.annotate(annotation("A1", .hold(3))), id: EventID("X"))
        let outcome = sitting.ask(
            .annotate(annotation("A1", .hold(3))), id: EventID("X"), by: ListenerID("ben"))
        #expect(outcome.refusal?.kind == .idInUse)
    }

    @Test("events of another sitting or listener are passed over")
    func foreign() {
        var sitting = Sitting.open()
        let before = sitting.state.session
        for (session, listener) in [("S2", "ana"), ("S1", "ben")] {
            let event = SessionEvent(
                id: EventID("\(session)\(listener)"), session: SessionID(session),
                listener: ListenerID(listener), at: .now, body: .ended)
            guard case .ignored = sitting.state.apply(event) else {
                Issue.record("applied")
                continue
            }
        }
        #expect(sitting.state.session == before)
    }
}
