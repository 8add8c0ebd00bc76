import CallWorkbench
import Testing

@testable import earful

@Suite("Keys from bytes")
struct KeyDecoderTests {
    private static func keys(_ text: String) -> [String] {
        var decoder = KeyDecoder()
        return names(decoder.feed(Array(text.utf8)) + decoder.flush())
    }

    private static func names(_ inputs: [TerminalInput]) -> [String] {
        inputs.map { input in
            switch input {
            case .key(let key): key.name
            case .paste(let text): "paste:\(text)"
            }
        }
    }

    @Test(
        "every key of the player is understood in the forms that terminals send",
        arguments: [
            (" ", "Space"), ("k", "K"), ("<", "<"), ("é", "É"), ("客", "客"), ("\r", "Enter"),
            ("\n", "Ctrl+Enter"), ("\t", "Tab"), ("\u{7F}", "Backspace"), ("\u{8}", "Backspace"),
            ("\u{1A}", "Ctrl+Z"), ("\u{19}", "Ctrl+Y"), ("\u{E}", "Ctrl+N"), ("\u{3}", "Ctrl+C"),
            ("\u{1C}", "Ctrl+\\"), ("\u{1B}", "Esc"),
            ("\u{1B}[A", "Up"), ("\u{1B}OA", "Up"), ("\u{1B}[D", "Left"), ("\u{1B}OC", "Right"),
            ("\u{1B}[1;2D", "Shift+Left"), ("\u{1B}[1;2C", "Shift+Right"),
            ("\u{1B}[d", "Shift+Left"), ("\u{1B}[c", "Shift+Right"),
            ("\u{1B}[1;5A", "Ctrl+Up"), ("\u{1B}[1;5B", "Ctrl+Down"), ("\u{1B}Oa", "Ctrl+Up"),
            ("\u{1B}[3~", "Del"), ("\u{1B}[5~", "PgUp"), ("\u{1B}[6~", "PgDn"),
            ("\u{1B}[H", "Home"), ("\u{1B}[4~", "End"), ("\u{1B}[Z", "Shift+Tab"),
            ("\u{1B}OP", "F1"), ("\u{1B}[15~", "F5"), ("\u{1B}[[B", "F2"),
            ("\u{1B}[13;5u", "Ctrl+Enter"), ("\u{1B}[27;5;13~", "Ctrl+Enter"),
            ("\u{1B}[122;6u", "Ctrl+Shift+Z"), ("\u{1B}[27;6;90~", "Ctrl+Shift+Z"),
            ("\u{1B}[122;5u", "Ctrl+Z"), ("\u{1B}[57414u", "Enter"), ("\u{1B}x", "Alt+X"),
            ("\u{1B}[33:63;2:1u", "Shift+!"),
        ])
    func known(bytes: String, name: String) {
        #expect(Self.keys(bytes) == [name])
    }

    @Test("bytes may come in any pieces")
    func pieces() {
        let text = "a\u{1B}[1;2Dé\u{1B}[200~x\u{1B}[201~\u{1B}[13;5u客"
        let expected = ["A", "Shift+Left", "É", "paste:x", "Ctrl+Enter", "客"]
        var decoder = KeyDecoder()
        let inputs = text.utf8.flatMap { decoder.feed([$0]) }
        #expect(Self.names(inputs) == expected)
        #expect(!decoder.isWaiting)
        #expect(Self.keys(text) == expected)
    }

    @Test("an Esc that nothing follows is the key Esc, and holds up no key after it")
    func loneEscape() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.isWaiting)
        #expect(Self.names(decoder.flush()) == ["Esc"])
        #expect(Self.names(decoder.feed([0x78])) == ["X"])
        #expect(Self.keys("\u{1B}\u{1B}[A") == ["Esc", "Up"])
    }

    @Test("pasted text is text, whatever stands in it")
    func paste() {
        #expect(
            Self.keys("\u{1B}[200~q1\u{1B}[A\r\nx\u{1B}[201~q")
                == ["paste:q1\u{1B}[A\r\nx", "Q"])
    }

    @Test("answers of the terminal and broken sequences are no keys")
    func noise() {
        #expect(Self.keys("\u{1B}[?1;2c\u{1B}[>41;330;0ck") == ["K"])
        #expect(Self.keys("\u{1B}[999;999;999Xk") == ["K"])
        #expect(Self.keys("\u{1B}[1;1\u{1}k") == ["K"])
        var decoder = KeyDecoder()
        #expect(Self.names(decoder.feed([0xFF, 0xC3, 0x28, 0x6B])) == ["(", "K"])
        let endless = [0x1B, 0x5B] + [UInt8](repeating: 0x31, count: 500)
        _ = decoder.feed(endless)
        #expect(Self.names(decoder.feed([0x6B])).last == "K")
    }
}
