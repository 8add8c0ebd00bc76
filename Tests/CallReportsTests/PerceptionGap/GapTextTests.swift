import CallModel
import Foundation
import Testing

@testable import CallReports

@Suite("The perception gap in words")
struct GapTextTests {
    private static func sitting(
        _ id: String, by listener: String, day: Int, _ guesses: [(String, Double)]
    ) -> PerceptionGap.Sitting {
        let measured = [
            "refund": Estimate(value: 0.22, low: 0.18, high: 0.27),
            "bill": Estimate(value: 0.3, low: 0.24, high: 0.37),
        ]
        let start = Date(timeIntervalSince1970: 1_795_424_400 + Double(day) * 86_400)
        return PerceptionGap.Sitting(
            session: SessionID(id), listener: ListenerID(listener), startedAt: start,
            period: Period(
                kind: .week, label: "2026-W47", start: start, end: start + 604_800, timeZone: "UTC"),
            scope: Scope(), counted: 120,
            questions: guesses.map { key, guess in
                let range = measured[key] ?? Estimate(value: 0, low: 0, high: 0)
                let verdict: PerceptionGap.Verdict =
                    guess > range.high ? .tooHigh : guess < range.low ? .tooLow : .within
                return PerceptionGap.Question(
                    reason: key, label: "Money › \(key)", guess: guess, measured: range,
                    verdict: verdict)
            },
            score: PerceptionGap.Score(misplaced: 20, noiseFloor: 5.78))
    }

    private static var full: PerceptionGap {
        var sittings = (0..<5).map {
            sitting("s\($0)", by: "ana", day: $0, [("refund", 0.35), ("bill", 0.25)])
        }
        sittings.append(sitting("t", by: "Bo's", day: 9, [("refund", 0.1)]))
        return PerceptionGap(level: 0.9, sittings: sittings, unmeasured: 2)
    }

    @Test("it stays as it was approved")
    func snapshots() throws {
        try Snapshot.check(GapText.terminal(Self.full), "gap.txt")
        try Snapshot.check(GapText.json(Self.full), "gap.json")
        let bo = ListenerID("Bo's")
        try Snapshot.check(
            GapText.history(of: bo, in: Self.full, timeZone: .gmt), "gap-history.txt")
        try Snapshot.check(GapText.json(Self.full, of: bo), "gap-history.json")
    }

    @Test("who answered under ten questions is named without a number, but to themselves")
    func noRanking() {
        let text = GapText.terminal(Self.full)
        #expect(text.contains("1 of 10 guesses"))
        #expect(text.contains(#"earful gap --listener 'Bo'\''s'"#))
        #expect(!GapText.json(Self.full).contains("\"session\""))
        let own = GapText.history(of: ListenerID("Bo's"), in: Self.full, timeZone: .gmt)
        #expect(own.contains("20 of 100 calls") && own.contains("too low"))
    }

    @Test("where nobody guessed it says how to")
    func nobody() {
        let none = PerceptionGap(level: 0.9, sittings: [], unmeasured: 0)
        #expect(GapText.terminal(none).contains("earful listen --hour"))
        let zoe = GapText.history(of: ListenerID("zoe"), in: none, timeZone: .gmt)
        #expect(zoe.contains("zoe"))
    }
}
