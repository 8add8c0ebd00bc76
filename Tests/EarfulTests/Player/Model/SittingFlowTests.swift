import CallAudio
import CallModel
import Foundation
import Testing

@testable import earful

@Suite("A sitting at the player")
struct SittingFlowTests {
    @Test("finishing goes to the next call, and the last one to the end")
    func finishing() {
        var player = Rehearsal()
        player.send(.heard(CallID("C-1"), [stretch(0, 4)]))
        player.press("Ctrl+Enter")
        #expect(player.model.call?.id == CallID("C-2"))
        #expect(player.session?.heardSeconds == 4)
        player.played = [stretch(0, 3)]
        player.press("Ctrl+N")
        #expect(player.model.focus == .planDone)
        player.press("Enter")
        #expect(player.session?.endedAt != nil)
        #expect(player.session?.heardSeconds == 7)
        #expect(player.model.stage == .over(scrolled: 0))
        player.press("Enter")
        #expect(player.effects.last == .leave)
    }

    @Test("what was left undone comes again after the last call")
    func wraps() {
        var player = Rehearsal(["C-1", "C-2", "C-3"].map { PlayerSample.call($0) })
        player.press("Ctrl+Down", "Ctrl+N")
        #expect(player.model.call?.id == CallID("C-3"))
        player.press("Ctrl+N")
        #expect(player.model.call?.id == CallID("C-1"))
    }

    @Test("a plan that is longer than what was looked up goes on to its end")
    func longPlan() {
        var player = Rehearsal(
            [PlayerSample.call("C-1")], ahead: ["C-2", "C-3"].map { PlayerSample.call($0) })
        #expect(player.model.callCount == 3)
        player.press("Ctrl+Down")
        #expect(player.model.call?.id == CallID("C-2"))
        player.press("Ctrl+Up", "Ctrl+N", "Ctrl+N")
        #expect(player.model.call?.id == CallID("C-3"))
        #expect(player.model.callCount == 3)
        player.press("Ctrl+N")
        #expect(player.model.focus == .planDone)
    }

    @Test("calls that others heard meanwhile end a plan early, and a fault is told")
    func shortenedPlan() {
        var player = Rehearsal([PlayerSample.call("C-1"), PlayerSample.call("C-2")])
        player.send(.notFound("The disk is full. Make room."))
        #expect(player.model.notice?.text == "The disk is full. Make room.")
        player.send(.found(nil))
        #expect(player.model.focus == .planDone)
    }

    @Test("a device that ran dry is told of once each time")
    func dropouts() {
        var player = Rehearsal()
        var status = PlayerSample.status(at: 3, isPlaying: true)
        status.underrunCount = 1
        player.send(.clock(PlayerSample.began, status))
        #expect(player.model.notice?.text.hasPrefix("The sound device ran dry: ") == true)
        player.press("?", "Esc")
        player.send(.clock(PlayerSample.began, status))
        #expect(player.model.notice == nil)
        status.underrunCount = 2
        player.send(.clock(PlayerSample.began, status))
        #expect(player.model.notice?.text.contains("2 times") == true)
    }

    @Test("a call gone back to waits, where it was left")
    func goingBack() {
        var player = Rehearsal()
        player.send(.heard(CallID("C-1"), [stretch(0, 50)]))
        player.pass(seconds: 1, to: 50)
        player.press("Ctrl+N", "Ctrl+Up")
        #expect(player.model.call?.id == CallID("C-1"))
        #expect(player.model.position == CallTime(seconds: 50))
        #expect(player.told.last == .seek(CallTime(seconds: 50)))
        player.press("1", "2")
        #expect(player.kept.count == 1)
    }

    @Test("a call is skipped with a reason of the list, or with one's own")
    func skipping() {
        var player = Rehearsal()
        player.press("s", "2")
        player.press("s")
        player.type("2 people talk over it")
        player.press("Enter")
        // The first letter was a digit of the list: it chose.
        #expect(
            player.session?.calls.map(\.progress) == [
                .skipped(reason: "Heard before"), .skipped(reason: "Heard before"),
            ])
    }

    @Test("one's own reason of a skip is kept word by word")
    func ownReason() {
        var player = Rehearsal()
        player.press("s")
        player.type("too loud 5")
        player.press("Enter")
        #expect(player.session?.calls.first?.progress == .skipped(reason: "too loud 5"))
        #expect(player.model.call?.id == CallID("C-2"))
    }

    @Test("a skipped call can be looked at, and is taken up again only when asked")
    func skippedCall() {
        var player = Rehearsal()
        player.press("s", "1", "Ctrl+Up")
        #expect(player.model.call?.id == CallID("C-1"))
        #expect(player.model.notice?.text == "This call was skipped. S takes it up again.")
        #expect(player.session?.calls.first?.progress == .skipped(reason: "Cannot be heard"))
        player.press("s")
        #expect(player.session?.calls.first?.progress == .open)
        player.press("s")
        #expect(player.model.focus != .commands)
    }

    @Test("a call that is being finished is finished once")
    func finishedOnce() {
        var player = Rehearsal(["C-1", "C-2", "C-3"].map { PlayerSample.call($0) })
        player.isSlow = true
        player.press("Ctrl+N", "Ctrl+N", "Ctrl+N")
        player.isSlow = false
        player.answer()
        #expect(player.model.call?.id == CallID("C-2"))
        #expect(player.model.notice == nil)
    }

    @Test("when the hour is full, it is said between two calls")
    func fullHour() {
        var setup = PlayerSample.setup()
        setup.goalSeconds = 60
        var player = Rehearsal(setup: setup)
        player.send(.heard(CallID("C-1"), [stretch(0, 61)]))
        player.press("Ctrl+N")
        #expect(player.model.notice?.text.hasPrefix("The 1:00 are full.") == true)
    }

    @Test("a tagged call is not skipped, and the listener stays")
    func taggedSkip() {
        var player = Rehearsal()
        player.press("1", "1", "s", "1")
        #expect(player.model.call?.id == CallID("C-1"))
        #expect(player.model.notice?.text.contains("tagged") == true)
    }

    @Test("what is missing is said before anything plays")
    func incomplete() {
        var player = Rehearsal([PlayerSample.call("C-1", seconds: 100)])
        #expect(!player.told.contains(.play))
        player.press("Space")
        #expect(player.told.last == .play)
        let silent = Rehearsal([PlayerSample.call("C-1", state: .undecodable)])
        #expect(silent.model.sound == .none)
        #expect(silent.effects == [.keep(.open(CallID("C-1")))])
    }

    @Test("leaving keeps the sitting open, and what was heard")
    func leaving() {
        var player = Rehearsal()
        player.send(.heard(CallID("C-1"), [stretch(0, 4)]))
        player.played = [stretch(4, 6)]
        player.press("q", "l")
        #expect(player.effects.last == .leave)
        #expect(player.session?.endedAt == nil)
        #expect(player.session?.heardSeconds == 6)
    }

    @Test("Esc stays, E ends, a signal leaves")
    func waysOut() {
        var player = Rehearsal()
        player.press("q", "Esc")
        #expect(player.model.focus == .commands)
        player.press("q", "e")
        #expect(player.model.stage == .over(scrolled: 0))
        var interrupted = Rehearsal()
        interrupted.press("m", "x")
        interrupted.send(.interrupted)
        #expect(interrupted.effects.last == .leave)
    }

    @Test("stopping pauses the sound and keeps what was heard first")
    func suspending() {
        var player = Rehearsal()
        player.pass(seconds: 1, to: 3)
        player.played = [stretch(0, 3)]
        player.forgetEffects()
        player.press("m", "Ctrl+\\")
        #expect(player.told == [.pause])
        #expect(player.effects.last == .suspend)
        #expect(player.session?.heardSeconds == 3)
        guard case .writing = player.model.focus else {
            Issue.record("the text is gone")
            return
        }
    }

    @Test("a call is found by what its record says")
    func search() {
        var player = Rehearsal([
            PlayerSample.call("C-1"), PlayerSample.call("C-2", queue: "Deliveries"),
        ])
        player.press("/")
        player.type("deliv")
        player.press("Enter")
        #expect(player.model.call?.id == CallID("C-2"))
    }

    @Test("a sitting that goes on begins with the call that is open")
    func resuming() {
        var session = Session(
            id: SessionID("S1"), purpose: .listeningHour, listener: ListenerID("ana"),
            startedAt: PlayerSample.began)
        var open = Session.HeardCall(call: CallID("C-2"), selection: .handPicked)
        open.heard = [PlayerSample.range(0, 33)]
        session.calls = [open]
        var model = PlayerModel(
            setup: PlayerSample.setup(asks: true),
            calls: [PlayerSample.call("C-1"), PlayerSample.call("C-2")], session: session,
            size: ScreenSize(columns: 80, rows: 24), now: PlayerSample.began)
        let effects = model.begin()
        #expect(effects == [.keep(.open(CallID("C-2"))), .openSound(CallID("C-2"))])
        #expect(model.position == CallTime(seconds: 33))
    }

    private func stretch(_ start: Double, _ end: Double) -> HeardStretch {
        HeardStretch(range: PlayerSample.range(start, end), speed: 1)
    }
}
