import CallModel
import CallReports
import Foundation
import Testing

@Suite("What comes after a sitting")
struct OutlookTests {
    private func draw(_ id: String = "hour-2026-11-23-a1", of period: Period?) throws -> Draw {
        let period = try #require(period)
        return Draw(
            id: DrawID(id), madeAt: period.end, madeBy: ListenerID("ana"), method: .random,
            seed: "a1", frameStart: period.start, frameEnd: period.end, frameFilter: "",
            strata: [], entries: [])
    }

    private func session(isOver: Bool) -> Session {
        var session = Session(
            id: SessionID("s1"), purpose: .listeningHour, listener: ListenerID("ana"),
            startedAt: Date(timeIntervalSince1970: 0))
        if isOver { session.endedAt = Date(timeIntervalSince1970: 3600) }
        return session
    }

    private func text(_ outlook: SittingOutlook, isOver: Bool = true) -> String {
        SessionText.outlook(outlook, of: session(isOver: isOver), timeZone: .gmt)
    }

    @Test("calls left in a draw are gone on with in a new sitting, or in the one that goes on")
    func left() throws {
        let draw = try self.draw(of: Period(week: "2026-W47", in: .gmt))
        #expect(
            text(.leftInDraw(draw, calls: 3, heardNow: 0))
                == "3 calls left in this draw. Go on: earful listen --draw hour-2026-11-23-a1")
        #expect(
            text(.leftInDraw(draw, calls: 3, heardNow: 1), isOver: false)
                == "3 calls left in this draw; others are hearing 1 of them now. "
                + "Go on: earful listen --continue")
    }

    @Test("a draw that is done leads to the digest of its days")
    func done() throws {
        for (period, option) in [
            (Period(week: "2026-W47", in: .gmt), "--week 2026-W47"),
            (Period(month: "2026-11", in: .gmt), "--month 2026-11"),
            (
                Period(
                    from: CalendarDay("2026-11-03")!, through: CalendarDay("2026-11-05")!, in: .gmt),
                "--from 2026-11-03 --to 2026-11-05"
            ),
        ] {
            #expect(text(.drawDone(try draw(of: period))).hasSuffix("earful digest \(option)"))
        }
    }

    @Test("a name with blanks is one word of the command")
    func quoting() throws {
        let draw = try self.draw("Ana's draw", of: Period(week: "2026-W47", in: .gmt))
        #expect(
            text(.leftInDraw(draw, calls: 2, heardNow: 0)).hasSuffix(#"--draw 'Ana'\''s draw'"#))
    }

    @Test("calls by hand, and nothing left")
    func others() {
        #expect(
            text(.leftOfPicked(calls: 1), isOver: false)
                == "1 call left of those you picked. Go on: earful listen --continue")
        #expect(text(.nothingLeft).hasSuffix("earful digest"))
    }

    @Test("why a call cannot be heard is a sentence")
    func obstacles() {
        #expect(CallText.obstacle(.incomplete(seconds: 62, of: 120)) == "62 s of 120 s recorded.")
        #expect(CallText.obstacle(.retired) == "The recording was deleted when its time was over.")
        #expect(CallText.obstacle(.undecodable(reason: "It is\na picture.")) == "It is a picture.")
        #expect(CallText.obstacle(.undecodable(reason: nil)) == "The recording cannot be decoded.")
        #expect(CallText.obstacle(.notRecorded).hasPrefix("No recording"))
        #expect(
            CallText.obstacle(.fileGone(sentence: "x.wav is not there.")) == "x.wav is not there.")
    }
}
