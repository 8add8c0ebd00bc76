import CallWorkbench
import CallModel
import Testing

@testable import earful

@Suite("What the listener expects")
struct ExpectationTests {
    private static func asking() -> Rehearsal {
        Rehearsal(setup: PlayerSample.setup(asks: true))
    }

    @Test("it is asked before anything is opened, and Enter skips it")
    func skipping() {
        var player = Self.asking()
        #expect(player.effects.isEmpty)
        player.press("Enter")
        #expect(player.model.call?.id == CallID("C-1"))
        #expect(player.session?.predictions.isEmpty == true)
    }

    @Test("after ten seconds without a key it begins by itself")
    func patience() {
        var player = Self.asking()
        player.pass(seconds: 9.9)
        #expect(player.effects.isEmpty)
        player.pass(seconds: 0.1)
        #expect(player.model.call?.id == CallID("C-1"))
    }

    @Test("whoever types is waited for")
    func typing() {
        var player = Self.asking()
        player.type("b")
        player.pass(seconds: 60)
        #expect(player.effects.isEmpty)
    }

    @Test("reasons and shares are kept before the first call is opened")
    func predicting() {
        var player = Self.asking()
        player.type("refu")
        player.press("Enter")
        player.type("x40")
        player.press("Enter")
        player.type("deliv")
        player.press("Enter", "Enter", "Enter")
        #expect(
            player.session?.predictions == [
                Prediction(reason: "refund", share: 0.4),
                Prediction(reason: "delivery", share: 0.3),
            ])
        #expect(player.model.call?.id == CallID("C-1"))
    }

    @Test("three are enough")
    func three() {
        var player = Self.asking()
        for word in ["refund", "unexp", "deliv"] {
            player.type(word)
            player.press("Enter")
            player.type("20")
            player.press("Enter")
        }
        #expect(player.session?.predictions.count == 3)
        #expect(player.model.call != nil)
    }

    @Test("shares that cannot be are refused, and the last one can be given anew")
    func impossible() {
        var player = Self.asking()
        player.type("refund")
        player.press("Enter")
        player.type("101")
        player.press("Enter")
        #expect(player.model.notice?.text == "A share is 1 to 100 percent.")
        player.press("Backspace", "Enter")
        player.type("deliv")
        player.press("Enter")
        player.type("95")
        player.press("Enter", "Enter")
        #expect(player.model.notice?.text.contains("105 %") == true)
        #expect(player.model.call == nil)
        player.press("Enter")
        #expect(player.session?.predictions == [Prediction(reason: "refund", share: 0.1)])
    }

    @Test("Esc expects nothing")
    func escape() {
        var player = Self.asking()
        player.type("refund")
        player.press("Esc")
        #expect(player.model.call != nil)
        #expect(player.session?.predictions.isEmpty == true)
    }
}
