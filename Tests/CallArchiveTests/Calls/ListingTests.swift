import CallArchive
import CallModel
import Foundation
import Testing

@Suite("Lists of calls")
struct ListingTests {
    private let archive: Archive

    init() async throws {
        archive = try Archive.inMemory()
        var rows = (0..<40).map { number in
            // Several calls begin in the same instant, so that pages must cut between them.
            Sample.row(
                "C\(number)", hours: Double(number / 4), site: number % 2 == 0 ? "North" : "South",
                queue: "q\(number % 3)", agent: "a\(number % 5)", caller: "c\(number % 7)")
        }
        rows += (0..<5).map { Sample.row("N\($0)", hours: nil) }
        _ = try await archive.importRecords(rows, at: Sample.now)
    }

    private func everything(
        _ filter: CallFilter = CallFilter(), order: CallOrder, limit: Int
    ) async throws -> [CallSummary] {
        var calls: [CallSummary] = []
        var cursor: CallCursor?
        repeat {
            let page = try await archive.calls(filter, order: order, after: cursor, limit: limit)
            #expect(page.calls.count <= limit)
            calls += page.calls
            // A cursor must live through being text in a link.
            cursor = page.next.flatMap { CallCursor($0.description) }
            #expect((cursor == nil) == (page.next == nil))
        } while cursor != nil
        return calls
    }

    @Test(
        "pages have no gaps and no repeats",
        arguments: [CallOrder.newestFirst, .oldestFirst], [1, 3, 4, 7, 10, 44, 45, 46, 1000])
    func paging(order: CallOrder, limit: Int) async throws {
        let calls = try await everything(order: order, limit: limit)
        #expect(calls.count == 45)
        #expect(Set(calls.map(\.id)).count == 45)
        let starts = calls.prefix(40).compactMap(\.record.startedAt)
        #expect(starts == starts.sorted { order == .newestFirst ? $0 > $1 : $0 < $1 })
        #expect(calls.suffix(5).allSatisfy { $0.record.startedAt == nil })
    }

    @Test(
        "pages by length and by hold have no gaps and no repeats, and those without come last",
        arguments: [CallOrder.longestFirst, .shortestFirst, .mostHoldFirst], [1, 4, 7, 50])
    func pagingByMeasures(order: CallOrder, limit: Int) async throws {
        // Equal lengths and holds, so that pages must cut between them.
        _ = try await archive.save(
            (1...12).map { number in
                Sample.call(number, seconds: 10 * (number % 3 + 1), hold: Double(number % 4))
            }, at: Sample.now)
        let calls = try await everything(order: order, limit: limit)
        #expect(calls.count == 57)
        #expect(Set(calls.map(\.id)).count == 57)
        let values = calls.prefix(12).map {
            order == .mostHoldFirst ? $0.holdSeconds : $0.recordedSeconds
        }.compactMap { $0 }
        #expect(values.count == 12)
        #expect(values == values.sorted { order == .shortestFirst ? $0 < $1 : $0 > $1 })
        #expect(calls.suffix(45).allSatisfy { $0.recordedSeconds == nil })
    }

    @Test("counting stops where it is told to")
    func boundedCount() async throws {
        #expect(try await archive.countCalls(upTo: 10) == 10)
        #expect(try await archive.countCalls() == 45)
    }

    @Test("a call added between two pages moves nothing")
    func addedBetween() async throws {
        let first = try await archive.calls(limit: 10)
        _ = try await archive.importRecords([Sample.row("late", hours: 100)], at: Sample.now)
        let second = try await archive.calls(after: first.next, limit: 10)
        #expect(Set(first.calls.map(\.id)).isDisjoint(with: second.calls.map(\.id)))
        #expect(first.calls.count + second.calls.count == 20)
    }

    @Test("filters let through what they say, and the count agrees")
    func filters() async throws {
        let cases: [(CallFilter, Int)] = [
            (CallFilter(), 45), (CallFilter(site: "North"), 20),
            (CallFilter(site: "North", queue: "q0"), 7), (CallFilter(agent: "a1"), 8),
            (CallFilter(caller: "c6"), 5), (CallFilter(externalID: "C7"), 1),
            (CallFilter(direction: .outbound), 0), (CallFilter(recordingState: .decoded), 0),
            (
                CallFilter(
                    from: Sample.monday.addingTimeInterval(3600),
                    until: Sample.monday.addingTimeInterval(7200)), 4
            ),
            (CallFilter(heard: true), 0), (CallFilter(heard: false), 45),
            (CallFilter(holdOverSeconds: 0), 0), (CallFilter(completenessUnder: 1), 0),
            (CallFilter(text: "x"), 0), (CallFilter(text: "\"*"), 0),
        ]
        for (filter, count) in cases {
            #expect(try await archive.countCalls(filter) == count, "\(filter)")
            #expect(try await everything(filter, order: .newestFirst, limit: 6).count == count)
            #expect(try await archive.frame(filter).count == count)
        }
    }

    @Test("what was said is found by reason, pain point and words, through mergers")
    func said() async throws {
        var sitting = Sitting("s1")
        sitting.open("C1")
        sitting.say(.reason(key: "bill"), on: "C1")
        sitting.say(.painPoint(key: "hold", severity: 4), on: "C1")
        sitting.say(.note(text: "Zweimal verbunden, naïve Antwort"), on: "C1")
        sitting.open("C2")
        sitting.say(.painPoint(key: "hold-too-long", severity: 2), on: "C2")
        sitting.say(.idea(text: "Call back instead of holding"), on: "C2")
        try await sitting.save(in: archive)
        try await archive.adopt(
            Taxonomy(
                version: 1, reasons: [],
                painPoints: [
                    PainPoint(
                        key: "hold", label: "", description: "", mergedInto: "hold-too-long"),
                    PainPoint(key: "hold-too-long", label: "", description: ""),
                ]), yaml: "", by: ListenerID("ana"), at: Sample.now)
        func found(_ filter: CallFilter) async throws -> [String] {
            try await archive.frame(filter).map(\.id.rawValue)
        }
        #expect(try await found(CallFilter(reason: "bill")) == ["C1"])
        #expect(try await found(CallFilter(painPoint: "hold-too-long")) == ["C1", "C2"])
        #expect(try await found(CallFilter(painPoint: "hold")) == ["C1", "C2"])
        #expect(try await found(CallFilter(text: "naive verb")) == ["C1"])
        #expect(try await found(CallFilter(text: "hold")) == ["C2"])
        #expect(try await found(CallFilter(text: "AND OR (")).isEmpty)
        #expect(try await found(CallFilter(heard: true)) == ["C1", "C2"])
        let summary = try await archive.calls(CallFilter(externalID: "C1")).calls[0]
        #expect(summary.reasons == ["bill"])
        #expect(summary.painPoints == ["hold-too-long"])
        #expect(summary.listeners == [ListenerID("ana")])

        // What is taken back is not found any more.
        sitting.remove(sitting.session.calls[1].annotations[1].id, on: "C2")
        try await sitting.save(in: archive)
        #expect(try await found(CallFilter(text: "hold")).isEmpty)
    }

    @Test("calls are found by the draws that could pick them, did, and led somebody to them")
    func draws() async throws {
        let first = (0..<10).map { "C\($0)" }
        try await archive.save(
            Sample.draw("d1", picks: ["C0", "C3"], of: first) { $0 < "C5" ? "low" : "high" })
        try await archive.save(
            Sample.draw("d2", picks: ["C3", "C8"], of: Array(first.suffix(7))) { _ in "low" })
        var sitting = Sitting("s1")
        sitting.open("C0", for: "d1")
        sitting.skip("C0")
        sitting.open("C3", for: "d1")
        sitting.finish("C3")
        sitting.open("C9")
        sitting.skip("C9")
        try await sitting.save(in: archive)
        func found(_ change: (inout CallFilter) -> Void) async throws -> [String] {
            var filter = CallFilter()
            change(&filter)
            let calls = try await archive.frame(filter).map(\.id.rawValue)
            #expect(try await archive.countCalls(filter) == calls.count)
            return calls
        }
        #expect(try await found { $0.frames = [DrawID("d1")] } == first)
        #expect(try await found { $0.frames = [DrawID("d1"), DrawID("d2")] } == first)
        #expect(try await found { $0.frames = [DrawID("none")] }.isEmpty)
        #expect(
            try await found {
                $0.frames = [DrawID("d1")]
                $0.group = "high"
            } == Array(first.suffix(5)))
        #expect(try await found { $0.group = "low" } == first)
        #expect(try await found { $0.picked = true } == ["C0", "C3", "C8"])
        #expect(
            try await found {
                $0.frames = [DrawID("d2")]
                $0.picked = true
            } == ["C3", "C8"])
        #expect(
            try await found {
                $0.frames = [DrawID("d2")]
                $0.picked = false
            } == ["C4", "C5", "C6", "C7", "C9"])
        #expect(try await found { $0.picked = false }.count == 42)
        #expect(try await found { $0.skipped = true } == ["C0"])
        #expect(try await found { $0.skipped = false }.count == 44)
    }

    @Test("calls are found by the holds that their record counts")
    func loggedHolds() async throws {
        var rows = [0, 2].map { Sample.row("H\($0)", hours: 50) }
        rows[0].record.holds = []
        rows[1].record.holds = [1, 5].compactMap {
            CallTimeRange(milliseconds: $0 * 1000, $0 * 1000 + 2000)
        }
        _ = try await archive.importRecords(rows, at: Sample.now)
        for (holds, count) in [(0, 2), (1, 1), (2, 1), (3, 0)] {
            var filter = CallFilter()
            filter.loggedHolds = holds
            #expect(try await archive.countCalls(filter) == count)
        }
    }

    @Test("a call is found by id, external id, or a beginning that only it has")
    func resolve() async throws {
        _ = try await archive.save(
            [Sample.call(1), Sample.call(2, record: CallRecord(externalID: "leg-7"))],
            at: Sample.now)
        #expect(try await archive.resolve("C1") == CallID("C1"))
        await #expect(
            throws: ArchiveError.ambiguous(
                prefix: "0000000", matches: [CallID(Sample.id(1)), CallID("leg-7")])
        ) {
            try await archive.resolve("0000000")
        }
        #expect(try await archive.resolve("leg-") == CallID("leg-7"))
        #expect(try await archive.resolve(Sample.hash(2).rawValue) == CallID("leg-7"))
        #expect(try await archive.resolve("00000001") == CallID(Sample.id(1)))
        await #expect(throws: ArchiveError.unknownCall(CallID("C"))) {
            try await archive.resolve("C")
        }
    }
}
