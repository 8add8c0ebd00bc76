import CallModel
import Foundation
import Testing

@testable import CallReports

@Suite("Agreement in words")
struct AgreementTextTests {
    private static let period = Period(
        kind: .custom, label: "2026-08-10..2026-11-29",
        start: Date(timeIntervalSince1970: 1_786_320_000),
        end: Date(timeIntervalSince1970: 1_795_996_800), timeZone: "UTC")

    private static func tag(
        _ label: String, _ beyond: Agreement.Beyond, agreed: Int, marked: Int, shared: Int
    ) -> Agreement.Tag {
        Agreement.Tag(
            key: label.lowercased().replacing(" ", with: "-"), label: label, beyond: beyond,
            agreedCalls: agreed, markedCalls: marked, sharedCalls: shared)
    }

    static var full: Agreement {
        var clips = Agreement.Clips()
        clips.calls = 14
        clips.clips = 30
        clips.pairs = 10
        clips.loosePairs = 12
        clips.score = Estimate(value: 20.0 / 30, low: 0.49, high: 0.81)
        clips.looseScore = 0.8
        clips.meanOverlap = 0.713
        clips.seconds = .init(calls: 24, alpha: 0.6704, low: 0.48, high: 0.79)
        var agreement = Agreement(
            period: period, scope: Scope(site: "Hermosillo"), level: 0.9, heard: 210,
            doublyHeard: 24, listeners: ["ana", "bo", "cy"].map { ListenerID($0) },
            reasons: .init(calls: 24, alpha: 0.812, low: 0.66, high: 0.93),
            tags: [
                tag(
                    "Hold too long", .init(calls: 24, alpha: 0.8296, low: 0.61, high: 1),
                    agreed: 22, marked: 10, shared: 8),
                tag(
                    "Repeat explanation", .init(calls: 24, alpha: 0.7, low: 0.31, high: 0.9),
                    agreed: 22, marked: 6, shared: 4),
                tag(
                    "Agent in doubt between too many systems",
                    .init(calls: 24, alpha: -0.043), agreed: 22, marked: 2, shared: 0),
                tag(
                    "Call cut off", .init(calls: 24, obstacle: .nothingToTellApart), agreed: 24,
                    marked: 24, shared: 24),
            ],
            tagSets: .init(calls: 24, alpha: 0.61, low: 0.44, high: 0.77),
            looseTagSets: .init(calls: 24, alpha: 0.66, low: 0.5, high: 0.8),
            severity: .init(calls: 8, obstacle: .tooFewCalls), clips: clips,
            drift: [
                Agreement.Drift(
                    listener: ListenerID("ana"), key: "hold-too-long", label: "Hold too long",
                    calls: 80, marked: 31, otherCalls: 154, otherMarked: 24, q: 0.01)
            ],
            agenda: [
                Agreement.AgendaItem(
                    key: "repeat-explanation", label: "Repeat explanation", rank: 2, alpha: 0.7,
                    markedCalls: 6, disputedCalls: 2,
                    disputed: ["H2749", "C 7"].map { CallID($0) }),
                Agreement.AgendaItem(
                    key: "agent-in-doubt", label: "Agent in doubt", rank: nil, alpha: -0.043,
                    markedCalls: 2, disputedCalls: 2, disputed: [CallID("D2007")]),
            ])
        agreement.waiting = [
            Agreement.Waiting(
                draw: DrawID("hour-2026-11-20-abc"), calls: 3, heardBy: [ListenerID("ana")])
        ]
        return agreement
    }

    private static var few: Agreement {
        let none = Agreement.Beyond(calls: 3, obstacle: .tooFewCalls)
        return Agreement(
            period: period, scope: Scope(), level: 0.9, heard: 40, doublyHeard: 3,
            listeners: ["ana", "bo"].map { ListenerID($0) }, reasons: none,
            tags: [tag("Hold too long", none, agreed: 2, marked: 2, shared: 1)], tagSets: none,
            looseTagSets: none, severity: none, clips: Agreement.Clips(), drift: nil,
            agenda: [
                Agreement.AgendaItem(
                    key: "hold-too-long", label: "Hold too long", rank: 1, alpha: nil,
                    markedCalls: 2, disputedCalls: 1, disputed: [CallID("H1")])
            ])
    }

    @Test("it stays as it was approved")
    func snapshots() throws {
        try Snapshot.check(AgreementText.terminal(Self.full), "agreement.txt")
        try Snapshot.check(
            AgreementText.terminal(Self.full, form: TerminalForm(width: 60, glyphs: .ascii)),
            "agreement-ascii.txt")
        try Snapshot.check(AgreementText.json(Self.full), "agreement.json")
        try Snapshot.check(AgreementText.terminal(Self.few), "agreement-few.txt")
        var hostile = Self.full
        hostile.tags[0].label = "\u{1B}[31mred\u{202E}\nnew line"
        hostile.listeners = [ListenerID("\u{7}ana\nbo")]
        hostile.agenda[0].disputed = [CallID("x'; rm -rf ~")]
        try Snapshot.check(AgreementText.terminal(hostile), "agreement-hostile.txt")
    }

    @Test("no line is wider than the terminal, and no number stands for what is unknown")
    func width() {
        let text = AgreementText.terminal(Self.full)
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(text.contains("cannot be computed") && !text.contains("1.00 (1.00"))
        #expect(!AgreementText.terminal(Self.few).contains("Beyond chance"))
    }

    @Test("the calls behind a number stand with what listeners differ on")
    func comparedCalls() throws {
        func judged(_ choice: ComparedCalls.Choice) -> ComparedCalls {
            var alone = compared
            alone.id = CallID("H1")
            alone.judgements.removeLast()
            var alike = compared
            alike.id = CallID("H2")
            alike.startedAt += 3600
            alike.judgements[1].reason = alike.judgements[0].reason
            alike.judgements[1].marks = alike.judgements[0].marks
            alike.judgements[1].marks[0].severity = 1
            return ComparedCalls(
                JudgedCalls(
                    period: Self.period, scope: Scope(site: "Hermosillo"),
                    calls: [alone, compared, alike], taxonomy: .empty), choice)
        }
        try Snapshot.check(ComparedCallsText.terminal(judged(.all)), "compared.txt")
        try Snapshot.check(ComparedCallsText.json(judged(.severity)), "compared.json")
        #expect(judged(.all).calls.map(\.id.rawValue) == ["H2", "H2749"])
        #expect(judged(.painPoint("none")).calls.isEmpty)
        #expect(
            ComparedCallsText.terminal(judged(.painPoint("none"))).contains("no such call"))
        for text in [
            "all", "pain-point:hold", "reasons", "severity", "seconds", "clips", "heard",
            "heard-by:ana b:c", "marked-by:hold:ana b:c",
        ] {
            #expect(ComparedCalls.Choice(text)?.description == text)
        }
        for text in ["", "pain-point:", "none", "all:x", "heard-by:", "marked-by:hold"] {
            #expect(ComparedCalls.Choice(text) == nil)
        }
    }

    private var compared: JudgedCall {
        func judgement(_ listener: String, _ reason: String?, _ marks: [Judgement.Mark])
            -> Judgement
        {
            Judgement(
                listener: ListenerID(listener), session: SessionID("s-\(listener)"),
                at: Self.period.start, reason: reason, marks: marks)
        }
        return JudgedCall(
            id: CallID("H2749"), startedAt: Self.period.start, seconds: 70,
            judgements: [
                judgement(
                    "ana", "refund",
                    [
                        .init(
                            painPoint: "hold", severity: 4,
                            range: CallTimeRange(milliseconds: 21_000, 54_000))
                    ]),
                judgement("bo", nil, [.init(painPoint: "doubt", severity: 2)]),
            ])
    }

    @Test("one call side by side, with what was settled and how that came about")
    func comparison() throws {
        let taxonomy = Taxonomy(
            version: 1, reasons: [CallReason(key: "refund", label: "Refund", description: "")],
            painPoints: [
                PainPoint(key: "hold", label: "Hold too long", description: ""),
                PainPoint(key: "doubt", label: "Agent in doubt", description: ""),
            ])
        let settlement = Settlement(
            call: CallID("H2749"),
            acts: [
                .init(by: ListenerID("cy"), at: Self.period.start, kind: .reopened),
                .init(
                    by: ListenerID("cy"), at: Self.period.end,
                    kind: .settled(.init(reason: "refund", painPoints: ["hold": 3])),
                    because: "the music plays for 33 seconds"),
            ])
        let text = ComparisonText.terminal(
            compared, settlement: settlement, taxonomy: taxonomy, timeZone: .gmt)
        try Snapshot.check(text, "comparison.txt")
        var alone = compared
        alone.judgements.removeLast()
        let one = ComparisonText.terminal(alone, taxonomy: taxonomy, timeZone: .gmt)
        #expect(one.contains("One person has judged") && !one.contains("Hold too long"))
    }
}
