import Testing

@testable import WebWorkbench

@Suite("What a Range field asks for")
struct ByteRangesTests {
    @Test(
        "each form is read as the standard has it",
        arguments: [
            ("bytes=0-99", .parts([0..<100])),
            ("bytes=100-", .parts([100..<1000])),
            ("bytes=-100", .parts([900..<1000])),
            ("bytes=-5000", .parts([0..<1000])),
            ("bytes=999-999", .parts([999..<1000])),
            ("bytes=0-5000", .parts([0..<1000])),
            ("bytes=0-99999999999999999999999999", .parts([0..<1000])),
            ("bytes=-99999999999999999999999999", .parts([0..<1000])),
            ("BYTES=0-9", .parts([0..<10])),
            ("bytes = 0-9", .parts([0..<10])),
            ("bytes=\t0-9 , 20-29\t", .parts([0..<10, 20..<30])),
            ("bytes=,,0-9,,20-29,", .parts([0..<10, 20..<30])),
            ("bytes=20-29,0-9", .parts([20..<30, 0..<10])),
            ("bytes=0-9,5-14", .parts([0..<10, 5..<15])),
            ("bytes=0-9,5000-", .parts([0..<10])),
            ("bytes=1000-", .unsatisfiable),
            ("bytes=99999999999999999999999999-", .unsatisfiable),
            ("bytes=-0", .unsatisfiable),
            ("bytes=2000-3000,-0", .unsatisfiable),
        ] as [(String, ByteRanges)])
    func forms(field: String, expected: ByteRanges) {
        #expect(ByteRanges(field, length: 1000) == expected)
    }

    @Test(
        "what is malformed or of another unit is ignored",
        arguments: [
            "", "bytes", "bytes=", "bytes=,", "bytes=-", "bytes=a-b", "bytes=1-2-3", "bytes=9-0",
            "bytes=+1-2", "bytes=1.0-2", "bytes=0x0-9", "bytes=0 - 9", "bytes=0-9;20-29",
            "items=0-9", "bytes:0-9", "bytes=0-9,nonsense", "bytes=٣-٤", "=0-9", "bytes=--5",
        ])
    func ignored(field: String) {
        #expect(ByteRanges(field, length: 1000) == .whole)
    }

    @Test("no field is the whole, and an empty representation has no ranges")
    func edges() {
        #expect(ByteRanges(nil, length: 1000) == .whole)
        #expect(ByteRanges("bytes=0-", length: 0) == .unsatisfiable)
        #expect(ByteRanges("bytes=-5", length: 0) == .unsatisfiable)
    }

    @Test("many ranges, or ranges that ask for more than there is, are not worth an answer each")
    func greedy() {
        let many = (0..<33).map { "\($0 * 10)-\($0 * 10)" }.joined(separator: ",")
        #expect(ByteRanges("bytes=" + many, length: 1000) == .whole)
        #expect(ByteRanges("bytes=0-,0-", length: 1000) == .whole)
        #expect(ByteRanges("bytes=0-499,0-499", length: 1000) == .parts([0..<500, 0..<500]))
    }
}
