import CallModel
import Testing

@testable import CallReports

@Suite("Tables and bars of the terminal")
struct TextTableTests {
    @Test("words lean left, numbers right, and a column without cells is left out")
    func alignment() {
        let table = TextTable(
            columns: [
                .init("Name"), .init("Nothing"), .init("Calls", alignment: .trailing),
                .init("Note"),
            ],
            rows: [["漢字", "", "7", "x"], ["é", "", "1,200"]])
        #expect(
            table.text() == """
                Name  Calls  Note
                漢字      7  x
                é     1,200

                """)
        #expect(TextTable(columns: [.init("a")], rows: []).text() == "")
    }

    @Test("spaces at the start of a cell stay, others are put in order")
    func indented() {
        let table = TextTable(columns: [.init("Reason")], rows: [["a  b"], ["  c\td "]])
        #expect(table.text() == "Reason\na b\n  c d\n")
    }

    @Test("the widest column gives way, down to its minimum")
    func shrinking() {
        let table = TextTable(
            columns: [.init("Id", minimumWidth: 6), .init("Note", minimumWidth: 4)],
            rows: [["C-1042", String(repeating: "word ", count: 20)]])
        #expect(table.text(form: TerminalForm(width: 20)) == "Id      Note\nC-1042  word word w…\n")
    }

    private func bar(_ low: Double, _ value: Double, _ high: Double, _ maximum: Double) -> String {
        RangeBar(maximum: maximum, width: 10, glyphs: .unicode)
            .spans(Estimate(value: value, low: low, high: high)).map(\.text).joined()
    }

    @Test("a bar is solid to the low end, marks the best value and reaches to the high end")
    func bars() {
        #expect(bar(40, 60, 90, 100) == "████──●─┤ ")
        #expect(bar(0, 25, 50, 100) == "──●─┤     ")
        #expect(bar(45, 60, 200, 100) == "████▌─●──→")
        #expect(bar(100, 100, 100, 100) == "██████████")
        #expect(bar(50, 50, 50, 100) == "█████     ")
        #expect(bar(0, 0, 0, 100) == "          ")
        let plain = RangeBar(maximum: 100, width: 10, glyphs: .ascii)
            .spans(Estimate(value: 60, low: 42, high: 90)).map(\.text).joined()
        #expect(plain == "####--o-| ")
        #expect(bar(.nan, .nan, .nan, 100).count == 10)
    }

    @Test("one long range does not flatten the others")
    func scale() {
        let estimates = [
            Estimate(value: 100, low: 80, high: 130), Estimate(value: 5, low: 0, high: 4000),
        ]
        #expect(RangeBar.maximum(for: estimates) == 200)
        #expect(RangeBar.maximum(for: []) == 0)
    }
}
