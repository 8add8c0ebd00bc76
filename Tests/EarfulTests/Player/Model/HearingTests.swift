import CallWorkbench
import CallAudio
import CallModel
import Testing

@testable import earful

@Suite("Hearing at the player")
struct HearingTests {
    @Test("the first call plays by itself, as the sitting was set up")
    func begins() {
        let player = Rehearsal()
        #expect(
            player.told == [.speed(1), .skip(true), .side(nil), .level(true), .play])
        #expect(player.session?.calls.map(\.call) == [CallID("C-1")])
    }

    @Test("keys move the cursor within the call")
    func seeking() {
        var player = Rehearsal()
        player.pass(seconds: 1, to: 100)
        player.forgetEffects()
        player.press("j", "l", "Left", "Right", "Shift+Left", "Shift+Right", "Shift+Right")
        #expect(
            player.told.map(\.seekSeconds) == [90, 100, 95, 100, 99, 100, 101])
        player.pass(seconds: 1, to: 396)
        player.press("l")
        #expect(player.model.position == CallTime(seconds: 400))
        player.pass(seconds: 1, to: 3)
        player.press("j")
        #expect(player.model.position == .zero)
    }

    @Test("speed goes by quarters from half to three times")
    func speed() {
        var player = Rehearsal()
        player.forgetEffects()
        player.press(">", ">", "=", "<", "<", "<")
        #expect(
            player.told == [
                .speed(1.25), .speed(1.5), .speed(1), .speed(0.75), .speed(0.5), .speed(0.5),
            ])
        for _ in 0..<20 { player.press(">") }
        #expect(player.model.speed == 3)
    }

    @Test("sides, skipping and levels are told to the sound")
    func switches() {
        var player = Rehearsal()
        player.forgetEffects()
        player.press("a", "c", "v", "x", "x", "g")
        #expect(
            player.told == [
                .side(.agent), .side(.customer), .side(nil), .skip(false), .skip(true),
                .level(false),
            ])
    }

    @Test("one channel holds both sides, and the player says so")
    func mono() {
        var player = Rehearsal([PlayerSample.call("M-1", layout: .mono)])
        player.forgetEffects()
        player.press("a")
        #expect(player.told.isEmpty)
        #expect(player.model.notice?.text == "Both sides are on one channel of this call.")
    }

    @Test("a region loops and plays once; a region needs a start and a length")
    func regions() {
        var player = Rehearsal()
        player.press("o")
        #expect(player.model.notice?.kind == .refusal)
        player.press("]")
        #expect(player.model.notice?.text.contains("[") == true)
        player.pass(seconds: 1, to: 10)
        player.press("[", "]")
        #expect(player.model.notice?.text.contains("0:10") == true)
        player.pass(seconds: 1, to: 12.5)
        player.press("]")
        player.forgetEffects()
        player.press("o", "p", "o")
        let region = PlayerSample.range(10, 12.5)
        #expect(player.told == [.loop(region), .playRegion(region), .loop(nil)])
    }

    @Test("unique seconds count, and those not on the disk yet too")
    func clock() {
        var player = Rehearsal()
        player.send(.heard(CallID("C-1"), [stretch(0, 10), stretch(5, 12)]))
        #expect(player.model.heardSeconds == 12)
        #expect(player.session?.heardSeconds == 0)
        player.pass(seconds: 6, to: 12)
        #expect(player.session?.heardSeconds == 12)
        #expect(player.model.heardSeconds == 12)
        player.send(.heard(CallID("C-1"), [stretch(3, 13)]))
        #expect(player.model.heardSeconds == 13)
    }

    @Test("what was heard is kept at once when the listener pauses")
    func pausing() {
        var player = Rehearsal()
        player.pass(seconds: 1, to: 4)
        player.played = [stretch(0, 4)]
        player.press("Space")
        player.pass(seconds: 0.1, to: 4, isPlaying: false)
        #expect(player.session?.heardSeconds == 4)
    }

    @Test("seconds that skipping left out are counted as the cursor passes them")
    func saved() {
        var player = Rehearsal()
        player.pass(seconds: 1, to: 119)
        #expect(player.model.savedSeconds == 0)
        player.pass(seconds: 1, to: 250)
        #expect(player.model.savedSeconds == 124.4)
        player.send(.heard(CallID("C-1"), [stretch(120, 140)]))
        #expect(player.model.savedSeconds == 104.7)
    }

    @Test("without a device everything but playing works")
    func noDevice() {
        var player = Rehearsal(hasSound: false)
        #expect(player.model.sound == .unavailable("No device plays. Set --device."))
        player.press("Space")
        #expect(player.model.notice?.text == "No device plays. Set --device.")
        player.press("l", "l", "1", "4")
        #expect(player.model.position == CallTime(seconds: 20))
        #expect(player.kept.first?.range == PlayerSample.range(10, 20))
        #expect(player.told.isEmpty)
    }

    @Test("a seek that waits for its sound can be given up")
    func waiting() {
        var player = Rehearsal()
        player.send(.heard(CallID("C-1"), [stretch(0, 7)]))
        player.press("l")
        let waiting = PlayerSample.status(at: 300, isPlaying: true, preparing: 0.34)
        player.send(.clock(player.model.now, waiting))
        player.forgetEffects()
        player.press("Esc")
        #expect(player.told.first == .pause)
        #expect(player.model.position == CallTime(seconds: 7))
    }

    @Test("sound that breaks is said, tagging goes on, and playing tries again")
    func broken() {
        var player = Rehearsal()
        player.send(
            .clock(
                player.model.now, PlayerSample.status(failure: "The device went away. Plug it in."))
        )
        #expect(PlayerView.picture(of: player.model).text.contains("The device went away."))
        player.press("1", "1")
        #expect(player.kept.count == 1)
        player.press("Space")
        #expect(player.told.last == .play)
        #expect(!PlayerView.picture(of: player.model).text.contains("The device went away."))
    }

    private func stretch(_ start: Double, _ end: Double) -> HeardStretch {
        HeardStretch(range: PlayerSample.range(start, end), speed: 1)
    }
}

extension SoundCommand {
    fileprivate var seekSeconds: Double? {
        if case .seek(let time) = self { time.seconds } else { nil }
    }
}
