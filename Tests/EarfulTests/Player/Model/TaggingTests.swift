import CallWorkbench
import CallModel
import Testing

@testable import earful

@Suite("Tagging at the player")
struct TaggingTests {
    @Test("a digit, then a severity, and it is kept with the seconds before the cursor")
    func painPoint() {
        var player = Rehearsal()
        player.pass(seconds: 1, to: 41)
        player.press("1")
        #expect(player.kept.isEmpty)
        player.press("4")
        #expect(
            player.kept.map(\.content) == [.painPoint(key: "hold-too-long", severity: 4)])
        #expect(player.kept.first?.range == PlayerSample.range(31, 41))
        #expect(player.kept.first?.side == nil)
        #expect(player.model.savedAt == player.model.now)
        #expect(player.model.selectedTag == player.kept.first?.id)
    }

    @Test("Enter takes the usual severity, Esc drops the pain point")
    func usual() {
        var player = Rehearsal()
        player.press("2", "Esc")
        #expect(player.kept.isEmpty)
        player.press("2", "Enter")
        #expect(
            player.kept.map(\.content) == [.painPoint(key: "repeat-explanation", severity: 3)])
    }

    @Test("where nothing was heard yet it is of the whole call")
    func wholeCall() {
        var player = Rehearsal()
        player.press("1", "1")
        #expect(player.kept.first?.range == nil)
        player.pass(seconds: 1, to: 100)
        player.press("1", "w", "2")
        #expect(player.kept.last?.range == nil)
    }

    @Test("a region and a side go with it; playing goes on meanwhile")
    func regionAndSide() {
        var player = Rehearsal()
        player.pass(seconds: 1, to: 10)
        player.press("[")
        player.pass(seconds: 20, to: 30)
        player.press("]", "3", "c")
        player.forgetEffects()
        player.press("Space", "5")
        #expect(player.told == [.pause])
        #expect(player.kept.first?.range == PlayerSample.range(10, 30))
        #expect(player.kept.first?.side == .customer)
        #expect(player.model.region == PlayerSample.range(10, 30))
        player.press("Esc")
        #expect(player.model.region == nil)
    }

    @Test("the side that is heard alone is the side that is spoken of")
    func heardSide() {
        var player = Rehearsal()
        player.press("a", "1", "1")
        #expect(player.kept.first?.side == .agent)
    }

    @Test("a digit without a pain point says so, a list holds all")
    func allPainPoints() {
        var player = Rehearsal()
        player.press("9")
        #expect(player.model.notice?.text == "No pain point has the digit 9. T shows all.")
        player.press("t")
        player.type("stranger")
        player.press("Enter", "5")
        #expect(player.kept.map(\.content) == [.painPoint(key: "data-leak", severity: 5)])
    }

    @Test("a reason is found by typing, and a second one takes its place")
    func reasons() {
        var player = Rehearsal()
        player.press("r")
        player.type("refu")
        player.press("Enter")
        #expect(player.model.reason == "refund")
        player.press("r", "Down", "Enter")
        #expect(player.model.reason == "unexpected-charge")
        #expect(player.kept.count == 1)
        player.press("r", "1")
        #expect(player.model.reason == "billing")
        player.press("r", "1")
        #expect(player.model.notice == nil)
    }

    @Test("letters in a text are letters")
    func texts() {
        var player = Rehearsal()
        player.pass(seconds: 1, to: 62)
        player.press("m")
        player.type("Quick fix? 1x [note] q/k")
        player.press("Enter")
        player.press("i")
        player.type("one screen")
        player.press("Enter", "+")
        player.type("kind")
        player.press("Enter", "m", "Enter", "i", "x", "Esc")
        #expect(
            player.kept.map(\.content) == [
                .note(text: "Quick fix? 1x [note] q/k"), .idea(text: "one screen"),
                .kudos(text: "kind"),
            ])
        #expect(
            player.kept.map(\.range) == [
                PlayerSample.range(52, 62), nil, PlayerSample.range(52, 62),
            ])
        #expect(!player.effects.contains(.leave))
    }

    @Test("a paste goes into the open text, and nowhere else")
    func paste() {
        var player = Rehearsal()
        player.send(.input(.paste("q1")))
        #expect(player.kept.isEmpty)
        #expect(player.model.notice?.kind == .refusal)
        player.press("m")
        player.send(.input(.paste("two\nlines")))
        player.press("Enter")
        #expect(player.kept.map(\.content) == [.note(text: "two lines")])
    }

    @Test("a flag is one key, its words can come later")
    func flags() {
        var player = Rehearsal()
        player.press("f")
        #expect(player.kept.map(\.content) == [.flag(text: "")])
        player.press("Enter", "Enter")
        player.type("odd noise")
        player.press("Enter")
        #expect(player.kept.map(\.content) == [.flag(text: "odd noise")])
    }

    @Test("a selected tag takes another severity, side and range, each kept at once")
    func changing() {
        var player = Rehearsal()
        player.pass(seconds: 1, to: 50)
        player.press("1", "2", "Tab", "Enter", "5", "c")
        player.pass(seconds: 1, to: 60)
        player.press("]")
        player.pass(seconds: 1, to: 45)
        player.press("[")
        let tag = player.kept.first
        #expect(tag?.content == .painPoint(key: "hold-too-long", severity: 5))
        #expect(tag?.side == .customer)
        #expect(tag?.range == PlayerSample.range(45, 60))
        player.press("Del")
        #expect(player.kept.isEmpty)
        #expect(player.model.focus == .commands)
    }

    @Test("what is removed, undone and done again is what is kept, and it is said")
    func undo() {
        var player = Rehearsal()
        player.press("1", "4", "Ctrl+Z")
        #expect(player.kept.isEmpty)
        #expect(player.model.notice?.text == "Undone: Hold too long · severity 4")
        player.press("Ctrl+Y")
        #expect(player.kept.count == 1)
        #expect(player.model.notice?.text == "Done again: Hold too long · severity 4")
        player.press("Tab", "Del")
        #expect(player.kept.isEmpty)
        player.press("Ctrl+Z")
        #expect(player.kept.count == 1)
        player.press("Ctrl+Shift+Z")
        #expect(player.kept.isEmpty)
    }

    @Test("a refusal is shown as the rules word it, and nothing is shown as kept")
    func refusal() {
        var player = Rehearsal()
        player.press("Ctrl+Z")
        #expect(player.model.notice?.kind == .refusal)
        #expect(player.model.notice?.text.contains("nothing left to undo") == true)
        #expect(player.model.savedAt == nil)
        #expect(player.model.editsUnderway == 0)
    }

    @Test("a tag shows only when it is on the disk")
    func slowDisk() {
        var player = Rehearsal()
        player.isSlow = true
        player.press("1", "4")
        #expect(player.model.tags.isEmpty)
        #expect(player.model.editsUnderway == 1)
        #expect(player.model.savedAt == nil)
        player.answer()
        #expect(player.model.tags.count == 1)
        #expect(player.model.editsUnderway == 0)
    }
}
