import CallArchive
import CallModel
import Foundation
import Testing

@testable import CallWorkbench

@Suite("A sitting at a player")
struct ListeningSittingTests {
    private let room: ListeningRoom
    private let sitting: ListeningSitting
    private let call = ListeningRoom.id(0)

    init() async throws {
        room = try await ListeningRoom(count: 3)
        sitting = try await room.desk().handPicked([0, 1, 2].map(ListeningRoom.id))
    }

    private func stored() async throws -> [SessionEvent] {
        try await room.workbench.archive.events(of: sitting.id)
    }

    private func range(_ start: Int, _ end: Int) -> CallTimeRange {
        CallTimeRange(milliseconds: start, end)!
    }

    @Test("who only looks leaves nothing behind")
    func looking() async throws {
        #expect(await sitting.session == nil)
        #expect(try await sitting.next()?.id == call)
        #expect(try await sitting.end() == nil)
        #expect(try await room.workbench.archive.sessions().isEmpty)
    }

    @Test("the first act begins it, in one transaction, and each act is stored on return")
    func acts() async throws {
        let opened = try await sitting.open(call)
        #expect(opened.events.map(\.body) == [.callOpened(call: call, selection: .handPicked)])
        #expect(
            try await stored().map(\.body.kind) == [.started, .planned, .callOpened])
        let id = try await sitting.mark(call)
        #expect(await sitting.canUndo)
        #expect(try await stored().count == 4)
        try await sitting.change(
            Annotation(
                id: id, call: call, content: .painPoint(key: "hold-too-long", severity: 5)))
        try await sitting.remove(id)
        try await sitting.undo()
        try await sitting.undo()
        #expect(await sitting.canRedo)
        try await sitting.redo()
        #expect(
            await sitting.heardCall(call)?.annotations.map(\.content)
                == [.painPoint(key: "hold-too-long", severity: 5)])
        #expect(await sitting.session == (try await room.workbench.archive.session(sitting.id)))
    }

    @Test("what is refused is said in a sentence and changes nothing")
    func refusals() async throws {
        await #expect(throws: SittingRefused.self) { try await sitting.finish(call) }
        #expect(try await stored().isEmpty)
        try await sitting.open(call)
        let before = try await stored()
        await #expect(throws: SittingRefused.self) { try await sitting.undo() }
        await #expect(throws: SittingRefused.self) {
            try await sitting.heard(ListeningRoom.id(1), [range(0, 1000)], speed: 1)
        }
        await #expect(throws: SittingRefused.self) {
            try await sitting.heard(call, [range(0, 70_000)], speed: 1)
        }
        await #expect(throws: SittingRefused.self) {
            try await sitting.heard(call, [range(0, 1000)], speed: 9)
        }
        try await sitting.flush()
        #expect(try await stored() == before)
    }

    @Test("the same act again, under its id, is stored once")
    func retries() async throws {
        try await sitting.open(call)
        let said = Annotation(id: .made(), call: call, content: .note(text: "n"))
        let first = try await sitting.annotate(said, id: EventID("e1"))
        let second = try await sitting.annotate(said, id: EventID("e1"))
        #expect(first.events == second.events)
        #expect(try await stored().count == 4)
    }

    @Test("stretches gather for five seconds of playing and are one event")
    func gathering() async throws {
        try await sitting.open(call)
        for step in 0..<49 {
            let saved = try await sitting.heard(
                call, [range(step * 150, step * 150 + 150)], speed: 1.5)
            #expect(saved == nil)
        }
        #expect(try await stored().count == 3)
        // What gathers is heard already for who looks at the clock.
        #expect(await sitting.heardSeconds == 7.35)
        #expect(await sitting.placeToGoOn(in: call) == CallTime(milliseconds: 7350))
        let saved = try await sitting.heard(call, [range(7350, 7500)], speed: 1.5)
        #expect(
            saved?.events.map(\.body) == [
                .predictionsSealed, .heard(call: call, range: range(0, 7500), speed: 1.5),
            ])
        #expect(await sitting.heardSeconds == 7.5)
        #expect(try await sitting.flush() == nil)
    }

    @Test("a pause, another call, an edit and the end store what gathered")
    func flushing() async throws {
        try await sitting.open(call)
        try await sitting.heard(call, [range(0, 1000)], speed: 1)
        #expect(try await sitting.flush()?.events.last?.body.kind == .heard)
        try await sitting.heard(call, [range(1000, 2000)], speed: 1)
        _ = try await sitting.mark(call)
        #expect(try await stored().suffix(2).map(\.body.kind) == [.heard, .annotated])
        try await sitting.heard(call, [range(2000, 3000)], speed: 1)
        try await sitting.open(ListeningRoom.id(1))
        #expect(try await stored().suffix(2).map(\.body.kind) == [.heard, .callOpened])
        try await sitting.heard(ListeningRoom.id(1), [range(0, 500)], speed: 1)
        try await sitting.heard(ListeningRoom.id(1), [range(4000, 4500)], speed: 2)
        try await sitting.end()
        #expect(try await stored().suffix(3).map(\.body.kind) == [.heard, .heard, .ended])
        #expect(await sitting.session?.heardSeconds == 4)
    }

    @Test("hearing an instant twice counts once")
    func uniqueSeconds() async throws {
        try await sitting.open(call)
        try await sitting.heard(call, [range(0, 10_000)], speed: 1)
        try await sitting.heard(call, [range(5000, 12_000)], speed: 1)
        try await sitting.heard(call, [range(2000, 3000)], speed: 1)
        #expect(await sitting.heardSeconds == 12)
        #expect(await sitting.placeToGoOn(in: call) == CallTime(milliseconds: 3000))
        try await sitting.flush()
        #expect(await sitting.heardSeconds == 12)
        #expect(await sitting.placeToGoOn(in: call) == CallTime(milliseconds: 3000))
    }

    @Test("the first second heard seals the predictions, stored or not")
    func sealing() async throws {
        try await sitting.predict([Prediction(reason: "billing", share: 0.4)])
        try await sitting.predict([Prediction(reason: "delivery", share: 0.2)])
        try await sitting.open(call)
        #expect(await sitting.canPredict)
        try await sitting.heard(call, [range(0, 1000)], speed: 1)
        #expect(await !sitting.canPredict)
        await #expect(throws: SittingRefused.self) {
            try await sitting.predict([Prediction(reason: "billing", share: 1)])
        }
        #expect(
            await sitting.session?.predictions == [Prediction(reason: "delivery", share: 0.2)])
    }

    @Test("a call that is not of the plan is hand-picked, one of the plan's draw is drawn")
    func selections() async throws {
        let picked = try await room.draw("d1", size: 2)
        let drawn = try await room.desk().draw(DrawID("d1"))
        let stranger = try #require([0, 1, 2].map(ListeningRoom.id).first { !picked.contains($0) })
        try await drawn.open(stranger)
        try await drawn.open(picked[1])
        #expect(
            await drawn.session?.calls.map(\.selection) == [.handPicked, .drawn(DrawID("d1"))])
        await #expect(throws: (any Error).self) { try await drawn.open(CallID("nobody")) }
    }
}
