import CallModel
import Foundation
import GRDB
import Testing

@testable import CallArchive

/// Ten calls of one week, an hour apart: C0...C4 in the North, C5...C9 in the South. Callers are
/// shared by C0 and C9.
@Suite("Tallies of small archives, counted by hand")
struct TallyTests {
    let archive: Archive
    private let frame = (0..<10).map { "C\($0)" }
    private static func site(_ call: String) -> String {
        Int(call.dropFirst())! < 5 ? "North" : "South"
    }

    init() async throws {
        archive = try Archive.inMemory()
        let rows = frame.enumerated().map { number, id in
            Sample.row(
                id, hours: Double(number), site: Self.site(id),
                queue: number % 2 == 0 ? "even" : "odd", agent: "a\(number % 2)",
                caller: number == 9 ? "c0" : "c\(number)")
        }
        // One call just before the week and one at its first instant after: neither is in it.
        _ = try await archive.importRecords(
            rows + [Sample.row("before", hours: -0.001), Sample.row("after", hours: 168)]
                + [Sample.row("timeless", hours: nil)], at: Sample.now)
    }

    func tally(_ scope: Scope = Scope(), _ period: Period = Sample.week) async throws
        -> Tally
    {
        try await archive.tally(period: period, scope: scope)
    }

    private static func stratum(
        _ name: String, population: Int, drawn: Int, skipped: Int = 0, by draws: [String] = ["d1"]
    ) -> Tally.Stratum {
        var stratum = Tally.Stratum(
            name: name, population: population, drawn: drawn, skipped: skipped)
        stratum.draws = draws.map { DrawID($0) }
        return stratum
    }

    func drawStratified() async throws {
        try await archive.save(
            Sample.draw(
                "d1", picks: ["C0", "C5", "C1", "C6"], of: frame, method: .stratified,
                stratum: Self.site))
    }

    /// C0 heard by ana and bo, C1 passed over, C5 finished, C6 begun, C9 chosen by hand.
    func listen() async throws {
        var ana = Sitting("s1", by: "ana")
        ana.open("C0", for: "d1")
        ana.hear("C0", 0, 5000)
        ana.say(.reason(key: "billing"), on: "C0")
        ana.say(.painPoint(key: "hold", severity: 3), on: "C0", 1000, 4000, side: .customer)
        ana.say(.painPoint(key: "hold", severity: 2), on: "C0")
        ana.say(.painPoint(key: "doubt", severity: 1), on: "C0", 6000, 7000)
        ana.say(.note(text: "waited"), on: "C0", 3000, 5000)
        ana.finish("C0")
        ana.open("C1", for: "d1")
        ana.hear("C1", 0, 2000)
        ana.skip("C1")
        ana.open("C5", for: "d1")
        ana.finish("C5")
        ana.open("C6", for: "d1")
        ana.hear("C6", 1000, 5000)
        try await ana.save(in: archive)
        var bo = Sitting("s2", by: "bo", purpose: .calibration)
        bo.open("C0", for: "d1")
        bo.hear("C0", 3000, 8000)
        bo.finish("C0")
        // Ana heard it: a pick that one listener passed over is not lost.
        bo.open("C5", for: "d1")
        bo.skip("C5")
        try await bo.save(in: archive)
        var ceo = Sitting("s3", by: "ceo", purpose: .listeningHour)
        ceo.open("C9")
        ceo.say(.painPoint(key: "hold", severity: 5), on: "C9")
        ceo.open("C8")
        ceo.say(.idea(text: "not heard at all"), on: "C8")
        try await ceo.save(in: archive)
    }

    @Test("an archive in which nobody listened has a population and nothing else")
    func silence() async throws {
        let tally = try await tally()
        #expect(tally.population == 10)
        #expect(tally.calls.isEmpty)
        #expect(tally.strata.isEmpty)
        #expect(tally.isStratified)
        #expect(tally.unhearable.withoutRecording == 10)
        #expect(tally.taxonomy.version == 0)
        #expect(tally.heardSeconds == 0)
    }

    @Test("a stratified draw: strata, heard calls, marks, reasons and seconds")
    func stratified() async throws {
        try await drawStratified()
        try await listen()
        let tally = try await tally()
        #expect(
            tally.strata == [
                Self.stratum("North", population: 5, drawn: 2, skipped: 1),
                Self.stratum("South", population: 5, drawn: 2),
            ])
        #expect(tally.isStratified)
        #expect(tally.calls.map(\.id.rawValue) == ["C0", "C5", "C6", "C9"])
        #expect(tally.calls.map(\.stratum) == [0, 1, 1, nil])
        #expect(tally.calls.map(\.inclusionProbability) == [0.4, 0.4, 0.4, nil])
        #expect(
            tally.calls.map { $0.listeners.map(\.rawValue) } == [
                ["ana", "bo"], ["ana"], ["ana"], ["ceo"],
            ])
        #expect(tally.calls.map(\.caller) == ["c0", "c5", "c6", "c0"])
        #expect(tally.calls.map(\.agent) == ["a0", "a1", "a0", "a1"])
        #expect(tally.calls.allSatisfy { $0.week == "2026-W47" && $0.inScope })
        #expect(tally.calls[1].startedAt == Sample.monday.addingTimeInterval(5 * 3600))

        #expect(tally.marks.map(\.painPoint) == ["doubt", "hold", "hold", "hold"])
        #expect(tally.marks.map(\.call) == [0, 0, 0, 3])
        #expect(tally.marks.map(\.severity) == [1, 2, 3, 5])
        #expect(tally.marks[2].range == CallTimeRange(milliseconds: 1000, 4000))
        #expect(tally.marks[2].side == .customer)
        // The note overlaps one mark, belongs to the whole-call mark, and is the call's only one.
        #expect(tally.marks.map(\.note) == ["waited", "waited", "waited", nil])
        #expect(
            tally.reasons == [
                Tally.ReasonMark(call: 0, reason: "billing", listener: ListenerID("ana"))
            ])
        // C0 from 0 to 8 by two listeners, C6 four seconds; C1 was passed over.
        #expect(tally.heardSeconds == 12)
    }

    @Test("a scope keeps the calls outside it and counts only those inside")
    func scope() async throws {
        try await drawStratified()
        try await listen()
        let north = try await tally(Scope(site: "North"))
        #expect(north.population == 5)
        #expect(north.calls.map(\.inScope) == [true, false, false, false])
        #expect(north.strata.map(\.population) == [5, 5])
        #expect(north.heardSeconds == 8)
        #expect(north.unhearable.withoutRecording == 5)
        #expect(try await tally(Scope(queue: "odd", direction: .inbound)).population == 5)
        #expect(try await tally(Scope(direction: .outbound)).population == 0)
    }

    @Test("a second draw of the same frame adds to the first; probabilities combine")
    func sameFrameTwice() async throws {
        // C8 and C9 came late: only the second draw knew them.
        try await archive.save(
            Sample.draw(
                "d1", picks: ["C0", "C1"], of: Array(frame.prefix(8)), probability: 0.2))
        try await archive.save(
            Sample.draw(
                "d2", picks: ["C1", "C2"], of: frame, madeAt: Sample.now.addingTimeInterval(60)))
        var sitting = Sitting("s1")
        sitting.open("C0", for: "d1")
        sitting.finish("C0")
        sitting.open("C2", for: "d2")
        sitting.finish("C2")
        try await sitting.save(in: archive)
        let tally = try await tally()
        #expect(
            tally.strata == [Self.stratum("all", population: 10, drawn: 3, by: ["d1", "d2"])])
        #expect(tally.isStratified)
        #expect(tally.calls.map(\.stratum) == [0, 0])
        for call in tally.calls {
            // 1 - (1 - 0.2)(1 - 0.2)
            #expect(abs((call.inclusionProbability ?? 0) - 0.36) < 1e-12)
        }
    }

    @Test("frames that cross, or a risk draw's pick, make the design mixed")
    func mixed() async throws {
        try await archive.save(Sample.draw("d1", picks: ["C0", "C7"], of: frame))
        try await archive.save(
            Sample.draw(
                "north", picks: ["C1"], of: Array(frame.prefix(5)), filter: "site=North"))
        var sitting = Sitting("s1")
        sitting.open("C7", for: "d1")
        sitting.finish("C7")
        try await sitting.save(in: archive)
        // C7 lies in one frame only, so what was counted is stratified still.
        #expect(try await tally().isStratified)
        #expect(
            try await tally().strata.map(\.name) == [
                "all (2026-11-16..2026-11-22)", "all (2026-11-16..2026-11-22, site=North)",
            ])
        sitting.open("C0", for: "d1")
        sitting.finish("C0")
        try await sitting.save(in: archive)
        // C0 lies in both, and nobody heard a call for the other.
        #expect(try await tally().isStratified)
        sitting.open("C1", for: "north")
        sitting.finish("C1")
        try await sitting.save(in: archive)
        #expect(!(try await tally().isStratified))

        let risky = try Archive.inMemory()
        _ = try await risky.importRecords(frame.map { Sample.row($0) }, at: Sample.now)
        try await risky.save(
            Sample.draw("r", picks: ["C0"], of: frame, method: .risk, probability: 0.05))
        var risk = Sitting("s1")
        risk.open("C0", for: "r")
        risk.finish("C0")
        try await risk.save(in: risky)
        let tally = try await risky.tally(period: Sample.week)
        #expect(!tally.isStratified)
        #expect(tally.calls.map(\.inclusionProbability) == [0.05])
    }

    @Test(
        "a call that its draw did not pick is chosen by hand, and one that two sittings chose counts"
    )
    func handPicked() async throws {
        try await archive.save(Sample.draw("d1", picks: ["C0"], of: frame))
        var sitting = Sitting("s1")
        sitting.open("C3", for: "d1")
        sitting.finish("C3")
        sitting.open("C0")
        sitting.finish("C0")
        try await sitting.save(in: archive)
        #expect(try await tally().calls.map(\.inclusionProbability) == [nil, nil])
        var second = Sitting("s2", by: "bo")
        second.open("C0", for: "d1")
        second.finish("C0")
        try await second.save(in: archive)
        #expect(try await tally().calls.map(\.inclusionProbability) == [0.1, nil])
    }

    @Test("what somebody hears in a counted call who chose it by hand is in no number")
    func handPickedAgain() async throws {
        try await drawStratified()
        try await listen()
        let before = try await tally()
        var ceo = Sitting("s4", by: "ceo", startedAt: Sample.now.addingTimeInterval(600))
        ceo.open("C5")
        ceo.hear("C5", 0, 9000)
        ceo.say(.painPoint(key: "hold", severity: 5), on: "C5")
        ceo.say(.reason(key: "moving"), on: "C5")
        ceo.open("C9")
        ceo.say(.painPoint(key: "doubt", severity: 2), on: "C9")
        try await ceo.save(in: archive)
        let after = try await tally()
        #expect(after.calls == before.calls)
        #expect(after.marks.filter { $0.call == 1 } == before.marks.filter { $0.call == 1 })
        #expect(after.reasons == before.reasons)
        // A call that no draw led to is evidence, and more of it.
        #expect(after.marks.count == before.marks.count + 1)
        #expect(after.heardSeconds > before.heardSeconds)
    }

    @Test("a draw from which nobody heard a call changes no number")
    func unheardDraw() async throws {
        try await drawStratified()
        try await listen()
        let before = try await tally()
        try await archive.save(
            Sample.draw("d2", picks: ["C2", "C5"], of: frame, madeAt: Sample.now + 60))
        let after = try await tally()
        #expect(after.calls == before.calls && after.isStratified)
        #expect(after.strata.map(\.isListened) == [true, true, false])
        // Its first call heard makes the design mixed.
        var sitting = Sitting("s5")
        sitting.open("C2", for: "d2")
        sitting.finish("C2")
        try await sitting.save(in: archive)
        let mixed = try await tally()
        #expect(!mixed.isStratified && mixed.strata.allSatisfy(\.isListened))
        #expect(mixed.calls.first { $0.id == CallID("C5") }?.inclusionProbability != 0.4)
    }

    @Test("a period that cuts a frame counts the part inside")
    func partOfFrame() async throws {
        try await drawStratified()
        try await listen()
        let hours = Period(
            kind: .custom, label: "cut", start: Sample.monday.addingTimeInterval(3600),
            end: Sample.monday.addingTimeInterval(7 * 3600), timeZone: "UTC")
        let tally = try await tally(Scope(), hours)
        #expect(tally.population == 6)
        #expect(
            tally.strata == [
                Self.stratum("North", population: 4, drawn: 1, skipped: 1),
                Self.stratum("South", population: 2, drawn: 2),
            ])
        #expect(tally.calls.map(\.id.rawValue) == ["C5", "C6"])
        let later = Period(
            kind: .custom, label: "later", start: Sample.week.end,
            end: Sample.week.end.addingTimeInterval(86_400), timeZone: "UTC")
        let empty = try await self.tally(Scope(), later)
        #expect(empty.strata.isEmpty)
        #expect(empty.population == 1)
    }

    @Test("merged keys count as what they were merged into; the last sitting's reason holds")
    func keys() async throws {
        for (session, key) in [("s1", "bill"), ("s2", "moving")] {
            var sitting = Sitting(
                session, startedAt: Sample.now.addingTimeInterval(session == "s1" ? 60 : 0))
            sitting.open("C2")
            sitting.say(.reason(key: key), on: "C2")
            sitting.say(.painPoint(key: "hold", severity: 4), on: "C2")
            try await sitting.save(in: archive)
        }
        try await archive.adopt(
            Taxonomy(
                version: 1,
                reasons: [
                    CallReason(key: "bill", label: "", description: "", mergedInto: "billing"),
                    CallReason(key: "billing", label: "", description: ""),
                ],
                painPoints: [
                    PainPoint(key: "hold", label: "", description: "", mergedInto: "wait"),
                    PainPoint(key: "wait", label: "", description: ""),
                ]), yaml: "", by: ListenerID("ana"), at: Sample.now)
        let tally = try await tally()
        #expect(tally.reasons.map(\.reason) == ["billing"])
        #expect(tally.marks.map(\.painPoint) == ["wait", "wait"])
        #expect(tally.taxonomy.version == 1)
    }

    @Test("a mark bears its listener's overlapping note, and another's only where there is one")
    func notes() async throws {
        var ana = Sitting("s1")
        ana.open("C2")
        ana.say(.painPoint(key: "a", severity: 1), on: "C2", 0, 1000)
        ana.say(.painPoint(key: "b", severity: 1), on: "C2", 5000, 6000)
        ana.say(.note(text: "early"), on: "C2", 500, 900)
        try await ana.save(in: archive)
        #expect(try await tally().marks.map(\.note) == ["early", "early"])
        var bo = Sitting("s2", by: "bo")
        bo.open("C2")
        bo.say(.note(text: "late"), on: "C2", 5000, 6000)
        bo.finish("C2")
        try await bo.save(in: archive)
        #expect(try await tally().marks.map(\.note) == ["early", nil])
    }

    @Test("what could not be heard is counted by why")
    func unhearable() async throws {
        _ = try await archive.save(
            [
                Sample.call(1, record: CallRecord(externalID: "C0", seconds: 100)),
                Sample.call(2, record: CallRecord(externalID: "C1", seconds: 61)),
                Sample.call(3, record: CallRecord(externalID: "C2")),
            ], at: Sample.now)
        _ = try await archive.recordUndecodable(
            FileLocation(stamp: Sample.stamp("C3.wav"), contentHash: Sample.hash(4)),
            facts: [.fileName: CallRecord(externalID: "C3")], reason: "No.", at: Sample.now)
        try await archive.write("testing") {
            try $0.execute(
                sql: "UPDATE call SET recordingState = 'retired' WHERE id IN ('C4', 'C5')")
        }
        var sitting = Sitting("s1")
        sitting.open("C4")
        sitting.finish("C4")
        try await sitting.save(in: archive)
        let unhearable = try await tally().unhearable
        #expect(unhearable.incomplete == 1)
        #expect(unhearable.missingSeconds == 40)
        #expect(unhearable.undecodable == 1)
        #expect(unhearable.retired == 1)
        #expect(unhearable.withoutRecording == 4)
    }

    @Test("weeks follow the period's time zone, across the turn of the year")
    func weeks() {
        var weeks = WeekLabels(zone: TimeZone(identifier: "Europe/Berlin")!)
        // 2027-01-03 is the Sunday of 2026-W53; Berlin's Monday begins at 23:00 UTC.
        let sunday = Int64(1_799_017_199_000)
        #expect(weeks.label(of: sunday) == "2026-W53")
        #expect(weeks.label(of: sunday + 1000) == "2027-W01")
        #expect(weeks.label(of: sunday) == "2026-W53")
    }

    @Test("a passed-over call counts as heard only where something was marked on it")
    func rule() {
        var call = Session.HeardCall(call: CallID("C"), selection: .handPicked)
        #expect(!call.countsAsHeard)
        call.heard = [CallTimeRange(milliseconds: 0, 1)!]
        #expect(call.countsAsHeard)
        call.progress = .skipped(reason: "x")
        #expect(!call.countsAsHeard)
        call.annotations = [
            Annotation(id: AnnotationID("a"), call: CallID("C"), content: .note(text: "n"))
        ]
        #expect(!call.countsAsHeard)
        call.annotations.append(
            Annotation(id: AnnotationID("b"), call: CallID("C"), content: .reason(key: "r")))
        #expect(call.countsAsHeard)
        call.annotations = []
        call.heard = []
        call.progress = .finished
        #expect(call.countsAsHeard)
    }
}
