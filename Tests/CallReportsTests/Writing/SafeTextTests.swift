import CallReports
import Testing

@Suite("Text of users is harmless on one line")
struct SafeTextTests {
    @Test(
        "escape sequences and control characters go, words stay",
        arguments: [
            ("\u{1B}[31mred\u{1B}[0m", "red"), ("a\u{9B}2Jb", "ab"),
            ("\u{1B}]0;title\u{07}after", "after"), ("\u{1B}]0;title\u{1B}\\after", "after"),
            ("\u{1B}Pq#0\u{1B}\\x", "x"), ("\u{9D}8;;http://x\u{9C}y", "y"),
            ("\u{1B}]no end, so the words stay", "no end, so the words stay"), ("\u{1B}", ""),
            ("\u{1B}Mup", "up"), ("bell\u{07}back\u{08}", "bellback"), ("a\u{0}b\u{7F}c", "abc"),
            ("a\r\nb\tc\u{2028}d\u{85}e", "a b c d e"), ("  spaced   out  ", "spaced out"),
            ("\u{202E}evil\u{202C}\u{2066}x\u{2069}", "evilx"), ("a\u{200B}b\u{FEFF}c", "abc"),
            ("\u{E0041}tag\u{FFFE}", "tag"),
        ])
    func oneLine(given: String, expected: String) {
        #expect(SafeText.oneLine(given) == expected)
    }

    @Test("joiners of scripts and of emoji stay")
    func joiners() {
        #expect(SafeText.oneLine("می\u{200C}خواهم") == "می\u{200C}خواهم")
        #expect(SafeText.oneLine("👩‍👧") == "👩‍👧")
    }

    @Test("marks on one letter are limited to eight")
    func marks() {
        let tower = "e" + String(repeating: "\u{301}", count: 10_000) + "f"
        #expect(SafeText.oneLine(tower).unicodeScalars.count == 10)
    }

    @Test(
        "width counts columns",
        arguments: [
            ("abc", 3), ("", 0), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｗｉｄｅ", 8), ("한국", 4),
            ("👍", 2), ("👍🏽", 4), ("❤️", 2), ("❤", 1), ("🇲🇽", 2), ("👩‍👧", 4), ("שלום", 4), ("█●┤", 3),
            ("\u{200B}", 0),
        ])
    func width(text: String, columns: Int) {
        #expect(DisplayWidth.of(text) == columns)
    }

    @Test(
        "a cut fits, and never splits a character",
        arguments: [
            ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("漢字漢字", 5, "漢字…"),
            ("漢字漢字", 4, "漢…"), ("ab cdef", 4, "ab…"), ("abc", 1, "…"), ("abc", 0, ""),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"),
        ])
    func cut(text: String, width: Int, expected: String) {
        #expect(SafeText.cut(text, width: width) == expected)
    }
}
