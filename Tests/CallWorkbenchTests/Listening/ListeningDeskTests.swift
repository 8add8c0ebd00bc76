import CallArchive
import CallModel
import Foundation
import Testing

@testable import CallWorkbench

@Suite("Opening a sitting")
struct ListeningDeskTests {
    @Test("a draw goes on with what nobody finished or passed over, in its order")
    func goingOnWithADraw() async throws {
        let room = try await ListeningRoom(count: 12)
        let picked = try await room.draw("d1", size: 6)
        let first = try await room.desk(ListeningRoom.ben).draw(DrawID("d1"))
        try await first.hearAndFinish(picked[0])
        try await first.open(picked[3])
        try await first.skip(picked[3], reason: "wrong number")
        try await first.end()
        let sitting = try await room.desk().draw(DrawID("d1"))
        #expect(sitting.purpose == .tagging)
        let left = [1, 2, 4, 5].map { picked[$0] }
        #expect(await sitting.calls.map(\.id) == left)
        #expect(try await sitting.leftInDraw() == 4)
        #expect(try await sitting.callToGoOnWith()?.id == left[0])
        await #expect(throws: ArchiveError.unknownDraw(DrawID("d9"))) {
            try await room.desk().draw(DrawID("d9"))
        }
    }

    @Test("a draw of which nothing is left says so")
    func drawDone() async throws {
        let room = try await ListeningRoom(count: 3)
        let picked = try await room.draw("d1", size: 2)
        let sitting = try await room.desk().draw(DrawID("d1"))
        for call in picked { try await sitting.hearAndFinish(call) }
        try await sitting.end()
        await #expect(throws: ListeningError.drawDone(DrawID("d1"))) {
            try await room.desk().draw(DrawID("d1"))
        }
    }

    @Test("what was heard by hand does not count for a draw")
    func handPickedIsNotDrawn() async throws {
        let room = try await ListeningRoom(count: 3)
        let picked = try await room.draw("d1", size: 2)
        let byHand = try await room.desk().handPicked(picked)
        for call in picked { try await byHand.hearAndFinish(call) }
        #expect(await byHand.session?.calls.map(\.selection) == [.handPicked, .handPicked])
        #expect(try await room.desk().draw(DrawID("d1")).leftInDraw() == 2)
    }

    @Test("of a long draw the first calls are looked up, the others when they are come to")
    func longDraw() async throws {
        let room = try await ListeningRoom(count: 102)
        let picked = try await room.draw("d1", size: 102)
        let sitting = try await room.desk().draw(DrawID("d1"))
        #expect(await sitting.calls.map(\.id) == Array(picked.prefix(100)))
        #expect(await sitting.callsAhead == 2)
        for call in picked.prefix(100) {
            try await sitting.open(call)
            try await sitting.skip(call, reason: "heard before")
        }
        #expect(try await sitting.next(after: picked[99])?.id == picked[100])
        #expect(await sitting.calls.count == 101)
        #expect(await sitting.callsAhead == 1)
    }

    @Test("calls by hand come in the order given, each once, and must exist")
    func byHand() async throws {
        let room = try await ListeningRoom(count: 4)
        let wanted = [3, 1, 3, 0].map(ListeningRoom.id)
        let sitting = try await room.desk().handPicked(wanted, purpose: .calibration)
        #expect(await sitting.calls.map(\.id) == [3, 1, 0].map(ListeningRoom.id))
        #expect(sitting.purpose == .calibration)
        #expect(sitting.goalSeconds == nil)
        await #expect(throws: ArchiveError.unknownCall(CallID("nobody"))) {
            try await room.desk().handPicked([CallID("nobody")])
        }
        await #expect(throws: ListeningError.noCalls) { try await room.desk().handPicked([]) }
    }

    @Test("a filter picks as `earful calls` lists, the newest first, up to a limit")
    func filters() async throws {
        let calls = (0..<6).map {
            ListeningRoom.SampleCall(
                seconds: 60, holdSeconds: $0 < 4 ? Double($0) * 10 : 0,
                queue: $0 % 2 == 0 ? "Billing" : "Returns")
        }
        let room = try await ListeningRoom(calls)
        let held = try await room.desk()
            .handPicked(CallFilter(holdOverSeconds: 9), limit: 50)
        #expect(await held.calls.map(\.id) == [3, 2, 1].map(ListeningRoom.id))
        let queue = try await room.desk().handPicked(CallFilter(queue: "Billing"), limit: 2)
        #expect(await queue.calls.map(\.id) == [4, 2].map(ListeningRoom.id))
        try await queue.open(ListeningRoom.id(4))
        try await queue.annotate(
            Annotation(
                id: .made(), call: ListeningRoom.id(4), content: .reason(key: "billing")))
        let tagged = try await room.desk().handPicked(CallFilter(reason: "billing"), limit: 50)
        #expect(await tagged.calls.map(\.id) == [ListeningRoom.id(4)])
        await #expect(throws: ListeningError.noCalls) {
            try await room.desk().handPicked(CallFilter(queue: "None"), limit: 50)
        }
    }

    @Test("what a header and a waveform need is looked up")
    func plannedCalls() async throws {
        let room = try await ListeningRoom([.init(seconds: 400, holdSeconds: 100)])
        let sitting = try await room.desk(speed: 1.5).handPicked([ListeningRoom.id(0)])
        let planned = try #require(await sitting.calls.first)
        #expect(planned.call.record.queue == "Billing")
        #expect(planned.profile?.holdSeconds == 100)
        let seconds = try #require(planned.listeningSeconds)
        #expect(abs(seconds - 300 / 1.5) < 1)
        let waveform = try #require(planned.waveform)
        #expect(waveform.pointCount <= PlannedCall.longestWaveform)
        #expect(waveform.pointCount * waveform.framesPerPoint >= 400 * 8000)
    }

    @Test("going on takes the newest sitting that goes on, with its plan and its place")
    func resuming() async throws {
        let room = try await ListeningRoom(count: 6)
        let picked = try await room.draw("d1", size: 4)
        await #expect(throws: ListeningError.nothingToContinue(ListeningRoom.ana)) {
            try await room.desk().resume()
        }
        let sitting = try await room.desk(after: 10).draw(DrawID("d1"))
        try await sitting.predict([Prediction(reason: "billing", share: 0.5)])
        try await sitting.hearAndFinish(picked[0])
        try await sitting.open(picked[1])
        let mark = try await sitting.mark(picked[1])
        try await sitting.heard(
            picked[1], [CallTimeRange(milliseconds: 0, 21_500)!], speed: 2)
        let stored = try #require(await sitting.session)
        // A newer one that is over, and one of somebody else, are not gone on with.
        let other = try await room.desk(after: 20).handPicked([ListeningRoom.id(0)])
        try await other.hearAndFinish(ListeningRoom.id(0))
        try await other.end()
        let bens = try await room.desk(ListeningRoom.ben, after: 30)
            .handPicked([ListeningRoom.id(0)])
        try await bens.open(ListeningRoom.id(0))

        let again = try await room.desk(after: 40).resume()
        #expect(again.id == sitting.id)
        #expect(again.origin == .resumed)
        #expect(again.plan == .draw(DrawID("d1")))
        #expect(await again.session == stored)
        #expect(await again.calls.map(\.id) == picked)
        #expect(try await again.callToGoOnWith()?.id == picked[1])
        #expect(await again.placeToGoOn(in: picked[1]) == CallTime(milliseconds: 21_500))
        #expect(await again.heardSeconds == 31.5)
        try await again.undo()
        #expect(await again.heardCall(picked[1])?.annotations.contains { $0.id == mark } == false)
        await #expect(throws: ListeningError.notOpen(other.id)) {
            try await room.desk().resume(other.id)
        }
        await #expect(throws: ListeningError.otherListener(bens.id, ListeningRoom.ben)) {
            try await room.desk().resume(bens.id)
        }
    }

    @Test("calls by hand that were not reached are there when the sitting goes on")
    func resumingByHand() async throws {
        let room = try await ListeningRoom(count: 5)
        let wanted = [4, 2, 0].map(ListeningRoom.id)
        let sitting = try await room.desk().handPicked(wanted)
        try await sitting.hearAndFinish(wanted[0])
        let again = try await room.desk().resume()
        #expect(await again.calls.map(\.id) == wanted)
        #expect(try await again.callToGoOnWith()?.id == wanted[1])
        #expect(try await again.outlook() == .leftOfPicked(calls: 2))
    }

    @Test("a sitting that began without a player goes on with the calls it opened")
    func resumingATaggedOne() async throws {
        let room = try await ListeningRoom(count: 3)
        let call = ListeningRoom.id(1)
        let tagging = Tagging(
            workbench: room.workbench, taxonomy: ListeningRoom.taxonomy,
            listener: ListeningRoom.ana, now: ListeningRoom.now)
        _ = try await tagging.carryOut(
            TagRequest(call: call, selection: .handPicked), in: nil, purpose: .tagging,
            eventID: nil)
        let sitting = try await room.desk().resume()
        #expect(sitting.plan == .handPicked([call]))
        #expect(try await sitting.callToGoOnWith()?.id == call)
    }
}
