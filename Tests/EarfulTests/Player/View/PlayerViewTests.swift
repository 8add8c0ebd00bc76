import CallWorkbench
import CallAudio
import CallModel
import CallReports
import Foundation
import Testing

@testable import earful

@Suite("The picture of the player")
struct PlayerViewTests {
    static let sizes = [(100, 30), (80, 24), (132, 40)].map { ScreenSize(columns: $0, rows: $1) }

    /// In the middle of a call: tags, a region, something selected, something saved.
    static func midway(
        size: ScreenSize, form: TerminalForm = TerminalForm()
    ) -> Rehearsal {
        var player = Rehearsal(setup: PlayerSample.setup(form: form), size: size)
        player.send(
            .heard(
                CallID("C-1"),
                [HeardStretch(range: PlayerSample.range(0, 120.3), speed: 1.5)]))
        player.pass(seconds: 8, to: 62)
        player.press("m")
        player.type("says she called twice last week")
        player.press("Enter", "i")
        player.type("show the agent the open tickets")
        player.press("Enter")
        player.pass(seconds: 1, to: 255)
        player.press("1", "c", "4")
        player.pass(seconds: 1, to: 300)
        player.press("[")
        player.pass(seconds: 1, to: 312)
        player.press("]", "4", "3", "r")
        player.type("unexp")
        player.press("Enter", "Tab", "Tab", "Tab", ">", ">")
        return player
    }

    @Test("it reads as it was approved at every size", arguments: sizes)
    func everySize(size: ScreenSize) throws {
        let player = Self.midway(size: size)
        try ScreenSnapshot.check(player, "player-\(size.columns)x\(size.rows).txt")
    }

    @Test("it reads as it was approved with plain characters")
    func ascii() throws {
        var player = Self.midway(size: Self.sizes[1], form: TerminalForm(glyphs: .ascii))
        try ScreenSnapshot.check(player, "player-ascii.txt")
        player.press("r")
        player.type("é→")
        let text = PlayerView.picture(of: player.model).text
        #expect(text.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("every list and question reads as it was approved")
    func questions() throws {
        let size = Self.sizes[1]
        var player = Self.midway(size: size)
        player.press("1")
        try ScreenSnapshot.check(player, "player-severity.txt")
        player.press("Esc", "r")
        try ScreenSnapshot.check(player, "player-reasons.txt")
        player.press("Esc", "m")
        player.type("a remark that is longer than the screen is wide, so that it has to be moved")
        try ScreenSnapshot.check(player, "player-writing.txt")
        player.press("Esc", "s")
        try ScreenSnapshot.check(player, "player-skipping.txt")
        player.press("Esc", "?")
        try ScreenSnapshot.check(player, "player-help.txt")
        player.press("x", "q")
        try ScreenSnapshot.check(player, "player-leaving.txt")
        player.press("e")
        try ScreenSnapshot.check(player, "player-summary.txt")
    }

    @Test("the first question reads as it was approved")
    func expectation() throws {
        var player = Rehearsal(
            setup: PlayerSample.setup(asks: true), size: Self.sizes[1])
        player.pass(seconds: 2.5)
        try ScreenSnapshot.check(player, "player-expecting.txt")
        player.type("refund")
        player.press("Enter")
        try ScreenSnapshot.check(player, "player-expecting-share.txt")
    }

    @Test("a call that cannot be heard, or not wholly, says so")
    func obstacles() throws {
        let silent = Rehearsal(
            [PlayerSample.call("C-1", state: .undecodable)], size: Self.sizes[1])
        try ScreenSnapshot.check(silent, "player-silent.txt")
        let cut = Rehearsal([PlayerSample.call("C-1", seconds: 100)], size: Self.sizes[1])
        try ScreenSnapshot.check(cut, "player-incomplete.txt")
        let mono = Rehearsal(
            [PlayerSample.call("M-1", layout: .mono)], size: Self.sizes[1], hasSound: false)
        try ScreenSnapshot.check(mono, "player-mono-no-device.txt")
    }

    @Test("nothing that people or files wrote can break the picture")
    func hostile() throws {
        let evil = "a\u{1B}[2J\u{202E}b\r\n客客👩‍👧🇲🇽\u{301}\u{301}\u{7}\u{0}\u{FE0F}שלום"
        let call = PlayerSample.call("C-1\u{1B}]0;x\u{7}", queue: evil, site: evil + evil)
        var player = Rehearsal([call], size: Self.sizes[1])
        player.pass(seconds: 1, to: 62)
        player.press("f")
        for key in ["m", "i"] {
            player.press(key)
            player.send(.input(.paste(evil + String(repeating: "客", count: 200))))
            player.press("Enter")
        }
        try ScreenSnapshot.check(player, "player-hostile.txt")
        player.press("m")
        player.send(.input(.paste(evil + String(repeating: "客🇲🇽", count: 200))))
        let grid = PlayerView.picture(of: player.model)
        #expect(grid.cursor.map { $0.column < 80 } == true)
        for row in 0..<24 {
            let cells = grid[row: row]
            // Every wide character has its right half, and nothing else is without a character.
            for (left, right) in zip(cells, cells.dropFirst()) {
                let width = left.character.map { DisplayWidth.of($0) }
                #expect((width == 2) == (right.character == nil))
            }
            #expect(cells.last.flatMap(\.character).map { DisplayWidth.of($0) } != 2)
            for case let character? in cells.map(\.character) {
                #expect(!character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
            }
        }
    }

    @Test("a window that is too small is asked to grow, and comes back")
    func small() {
        var player = Self.midway(size: Self.sizes[0])
        let before = PlayerView.picture(of: player.model)
        for size in [(79, 24), (80, 23), (20, 5), (3, 1), (1, 1)] {
            player.send(.resized(ScreenSize(columns: size.0, rows: size.1)))
            let grid = PlayerView.picture(of: player.model)
            #expect(grid.cells.count == size.0 * size.1)
            if size.0 > 60 { #expect(grid.text.hasPrefix("Make the window 80 x 24 or larger")) }
        }
        player.send(.resized(Self.sizes[0]))
        #expect(PlayerView.picture(of: player.model) == before)
    }

    @Test("what colours say is said in words too")
    func withoutColors() {
        let grid = PlayerView.picture(of: Self.midway(size: Self.sizes[0]).model)
        #expect(grid.text.contains("severity 4"))
        #expect(grid.text.contains("› "))
        #expect(grid.text.contains("agent  "))
        // The selected tag is turned around, the muted lane dim: both survive without colours.
        #expect(grid.cells.contains { $0.look.isReversed })
    }

    @Test("a moving cursor changes little of the picture")
    func fewChanges() {
        var player = Self.midway(size: Self.sizes[0])
        player.pass(seconds: 0, to: 313)
        let before = PlayerView.picture(of: player.model)
        player.pass(seconds: 0.1, to: 313.15)
        let after = PlayerView.picture(of: player.model)
        let changed = zip(before.cells, after.cells).count { $0 != $1 }
        #expect((1...12).contains(changed))
    }
}
