import CallModel
import Testing

@testable import CallReports

@Suite("The lanes of a call")
struct WaveLanesTests {
    private static func lanes(
        deadAir: [CallTimeRange] = [], holds: [CallTimeRange] = [], glyphs: Glyphs = .unicode
    ) -> WaveLanes {
        WaveLanes(
            waveform: SampleCall.waveform, layout: .customerFirst, holds: holds, deadAir: deadAir,
            form: TerminalForm(glyphs: glyphs))
    }

    @Test("the agent's lane comes first, whichever channel is the agent's")
    func sides() {
        #expect(Self.lanes().lanes.map(\.side) == [.agent, .customer])
        #expect(Self.lanes().lanes.map(\.channel) == [1, 0])
    }

    @Test("dead air and hold are shaded, and hold is named where there is room")
    func shading() throws {
        let wave = Self.lanes(
            deadAir: [SampleCall.range(40, 48)], holds: [SampleCall.range(120, 240)])
        let lane = try #require(wave.lanes.first)
        let cells = String(wave.cells(of: lane, width: 50))
        #expect(cells.count == 50)
        #expect(Array(cells)[5] == "·")
        #expect(Array(cells)[4] != "·" && Array(cells)[6] != "·")
        #expect(cells.contains("░░ hold ░░"))
        let plain = Self.lanes(deadAir: [SampleCall.range(40, 48)], glyphs: .ascii)
        #expect(plain.cells(of: lane, width: 50)[5] == ",")
    }

    @Test("a stretch covers at least one column, and none past the end")
    func columns() {
        let scale = TimeScale(milliseconds: 100_000)
        #expect(scale.columns(of: SampleCall.range(10, 11), width: 10) == 1..<2)
        #expect(scale.columns(of: SampleCall.range(10, 30), width: 10) == 1..<3)
        #expect(scale.columns(of: SampleCall.range(95, 200), width: 10) == 9..<10)
        #expect(scale.columns(of: SampleCall.range(150, 200), width: 10).isEmpty)
        #expect(TimeScale(milliseconds: 0).milliseconds == 1)
    }

    @Test("brackets never touch, and those without room are left out")
    func brackets() {
        let scale = TimeScale(milliseconds: 100_000)
        let brackets = MarkBrackets(scale: scale, width: 40, glyphs: .ascii)
        let marks = [(0, 30), (5, 20), (50, 60), (6, 8), (90, 100)].map {
            WaveLanes.Mark(range: SampleCall.range($0.0, $0.1), label: "hold too long")
        }
        let rows = brackets.rows(of: marks, limit: 2)
        #expect(rows.map { $0.map(\.mark) } == [[0, 2], [1, 4]])
        for row in rows {
            for (left, right) in zip(row, row.dropFirst()) {
                #expect(left.column + left.width < right.column)
            }
            #expect(row.allSatisfy { $0.column + $0.width <= 40 && $0.text.count == $0.width })
        }
    }
}
