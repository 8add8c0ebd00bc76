import CallReports
import Testing

@Suite("Nothing breaks out of a terminal")
struct DigestTerminalTests {
    private static let widths = [1, 9, 24, 48, 60, 80, 100, 132]

    /// Every text that goes to a terminal.
    private func texts(_ form: TerminalForm) -> [String] {
        let zone = SampleCall.zone
        return SampleDigest.allCases.map { DigestText.terminal($0.digest, form: form) } + [
            CallText.page(SampleCall.page, timeZone: zone, form: form),
            CallText.page(SampleCall.brokenPage, timeZone: zone, form: form),
            CallText.page(SampleCall.hostilePage, timeZone: zone, form: form),
            CallText.list(
                SampleCall.rows + [SampleCall.row(SampleCall.hostilePage.call)], timeZone: zone,
                form: form),
            SessionText.summary(SampleSession.session, timeZone: zone, form: form),
            SessionText.summary(SampleSession.hostile, timeZone: zone, form: form),
            SessionText.list(
                [SampleSession.session, SampleSession.hostile].map(SampleSession.row),
                timeZone: zone, form: form),
            DrawText.summary(SampleSession.draw, timeZone: zone, form: form),
        ]
    }

    @Test("no line is wider than the terminal", arguments: widths, Glyphs.allCases)
    func width(width: Int, glyphs: Glyphs) {
        for text in texts(TerminalForm(width: width, glyphs: glyphs)) {
            for line in text.split(separator: "\n") where DisplayWidth.of(String(line)) > width {
                Issue.record("\(DisplayWidth.of(String(line))) columns in \(width): \(line)")
            }
        }
    }

    @Test("no control character but the line end comes through, and no bidirectional control")
    func controls() {
        for text in texts(TerminalForm()) {
            for scalar in text.unicodeScalars where scalar != "\n" {
                let category = scalar.properties.generalCategory
                #expect(category != .control)
                #expect(!(0x202A...0x202E).contains(scalar.value))
                #expect(!(0x2066...0x2069).contains(scalar.value))
            }
        }
    }

    @Test("colour is asked for or absent, and leaves the words as they are")
    func color() {
        let plain = DigestText.terminal(SampleDigest.hostile.digest)
        let colored = DigestText.terminal(SampleDigest.hostile.digest, color: true)
        #expect(!plain.contains("\u{1B}"))
        #expect(colored.contains("\u{1B}[1m"))
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test("the ASCII form is ASCII, and no line has white space at its end")
    func ascii() {
        for text in texts(TerminalForm(glyphs: .ascii)) {
            #expect(text.utf8.allSatisfy { $0 < 0x80 })
            #expect(!text.contains(" \n"))
        }
    }

    @Test("a locale without UTF-8 gets ASCII, by the precedence of POSIX")
    func locale() {
        #expect(Glyphs.suiting(environment: ["LANG": "es_MX.UTF-8"]) == .unicode)
        #expect(Glyphs.suiting(environment: ["LANG": "C.utf8"]) == .unicode)
        #expect(Glyphs.suiting(environment: ["LANG": "es_MX.UTF-8", "LC_ALL": "C"]) == .ascii)
        #expect(Glyphs.suiting(environment: ["LC_ALL": "", "LC_CTYPE": "C.UTF-8"]) == .unicode)
        #expect(Glyphs.suiting(environment: [:]) == .ascii)
    }
}
