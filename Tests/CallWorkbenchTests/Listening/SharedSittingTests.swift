import CallArchive
import CallModel
import CallTagging
import Foundation
import Testing

@testable import CallWorkbench

@Suite("A sitting that others write to as well")
struct SharedSittingTests {
    private let room: ListeningRoom
    private let call = ListeningRoom.id(0)

    init() async throws {
        room = try await ListeningRoom(count: 4)
    }

    private func note(_ text: String) -> Annotation {
        Annotation(id: .made(), call: call, content: .note(text: text))
    }

    @Test("what another wrote meanwhile is taken in, and the act done once more")
    func stale() async throws {
        let here = try await room.desk().handPicked([call])
        try await here.open(call)
        let there = try await room.desk().resume()
        try await here.annotate(note("first"))
        try await there.annotate(note("second"))
        try await here.heard(call, [CallTimeRange(milliseconds: 0, 5000)!], speed: 1)
        try await there.annotate(note("third"))
        try await here.undo()
        let events = try await room.workbench.archive.events(of: here.id)
        let state = SessionState(id: here.id, replaying: events)
        #expect(state.ignored.isEmpty)
        #expect(await here.session == state.session)
        // The last edit was the other's: undo walks one line of edits.
        #expect(
            await here.heardCall(call)?.annotations.map(\.content)
                == [.note(text: "first"), .note(text: "second")])
        #expect(await here.heardSeconds == 5)
    }

    @Test("sound that comes while its call is tagged is known to the next act")
    func lateSound() async throws {
        let silent = ListeningRoom.SampleCall(seconds: nil)
        let room = try await ListeningRoom([silent])
        let sitting = try await room.desk().handPicked([call])
        try await sitting.open(call)
        var moment = note("here")
        moment.range = CallTimeRange(milliseconds: 1000, 2000)
        await #expect(throws: SittingRefused.self) { try await sitting.annotate(moment) }
        try await room.add(0, ListeningRoom.SampleCall(seconds: 60))
        try await sitting.annotate(moment)
        #expect(await sitting.heardCall(call)?.annotations == [moment])
    }

    @Test("an act that the other's made impossible is refused, and what is stored is shown")
    func refusedAfterAll() async throws {
        let here = try await room.desk().handPicked([call])
        try await here.open(call)
        let there = try await room.desk().resume()
        try await there.end()
        await #expect(throws: SittingRefused.self) { try await here.annotate(note("late")) }
        #expect(await here.session?.endedAt != nil)
        // What was played meanwhile can never be stored, and does not stand in the way for ever.
        await #expect(throws: SittingRefused.self) {
            try await here.heard(call, [CallTimeRange(milliseconds: 0, 100)!], speed: 1)
        }
        #expect(try await here.flush() == nil)
    }

    @Test("hearing that the end elsewhere overtook is given up once, with the reason")
    func overtakenHearing() async throws {
        let here = try await room.desk().handPicked([call])
        try await here.open(call)
        try await here.heard(call, [CallTimeRange(milliseconds: 0, 100)!], speed: 1)
        try await room.desk().resume().end()
        await #expect(throws: SittingRefused.self) { try await here.flush() }
        #expect(try await here.flush() == nil)
    }

    @Test("two that begin the same sitting at once both find it begun")
    func beginningTwice() async throws {
        let sitting = try await room.desk().handPicked([call])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { try await sitting.open(call) } }
            try await group.waitForAll()
        }
        let kinds = try await room.workbench.archive.events(of: sitting.id).map(\.body.kind)
        #expect(kinds == [.started, .planned] + Array(repeating: .callOpened, count: 8))
    }

    @Test("acts that come at once are done one after another and none is lost")
    func atOnce() async throws {
        let sitting = try await room.desk().handPicked([call])
        try await sitting.open(call)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for step in 0..<60 {
                group.addTask {
                    try await sitting.annotate(note("\(step)"))
                }
                group.addTask {
                    try await sitting.heard(
                        call, [CallTimeRange(milliseconds: step * 1000, step * 1000 + 900)!],
                        speed: 1)
                }
            }
            try await group.waitForAll()
        }
        try await sitting.flush()
        let session = try #require(try await room.workbench.archive.session(sitting.id))
        #expect(session.calls[0].annotations.count == 60)
        #expect(abs(session.heardSeconds - 54) < 0.001)
        #expect(await sitting.session == session)
    }

    @Test(
        "whatever is asked in whatever order, the stored log gives back what the sitting shows",
        arguments: 1...6)
    func replay(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        var sitting = try await room.desk().handPicked((0..<4).map(ListeningRoom.id))
        let other = { [room] in try await room.desk().resume(sitting.id) }
        var said: [AnnotationID] = []
        var refused = 0
        for _ in 0..<150 {
            let id = ListeningRoom.id(Int.random(in: 0..<4, using: &random))
            let start = Int.random(in: 0..<58_000, using: &random)
            let range = CallTimeRange(
                milliseconds: start, start + Int.random(in: 1...2500, using: &random))!
            do {
                switch Int.random(in: 0..<20, using: &random) {
                case 0..<3: try await sitting.open(id)
                case 3..<9: try await sitting.heard(id, [range], speed: 1.5)
                case 9..<13:
                    said.append(.made())
                    try await sitting.annotate(
                        Annotation(
                            id: said[said.count - 1], call: id,
                            content: .painPoint(key: "hold-too-long", severity: 2), range: range))
                case 13:
                    if let id = said.randomElement(using: &random) {
                        try await sitting.remove(id)
                    }
                case 14, 15: try await sitting.undo()
                case 16: try await sitting.redo()
                case 17:
                    if Bool.random(using: &random) {
                        try await sitting.skip(id, reason: "wrong number")
                    } else {
                        try await sitting.finish(id)
                    }
                case 18:
                    // Another screen says something.
                    let there = try await other()
                    try await there.open(id)
                    try await there.annotate(note("from elsewhere"))
                default:
                    // Killed, and gone on with.
                    try await sitting.flush()
                    if await sitting.session != nil { sitting = try await other() }
                }
            } catch is SittingRefused {
                refused += 1
            } catch is ListeningError {
                continue
            }
        }
        try await sitting.flush()
        // An act reloads what others said last.
        try await sitting.open(call)
        let events = try await room.workbench.archive.events(of: sitting.id)
        let state = SessionState(id: sitting.id, replaying: events)
        #expect(state.ignored.isEmpty)
        #expect(await sitting.session == state.session)
        #expect(try await room.workbench.archive.session(sitting.id) == state.session)
        #expect(events.count > 60)
        #expect(refused > 0)
    }
}
