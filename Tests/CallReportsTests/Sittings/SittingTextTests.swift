import CallModel
import CallReports
import Testing

@Suite("Sittings and draws in words")
struct SittingTextTests {
    @Test("the summary of a sitting, and of one with hostile words")
    func summary() throws {
        let zone = SampleCall.zone
        try Snapshot.check(
            SessionText.summary(
                SampleSession.session, taxonomy: SampleCall.taxonomy, timeZone: zone),
            "session.txt")
        try Snapshot.check(
            SessionText.summary(SampleSession.hostile, timeZone: zone), "session-hostile.txt")
    }

    @Test("a sitting that has only begun says that nothing was heard yet")
    func justBegun() throws {
        let session = Session(
            id: SessionID("s"), purpose: .tagging, listener: ListenerID("ana"),
            startedAt: SampleCall.began)
        try Snapshot.check(
            SessionText.summary(session, timeZone: SampleCall.zone), "session-begun.txt")
    }

    @Test("the list of sittings, and of none")
    func list() throws {
        var open = SampleSession.session
        open.endedAt = nil
        try Snapshot.check(
            SessionText.list(
                [SampleSession.session, open].map(SampleSession.row), timeZone: SampleCall.zone),
            "sessions.txt")
        #expect(SessionText.list([], timeZone: SampleCall.zone) == "Nobody has listened yet.\n")
    }

    @Test("a draw says how it was made and what to hear")
    func draw() throws {
        let zone = SampleCall.zone
        try Snapshot.check(DrawText.summary(SampleSession.draw, timeZone: zone), "draw.txt")
        try Snapshot.check(
            DrawText.summary(SampleSession.emptyDraw, timeZone: zone), "draw-empty.txt")
    }
}
