import CallArchive
import CallModel
import Foundation
import Testing

@testable import CallWorkbench

@Suite("Two listeners on one draw")
struct TwoListenersTests {
    @Test("never hear the same call, and together hear all")
    func sharing() async throws {
        let room = try await ListeningRoom(count: 12)
        let picked = try await room.draw("d1", size: 8)
        let ana = try await room.desk().draw(DrawID("d1"))
        let ben = try await room.desk(ListeningRoom.ben).draw(DrawID("d1"))
        var heard: [CallID] = []
        var last: [CallID?] = [nil, nil]
        for turn in 0..<20 {
            let sitting = turn % 2 == 0 ? ana : ben
            if let before = last[turn % 2] { try await sitting.finish(before) }
            last[turn % 2] = try await sitting.next(after: last[turn % 2])?.id
            guard let call = last[turn % 2] else { continue }
            #expect(!heard.contains(call))
            heard.append(call)
            try await sitting.open(call)
            try await sitting.heard(call, [CallTimeRange(milliseconds: 0, 9000)!], speed: 1)
        }
        #expect(heard == picked)
        guard case .drawDone(let draw) = try await ana.outlook() else { throw Unexpected() }
        #expect(draw.id == DrawID("d1"))
    }

    @Test("a second listener gets the calls that want one, like any other, and nobody gets more")
    func secondHearing() async throws {
        var settings = ListeningRoom.heardOnce
        settings.calibration.doubleShare = 0.25
        let room = try await ListeningRoom(
            Array(repeating: ListeningRoom.SampleCall(seconds: 60), count: 12), settings: settings)
        let picked = try await room.draw("d1", size: 8)
        let draw = try #require(try await room.workbench.archive.draw(DrawID("d1")))
        let double = draw.entries.filter(\.isDouble).map(\.call)
        #expect(double.count == 2 && double.allSatisfy(picked.contains))
        let ana = try await room.desk().draw(DrawID("d1"))
        let skipped = try #require(double.first)
        for call in picked where call != skipped { try await ana.hearAndFinish(call) }
        try await ana.open(skipped)
        try await ana.skip(skipped, reason: "wrong number")
        guard case .drawDone = try await ana.outlook() else { throw Unexpected() }
        // One of the two is left to a second listener: the other was passed over.
        let waiting = try await room.workbench.archive.waitingSecondHearings(in: ListeningRoom.week)
        #expect(waiting.map(\.draw) == [DrawID("d1")] && waiting.map(\.calls) == [1])
        #expect(waiting[0].heardBy == [ListeningRoom.ana])
        let ben = try await room.desk(ListeningRoom.ben).draw(DrawID("d1"))
        let second = try #require(try await ben.next()?.id)
        #expect(second == double.last)
        try await ben.hearAndFinish(second)
        #expect(try await ben.next() == nil)
        await #expect(throws: ListeningError.drawDone(DrawID("d1"))) {
            try await room.desk(ListenerID("cy")).draw(DrawID("d1"))
        }
        #expect(
            try await room.workbench.archive.waitingSecondHearings(in: ListeningRoom.week).isEmpty)
    }

    @Test("a call that is open before one is left to them, and to others after half an hour")
    func lease() async throws {
        let room = try await ListeningRoom(count: 4)
        let picked = try await room.draw("d1", size: 2)
        let ana = try await room.desk().draw(DrawID("d1"))
        try await ana.open(picked[0])
        let ben = try await room.desk(ListeningRoom.ben, after: 60).draw(DrawID("d1"))
        #expect(try await ben.next()?.id == picked[1])
        try await ben.hearAndFinish(picked[1])
        #expect(try await ben.next() == nil)
        guard case .leftInDraw(_, 1, heardNow: 1) = try await ben.outlook() else {
            throw Unexpected()
        }
        try await ben.end()
        await #expect(
            throws: ListeningError.heardByOthers(DrawID("d1"), [ListeningRoom.ana])
        ) {
            try await room.desk(ListeningRoom.ben, after: 60).draw(DrawID("d1"))
        }
        // Ana's sitting was left behind: nothing happened in it for longer than a lease.
        let later = try await room.desk(
            ListeningRoom.ben, after: ListeningSitting.lease + 1
        ).draw(DrawID("d1"))
        #expect(try await later.next()?.id == picked[0])
    }

    @Test("who goes back takes up what they left open before what comes later is over")
    func goingBack() async throws {
        let room = try await ListeningRoom(count: 5)
        let picked = try await room.draw("d1", size: 3)
        let ana = try await room.desk().draw(DrawID("d1"))
        try await ana.open(picked[0])
        #expect(try await ana.next(after: picked[0])?.id == picked[1])
        try await ana.hearAndFinish(picked[1])
        #expect(try await ana.next(after: picked[1])?.id == picked[2])
        try await ana.hearAndFinish(picked[2])
        #expect(try await ana.next(after: picked[2])?.id == picked[0])
    }
}
