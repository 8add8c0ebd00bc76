import CallModel
import Foundation
import Testing

@testable import CallArchive

@Suite("Storing decoded calls")
struct SavingTests {
    private let archive: Archive

    init() throws {
        archive = try Archive.inMemory()
    }

    private func save(_ calls: IngestedCall...) async throws -> [SavedCall] {
        try await archive.save(calls, at: Sample.now)
    }

    @Test("a call comes back as it was stored")
    func roundTrip() async throws {
        let record = CallRecord(
            externalID: "C1", startedAt: Sample.monday, direction: .outbound, queue: "billing",
            site: "North", agent: "a7", caller: "c9", seconds: 90,
            holds: [CallTimeRange(milliseconds: 100, 2000)!], layout: .agentFirst,
            metadata: ["score": "4", "größe": "\u{1F600}"])
        var call = Sample.call(1, record: record, source: .callRecord, hold: 12)
        call.recording.flaws = [.truncated, .clipped]
        #expect(try await save(call) == [SavedCall(id: CallID("C1"), change: .created)])
        let details = try await archive.callDetails(CallID("C1"))
        #expect(details.call.record == record)
        #expect(details.call.recording == call.recording)
        #expect(details.call.recordingState == .decoded)
        #expect(details.call.completeness == 60.0 / 90)
        #expect(details.profile == call.profile)
        #expect(details.waveform == Sample.waveform)
        #expect(details.facts == [.callRecord: record])
        #expect(details.files.map(\.location) == call.locations)
        let summary = try #require(try await archive.calls().calls.first)
        #expect(summary.completeness == 60.0 / 90)
        #expect(summary.holdSeconds == 12)
        #expect(summary.agentTalkShare == 0.4)
        #expect(summary.recordedSeconds == 60)
    }

    @Test("a file is known again by path, size and time, without reading it")
    func standing() async throws {
        _ = try await save(Sample.call(1, path: "a.wav"))
        try await archive.recordFailure(Sample.stamp("b.wav"), reason: "It hung.", at: Sample.now)
        let standing = try await archive.standing(of: [
            Sample.stamp("a.wav"), Sample.stamp("a.wav", size: 1001),
            Sample.stamp("a.wav", time: 8), Sample.stamp("new.wav"), Sample.stamp("b.wav"),
            Sample.stamp("b.wav", time: 8),
        ])
        let failed = FailedFile(
            path: "b.wav", byteCount: 1000, modifiedNanoseconds: 7, reason: "It hung.",
            failedAt: Sample.now, attempts: 1, call: nil)
        #expect(
            standing == [
                .unchanged(call: CallID(Sample.id(1))), .changed, .changed, .new,
                .failed(failed), .changed,
            ])
    }

    @Test("the same audio twice is one recording with two places")
    func sameAudioTwice() async throws {
        _ = try await save(Sample.call(1, path: "a.wav"))
        let again = try await save(Sample.call(1, path: "copies/b.wav"))
        #expect(again == [SavedCall(id: CallID(Sample.id(1)), change: .alreadyKnown)])
        #expect(try await archive.countCalls() == 1)
        let places = try await archive.locations(of: again[0].id).map(\.location.stamp.path)
        #expect(places == ["a.wav", "copies/b.wav"])
    }

    @Test("a copy under another name does not change what the first name said")
    func copyKeepsFacts() async throws {
        _ = try await save(
            Sample.call(1, path: "C1.wav", record: CallRecord(externalID: "C1", agent: "a1")))
        _ = try await save(
            Sample.call(
                1, path: "C2.wav", record: CallRecord(externalID: "C2", agent: "a2")))
        let call = try await archive.call(CallID("C1"))
        #expect(call?.record.externalID == "C1")
        #expect(call?.record.agent == "a1")
    }

    @Test("a moved file keeps its call and what was said of it")
    func moved() async throws {
        let id = try await save(Sample.call(1, path: "in/a.wav"))[0].id
        var sitting = Sitting("s1")
        sitting.open(id.rawValue)
        sitting.say(.note(text: "long wait"), on: id.rawValue)
        try await sitting.save(in: archive)
        let moved = FileLocation(
            stamp: Sample.stamp("2026/a.wav"), contentHash: Sample.hash(1))
        #expect(try await archive.callID(ofContent: Sample.hash(1)) == id)
        try await archive.noteLocations([moved], at: Sample.now)
        let prefix = String(Sample.hash(1).rawValue.prefix(32))
        let nobody = String(repeating: "f", count: 32)
        let found = try await archive.paths(ofHashes: [prefix, nobody])
        #expect(found.mapValues(Set.init) == [prefix: ["in/a.wav", "2026/a.wav"]])
        try await archive.forgetLocations(["in/a.wav"])
        #expect(try await archive.standing(of: [moved.stamp]) == [.unchanged(call: id)])
        let details = try await archive.callDetails(id)
        #expect(details.files.map(\.location) == [moved])
        #expect(details.sittings.first?.heard.annotations.count == 1)
    }

    @Test("audio that no recording holds has no place")
    func unknownAudio() async throws {
        await #expect(throws: ArchiveError.self) {
            try await archive.noteLocations(
                [FileLocation(stamp: Sample.stamp("x.wav"), contentHash: Sample.hash(9))],
                at: Sample.now)
        }
    }

    @Test("a file changed in place gives the same call new sound and keeps what was said")
    func changedInPlace() async throws {
        let id = try await save(Sample.call(1, path: "a.wav"))[0].id
        var sitting = Sitting("s1")
        sitting.open(id.rawValue)
        sitting.finish(id.rawValue)
        try await sitting.save(in: archive)
        let changed = try await save(Sample.call(2, path: "a.wav", seconds: 90))
        #expect(changed == [SavedCall(id: id, change: .recordingReplaced)])
        let details = try await archive.callDetails(id)
        #expect(details.call.recording?.seconds == 90)
        #expect(details.sittings.count == 1)
        #expect(try await archive.callID(ofContent: Sample.hash(1)) == nil)
        #expect(try await archive.integrityReport().counts["recordedFile"] == 1)
    }

    @Test("a name that a recorder writes every call to is not one call")
    func reusedPath() async throws {
        let first = Sample.call(1, path: "latest.wav", record: CallRecord(externalID: "C1"))
        let second = Sample.call(2, path: "latest.wav", record: CallRecord(externalID: "C2"))
        _ = try await save(first)
        #expect(try await save(second) == [SavedCall(id: CallID("C2"), change: .created)])
        #expect(try await archive.call(CallID("C1"))?.recording == first.recording)
    }

    @Test("a second recording under one external id is a call of its own")
    func sharedExternalID() async throws {
        let record = CallRecord(externalID: "C1")
        let saved = try await save(
            Sample.call(1, record: record), Sample.call(2, record: record))
        #expect(saved.map(\.id.rawValue) == ["C1", "C1-00000002"])
        #expect(
            try await archive.callIDs(withExternalID: "C1").map(\.rawValue)
                == ["C1", "C1-00000002"])
    }

    @Test("two mono files that were two calls become the two sides of one")
    func pair() async throws {
        let saved = try await save(
            Sample.call(1, path: "x-in.wav"), Sample.call(2, path: "x-out.wav"))
        let pair = IngestedCall(
            facts: [:],
            recording: Recording(
                files: [Sample.file(1, side: .agent), Sample.file(2, side: .customer)],
                sampleRate: 8000, frameCount: 480_000, layout: .agentFirst, flaws: []),
            profile: nil, waveform: nil,
            locations: [
                FileLocation(stamp: Sample.stamp("x-in.wav"), contentHash: Sample.hash(1)),
                FileLocation(stamp: Sample.stamp("x-out.wav"), contentHash: Sample.hash(2)),
            ])
        let joined = try await save(pair)
        #expect(joined == [SavedCall(id: saved[0].id, change: .recordingReplaced)])
        #expect(try await archive.countCalls() == 1)
        let details = try await archive.callDetails(saved[0].id)
        #expect(details.call.recording == pair.recording)
        #expect(details.profile == nil)
        #expect(details.files.count == 2)
    }

    @Test("a pair keeps as a call without sound whatever a draw knows of its second file")
    func pairKeepsDrawn() async throws {
        let saved = try await save(Sample.call(1), Sample.call(2))
        try await archive.save(
            Sample.draw("d1", picks: [saved[1].id.rawValue], of: saved.map(\.id.rawValue)))
        var pair = Sample.call(1)
        pair.recording.files.append(Sample.file(2))
        _ = try await save(pair)
        let left = try #require(try await archive.call(saved[1].id))
        #expect(left.recordingState == .none)
        #expect(left.recording == nil)
        #expect(try await archive.profile(of: saved[1].id) == nil)
    }

    @Test("half of a pair seen alone leaves the pair as it is")
    func halfOfPair() async throws {
        var pair = Sample.call(1, path: "in.wav")
        pair.recording.files.append(Sample.file(2))
        let id = try await save(pair)[0].id
        let half = try await save(Sample.call(2, path: "out.wav"))
        #expect(half == [SavedCall(id: id, change: .alreadyKnown)])
        #expect(try await archive.call(id)?.recording?.files.count == 2)
        #expect(try await archive.locations(of: id).count == 2)
    }

    @Test("of two calls that become a pair, the one that somebody knows goes on")
    func pairPrefersKnown() async throws {
        let saved = try await save(
            Sample.call(1), Sample.call(2, record: CallRecord(externalID: "C2")))
        var pair = Sample.call(1)
        pair.recording.files.append(Sample.file(2))
        pair.locations += Sample.call(2).locations
        #expect(
            try await save(pair) == [SavedCall(id: CallID("C2"), change: .recordingReplaced)])
        #expect(try await archive.call(saved[0].id) == nil)
        #expect(
            try await archive.callIDs(ofContent: [Sample.hash(2), Sample.hash(9), Sample.hash(1)])
                == [CallID("C2"), nil, CallID("C2")])
    }

    @Test("a call whose parts do not fit refuses the whole batch")
    func unfit() async throws {
        var unfit = Sample.call(2)
        unfit.locations[0].contentHash = Sample.hash(3)
        await #expect(throws: ArchiveError.self) { try await save(Sample.call(1), unfit) }
        var infinite = Sample.call(2)
        infinite.profile?.holdSeconds = .infinity
        await #expect(throws: ArchiveError.self) { try await save(Sample.call(1), infinite) }
        #expect(try await archive.countCalls() == 0)
    }

    @Test("the sides are what a person said, then the call record, then the recorder")
    func sides() async throws {
        let logged = CallRecord(externalID: "C1", layout: .customerFirst)
        var call = Sample.call(1, record: logged, source: .callRecord)
        let id = try await save(call)[0].id
        var details = try await archive.callDetails(id)
        #expect(details.call.recording?.layout == .customerFirst)
        #expect(details.profile?.agent?.talkShare == 0.6)
        #expect(!details.layoutSetByHand)

        try await archive.changeLayout(
            of: id, to: .agentFirst, by: ListenerID("ana"), at: Sample.now)
        details = try await archive.callDetails(id)
        #expect(details.call.recording?.layout == .agentFirst)
        #expect(details.profile?.agent?.talkShare == 0.4)
        #expect(details.layoutSetByHand)

        call.recording.layout = .customerFirst
        #expect(try await save(call)[0].change == .alreadyKnown)
        details = try await archive.callDetails(id)
        #expect(details.call.recording?.layout == .agentFirst)
        #expect(details.profile?.agent?.talkShare == 0.6)
        #expect(try await archive.calls().calls[0].agentTalkShare == 0.6)

        await #expect(throws: ArchiveError.sidesUnknown(id)) {
            try await archive.changeLayout(
                of: id, to: .mono, by: ListenerID("ana"), at: Sample.now)
        }
    }

    @Test("a new profile takes the place of the old one, and the waveform stays")
    func profile() async throws {
        let id = try await save(Sample.call(1))[0].id
        try await archive.updateProfile(of: id, Sample.profile(hold: 33))
        #expect(try await archive.profile(of: id)?.holdSeconds == 33)
        #expect(try await archive.waveform(of: id) == Sample.waveform)
        #expect(try await archive.countCalls(CallFilter(holdOverSeconds: 32)) == 1)
        await #expect(throws: ArchiveError.unknownCall(CallID("none"))) {
            try await archive.updateProfile(of: CallID("none"), Sample.profile())
        }
    }
}
