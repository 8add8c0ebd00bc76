import CallModel
import Foundation
import Testing

@testable import CallArchive

@Suite("Rows of a call log")
struct MetadataTests {
    private let archive: Archive

    init() throws {
        archive = try Archive.inMemory()
    }

    private func take(_ rows: MetadataRow...) async throws -> [MetadataOutcome] {
        try await archive.importRecords(rows, at: Sample.now)
    }

    @Test("rows make calls without sound, change them, and change nothing the third time")
    func outcomes() async throws {
        let id = CallID("C1")
        #expect(try await take(Sample.row("C1", site: "North")) == [.created(id)])
        #expect(try await archive.call(id)?.recordingState == RecordingState.none)
        #expect(try await take(Sample.row("C1", queue: "billing")) == [.updated(id)])
        #expect(try await take(Sample.row("C1", queue: "billing")) == [.unchanged(id)])
        let record = try await archive.call(id)?.record
        #expect(record?.site == "North")
        #expect(record?.queue == "billing")
        #expect(record?.startedAt == Sample.monday.addingTimeInterval(3600))
    }

    @Test("bad rows are refused with a sentence and the others are taken")
    func badRows() async throws {
        let outcomes = try await take(
            Sample.row("", seconds: 3), Sample.row("C1", seconds: -1),
            Sample.row("C2", seconds: .nan), Sample.row("C3"))
        #expect(outcomes.map(\.call) == [nil, nil, nil, CallID("C3")])
        #expect(try await archive.countCalls() == 1)
    }

    @Test("the call record wins over the file's name, and that over what is in the file")
    func precedence() async throws {
        _ = try await archive.save(
            [
                IngestedCall(
                    facts: [
                        .embedded: CallRecord(queue: "e", site: "e", agent: "e"),
                        .fileName: CallRecord(externalID: "C1", queue: "f", site: "f"),
                    ],
                    recording: Sample.recording(1), profile: nil, waveform: nil,
                    locations: Sample.call(1).locations)
            ], at: Sample.now)
        _ = try await take(MetadataRow(record: CallRecord(externalID: "C1", queue: "log")))
        let record = try await archive.call(CallID("C1"))?.record
        #expect(record?.queue == "log")
        #expect(record?.site == "f")
        #expect(record?.agent == "e")
    }

    @Test("a row names its recording before or after the recording comes")
    func fileNames() async throws {
        _ = try await archive.save(
            [Sample.call(1, path: "Recordings/2026/a.wav")], at: Sample.now)
        let late = try await take(
            Sample.row("C1", fileNames: ["/var/spool/monitor/2026/a.wav"]))
        #expect(late == [.updated(CallID(Sample.id(1)))])
        #expect(try await archive.callIDs(withExternalID: "C1") == [CallID(Sample.id(1))])

        _ = try await take(Sample.row("C2", fileNames: [#"D:\monitor\b.wav"#]))
        let saved = try await archive.save(
            [Sample.call(2, path: "Recordings/b.wav")], at: Sample.now)
        #expect(saved == [SavedCall(id: CallID("C2"), change: .recordingAdded)])
    }

    @Test("a name that two folders have decides nothing")
    func ambiguousName() async throws {
        _ = try await archive.save(
            [Sample.call(1, path: "x/a.wav"), Sample.call(2, path: "y/a.wav")], at: Sample.now)
        #expect(try await take(Sample.row("C1", fileNames: ["a.wav"])) == [.created(CallID("C1"))])
        #expect(
            try await take(Sample.row("C2", fileNames: ["y/a.wav"]))
                == [.updated(CallID(Sample.id(2)))])
    }

    @Test("what a log says of files is known before they are decoded")
    func naming() async throws {
        _ = try await take(
            Sample.row("C1", site: "North", fileNames: ["x/b.wav", "x/a.wav"]),
            Sample.row("C2", fileNames: ["y/a.wav"]))
        _ = try await archive.save([Sample.call(1, path: "own.wav")], at: Sample.now)
        let named = try await archive.recordsNaming([
            "Recordings/x/a.wav", "Recordings/y/a.wav", "a.wav", "own.wav", "none.wav",
        ])
        #expect(
            named.map { $0?.call } == [
                CallID("C1"), CallID("C2"), nil, CallID(Sample.id(1)), nil,
            ])
        #expect(named[0]?.record.site == "North")
        #expect(named[0]?.fileNames == ["x/b.wav", "x/a.wav"])
        #expect(named[0]?.locations == [])
        #expect(named[3]?.locations == Sample.call(1, path: "own.wav").locations)
    }

    @Test("a recording that retention deleted leaves a retired call, unless the sound is here")
    func retired() async throws {
        var row = Sample.row("C1")
        row.isRetired = true
        #expect(try await take(row) == [.created(CallID("C1"))])
        #expect(try await take(row) == [.unchanged(CallID("C1"))])
        #expect(try await archive.call(CallID("C1"))?.recordingState == .retired)
        _ = try await archive.save(
            [Sample.call(1, record: CallRecord(externalID: "C1"))], at: Sample.now)
        #expect(try await take(row) == [.unchanged(CallID("C1"))])
        #expect(try await archive.call(CallID("C1"))?.recordingState == .decoded)
    }

    @Test("the length that a log promises makes a recording incomplete")
    func completeness() async throws {
        _ = try await archive.save(
            [Sample.call(1, record: CallRecord(externalID: "C1"))], at: Sample.now)
        #expect(try await archive.call(CallID("C1"))?.completeness == 1)
        _ = try await take(Sample.row("C1", seconds: 120))
        let incomplete = try await archive.calls(CallFilter(completenessUnder: 1)).calls
        #expect(incomplete.map(\.completeness) == [0.5])
    }

    @Test("a log that says which channel is whose exchanges the sides of what is stored")
    func layout() async throws {
        _ = try await archive.save(
            [Sample.call(1, record: CallRecord(externalID: "C1"))], at: Sample.now)
        for _ in 0..<2 {
            _ = try await take(
                MetadataRow(record: CallRecord(externalID: "C1", layout: .customerFirst)))
            let details = try await archive.callDetails(CallID("C1"))
            #expect(details.call.recording?.layout == .customerFirst)
            #expect(details.profile?.agent?.talkShare == 0.6)
        }
    }
}
