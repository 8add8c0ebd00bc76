import CallModel
import Testing

@testable import CallReports

@Suite("The arithmetic of one line, written out")
struct ExplanationTextTests {
    private var explanation: Explanation {
        let digest = SampleDigest.full.digest
        return Explanation(
            digest: digest, finding: digest.ranked[0],
            groups: [
                .init(
                    name: "Hermosillo", population: 2600, counted: 56, inScope: 56, affected: 6),
                .init(name: "León", population: 1210, counted: 40, inScope: 40, affected: 7.5),
            ],
            affected: [
                .init(
                    call: CallID("C-1042"), weight: 46.428571, share: 1, minutes: 0.65,
                    severity: 5, ranges: [CallTimeRange(milliseconds: 161_000, 200_000)!]),
                .init(
                    call: CallID("C-2003"), weight: 30.25, share: 0.5, minutes: 1, severity: 4,
                    ranges: []),
            ],
            weightSum: 4110, share: .init(value: 0.12, variance: 0.00126537),
            designEffective: 97.31, minutes: .init(value: 0.1497, variance: 0.000412),
            covered: 4110, months: 0.985626, increment: 33.1)
    }

    @Test("it stays as it was approved")
    func snapshot() throws {
        try Snapshot.check(ExplanationText.terminal(explanation), "explanation.txt")
        try Snapshot.check(
            ExplanationText.terminal(explanation, form: TerminalForm(width: 60, glyphs: .ascii)),
            "explanation-ascii.txt")
    }

    @Test("an alarm and the weeks stand with what they were reckoned from")
    func weeks() throws {
        var explanation = explanation
        explanation.finding.history = [
            .init(week: "2026-W46", counted: 0, calls: 0, share: nil),
            .init(
                week: "2026-W47", counted: 96, calls: 13,
                share: Estimate(value: 0.12, low: 0.08, high: 0.17)),
        ]
        explanation.finding.trend = .init(
            weeks: 6, rise: 0.0625, p: 0.01, q: 0.02, isClear: true)
        explanation.digest.alarms = .init(
            week: "2026-W47", since: "2026-W38", until: "2026-W45",
            painPoints: [
                .init(
                    key: explanation.finding.key, label: "", calls: 13, counted: 96,
                    callsBefore: 20, countedBefore: 400.5, p: 0.004)
            ])
        try Snapshot.check(ExplanationText.terminal(explanation), "explanation-weeks.txt")
        let page = ExplanationPage(explanation, words: Language.english.words)
        let periods = page.parts.flatMap(\.rows).compactMap { row -> String? in
            guard case .period(let period) = row.subject else { return nil }
            return period.label
        }
        #expect(
            periods.suffix(4) == ["2026-W47", "2026-09-14..2026-11-08", "2026-W46", "2026-W47"])
    }

    @Test("numbers to reckon with have their digits, and no more")
    func digits() {
        let figures = Figures(group: ",", decimal: ".")
        #expect(figures.significant(0.324175824, 6) == "0.324176")
        #expect(figures.significant(4110, 6) == "4110")
        #expect(figures.significant(1234567.8, 6) == "1234568")
        #expect(figures.significant(46.428571, 6) == "46.4286")
        #expect(figures.significant(0.000412, 6) == "0.000412")
        #expect(figures.significant(6.451931656015575e-17, 6) == "6.45193e-17")
        #expect(figures.significant(-0.5, 6) == "-0.5" && figures.significant(0, 6) == "0")
    }
}
