import CallWorkbench
import Testing

@testable import earful

@Suite("A line of text")
struct TextFieldTests {
    private static func typed(_ names: String..., into text: String = "") -> TextField {
        var field = TextField(text)
        for name in names {
            if let key = Key(named: name) { _ = field.handle(key) }
        }
        return field
    }

    @Test("typing goes in at the cursor")
    func typing() {
        let field = Self.typed("Left", "Left", "x", "Home", "y", "End", "z", into: "abc")
        #expect(field.text == "yaxbcz")
        #expect(field.cursor == 6)
    }

    @Test("whole letters go, also those of several code points")
    func deleting() {
        #expect(Self.typed("Backspace", into: "ae\u{301}").text == "a")
        #expect(Self.typed("Home", "Del", into: "👩‍👧x").text == "x")
        #expect(Self.typed("Ctrl+W", into: "two words ").text == "two ")
        #expect(Self.typed("Ctrl+Left", "Ctrl+K", into: "two words").text == "two ")
        #expect(Self.typed("Ctrl+U", into: "all").text.isEmpty)
        #expect(Self.typed("Backspace", "Left", "Del").text.isEmpty)
    }

    @Test("a mark joins the letter before it")
    func marks() {
        var field = TextField("e")
        field.insert("\u{301}")
        #expect(field.cursor == 1)
        field.insert("x")
        #expect(field.text == "e\u{301}x")
    }

    @Test("pasted lines become one, without commands to the terminal")
    func pasting() {
        var field = TextField()
        field.insert("a\r\nb\tc\u{1B}[2J")
        #expect(field.text == "a b c[2J")
        #expect(field.trimmed == "a b c[2J")
    }

    @Test("no more goes in than the limit")
    func limit() {
        var field = TextField(limit: 3)
        field.insert("abcdef")
        #expect(field.text == "abc")
        #expect(field.cursor == 3)
    }

    @Test("commands are left to others")
    func others() {
        var field = TextField("a")
        for name in ["Ctrl+Z", "F1", "Up", "Alt+X"] {
            #expect(Key(named: name).map { field.handle($0) } == false)
        }
        #expect(field.text == "a")
    }
}
