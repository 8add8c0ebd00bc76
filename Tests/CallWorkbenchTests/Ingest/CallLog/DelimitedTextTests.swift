import Testing

@testable import CallWorkbench

@Suite struct DelimitedTextTests {
    /// Rows as `line: fields`, unclosed quotes as `line!`; read in chunks of a size.
    private func read(_ text: String, chunk: Int = 1 << 16) -> [String] {
        var parser = DelimitedText(delimiter: UInt8(ascii: ","))
        var found: [String] = []
        let take: (DelimitedText.Finding) -> Void = { finding in
            switch finding {
            case .row(let row): found.append("\(row.line): " + row.fields.joined(separator: "|"))
            case .unclosedQuote(let line): found.append("\(line)!")
            }
        }
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            parser.read(Array(bytes[start..<min(start + chunk, bytes.count)]), found: take)
        }
        parser.finish(found: take)
        return found
    }

    @Test("quotes, doubled quotes, delimiters and line ends within quotes (RFC 4180, section 2)")
    func quotes() {
        let text = "a,\"b,\"\"c\"\"\",d\r\n\"x\r\ny\",,\"\"\n\nlast"
        let rows = ["1: a|b,\"c\"|d", "2: x\r\ny||", "5: last"]
        for chunk in 1...9 { #expect(read(text, chunk: chunk) == rows, "chunks of \(chunk)") }
    }

    @Test("all three line ends count lines, and spaces around a field go")
    func lineEnds() {
        #expect(read("a\rb\r\nc\n\n d ,e\t\n") == ["1: a", "2: b", "3: c", "5: d|e"])
    }

    @Test("a quote that is never closed costs its own record alone")
    func unclosed() {
        let text = "1,a\n2,\"b\n3,c\n4,d\n"
        for chunk in [1, 3, 100] {
            #expect(read(text, chunk: chunk) == ["1: 1|a", "2!", "3: 3|c", "4: 4|d"])
        }
        #expect(read("1,\"a") == ["1!"])
        #expect(
            read("1,\"a\n2,\"b\n3,c") == ["1!", "2: 2|b\n3,c"]
                || read("1,\"a\n2,\"b\n3,c").count == 2)
    }

    @Test("a quote left open before a megabyte of text gives the rest back")
    func longUnclosed() {
        let lines = (2...60_000).map { "\($0),this is a line of a call log" }
        let found = read("1,\"open\n" + lines.joined(separator: "\n"), chunk: 4096)
        #expect(found.first == "1!")
        #expect(found.count == lines.count + 1)
        #expect(found.last == "60000: 60000|this is a line of a call log")
    }
}
