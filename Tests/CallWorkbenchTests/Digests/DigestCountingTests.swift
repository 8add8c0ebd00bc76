import CallArchive
import CallDigest
import CallModel
import CallReports
import Foundation
import Testing

@testable import CallWorkbench

@Suite("A digest counts only what changed")
struct DigestCountingTests {
    private let room: ListeningRoom
    private let picked: [CallID]

    init() async throws {
        room = try await ListeningRoom(count: 12)
        picked = try await room.draw("d1", size: 12)
        try FileManager.default.createDirectory(
            atPath: room.workbench.workspace.annotationsPath, withIntermediateDirectories: true)
        try await hear(picked.prefix(8), by: ListeningRoom.ana)
    }

    /// Hears calls of the draw, and marks a pain point on every second.
    private func hear(_ calls: some Collection<CallID>, by listener: ListenerID) async throws {
        let sitting = try await room.desk(listener).draw(DrawID("d1"))
        for (number, call) in calls.enumerated() {
            try await sitting.open(call)
            if number.isMultiple(of: 2) {
                try await sitting.annotate(
                    Annotation(
                        id: AnnotationID("\(listener)-\(number)"), call: call,
                        content: .painPoint(key: "hold-too-long", severity: 3)))
            }
            try await sitting.finish(call)
        }
        try await sitting.end()
    }

    /// The digest as a process makes it that has nothing in memory yet.
    private var digest: String {
        get async throws {
            try await digest(
                of: Workbench(
                    workspace: room.workbench.workspace, settings: room.workbench.settings,
                    archive: room.workbench.archive))
        }
    }

    private func digest(of workbench: Workbench) async throws -> String {
        DigestFormat.json.text(try await DigestDesk(workbench).digest(of: week))
    }

    // The week after has the calls in its history, not in itself.
    private var week: Period { Period(weekOf: ListeningRoom.week.end, in: .gmt) }

    private var files: [URL] {
        let folder = URL(fileURLWithPath: room.workbench.workspace.countsPath)
        return
            (try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: nil)) ?? []
    }

    @Test("what is kept gives the same digest to the last byte")
    func same() async throws {
        let first = try await digest
        // Sixteen weeks, each with its counts and its agreement; the week itself ends them.
        #expect(files.count == 32)
        let dates = try files.map { try $0.resourceValues(forKeys: [.contentModificationDateKey]) }
        #expect(try await digest == first)
        let later = try files.map { try $0.resourceValues(forKeys: [.contentModificationDateKey]) }
        #expect(
            Set(dates.compactMap(\.contentModificationDate))
                == Set(later.compactMap(\.contentModificationDate)))
        for file in files { try FileManager.default.removeItem(at: file) }
        #expect(try await digest == first)
    }

    @Test("what is heard afterwards is counted")
    func changed() async throws {
        let first = try await digest
        try await hear(picked.suffix(4), by: ListeningRoom.ben)
        let second = try await digest
        #expect(second != first)
        for file in files { try FileManager.default.removeItem(at: file) }
        #expect(try await digest == second)
    }

    @Test("what is in memory serves as long as nothing changed, without its file")
    func remembered() async throws {
        let first = try await digest(of: room.workbench)
        for file in files { try FileManager.default.removeItem(at: file) }
        #expect(try await digest(of: room.workbench) == first)
        #expect(files.isEmpty)
        try await hear(picked.suffix(4), by: ListeningRoom.ben)
        let second = try await digest(of: room.workbench)
        #expect(second != first)
        #expect(try await digest == second)
    }

    /// Registers a fix, and ships it on the day of an instant.
    private func ship(_ id: String, on instant: Date) async throws {
        let plan = Initiative.Plan(
            title: "Call back", painPoints: ["hold-too-long"], owner: "Ana", effortDays: 2,
            hypothesis: "They need not wait", hopedReduction: 0.5)
        let shipped = Calendar.iso8601(in: .gmt).day(of: instant)
        let acts: [Initiative.Act] = [.registered(plan), .shipped(on: shipped, washOutDays: 0)]
        for (count, act) in acts.enumerated() {
            try await room.workbench.archive.append(
                Initiative.Event(
                    initiative: InitiativeID(id), at: instant, by: ListeningRoom.ana, act: act),
                after: count)
        }
    }

    @Test("the days before and after a fix are kept too")
    func fixes() async throws {
        try await ship("call-back", on: week.start)
        let first = try await digest
        #expect(first.contains("\"countedBefore\": 8"))
        #expect(files.count == 34)
        #expect(try await digest == first)
        try await hear(picked.suffix(4), by: ListeningRoom.ben)
        let second = try await digest
        #expect(second.contains("\"countedBefore\": 12"))
        for file in files { try FileManager.default.removeItem(at: file) }
        #expect(try await digest == second)
    }

    @Test("what is settled counts on both sides of a fix")
    func settledFixes() async throws {
        let archive = room.workbench.archive
        // The call log goes further back than what was heard.
        let early = CallRecord(
            externalID: "early",
            startedAt: ListeningRoom.week.start.addingTimeInterval(-30 * 86_400))
        _ = try await archive.importRecords(
            [MetadataRow(record: early, fileNames: [])], at: ListeningRoom.week.start)
        try await ship("after", on: ListeningRoom.week.start)
        try await ship("before", on: week.start)
        let fixes = try await archive.tallyWithHistory(period: week, weeks: 1).fixes
        let counting = FixCounting(
            archive: archive, maker: DigestMaker(),
            shelf: CountsShelf(room.workbench))
        // Every second of eight calls was marked; it is settled that nothing hurt in the first.
        for (labels, calls) in [([:], 4), ([picked[0]: Settlement.Labels()], 3)] {
            let counted = try fixes.map { try counting.counted($0, known: [:], labels) }
            #expect(counted[0].after?.counts[FixCounts.joint].calls == calls)
            #expect(counted[1].before?.counts[FixCounts.joint].calls == calls)
        }
    }

    @Test("what cannot be read is counted anew")
    func damaged() async throws {
        let first = try await digest
        for (number, file) in files.enumerated() {
            try Data(number.isMultiple(of: 2) ? "{}".utf8 : "".utf8).write(to: file)
        }
        #expect(try await digest == first)
    }

    @Test("where nothing can be kept a digest is made all the same")
    func nowhere() async throws {
        let path = room.workbench.workspace.copiesPath
        try Data().write(to: URL(fileURLWithPath: path))
        let first = try await digest
        #expect(files.isEmpty)
        try FileManager.default.removeItem(atPath: path)
        #expect(try await digest == first)
    }

    @Test("a stretch is its weeks and what is left around them")
    func pieces() throws {
        let month = try #require(Period(month: "2026-11", in: .gmt))
        let window = AgreementDesk.window(month)
        let pieces = DigestCounting.pieces(of: window, weeks: month.lastWholeWeeks(16))
        #expect(pieces.count == 17)
        #expect(pieces.first?.start == window.start && pieces.last?.end == window.end)
        for (piece, next) in zip(pieces, pieces.dropFirst()) { #expect(piece.end == next.start) }
    }
}
