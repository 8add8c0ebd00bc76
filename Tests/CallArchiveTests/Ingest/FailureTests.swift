import CallModel
import Foundation
import Testing

@testable import CallArchive

@Suite("Files that could not be taken in")
struct FailureTests {
    private let archive: Archive

    init() throws {
        archive = try Archive.inMemory()
    }

    @Test("attempts count up for one content, and begin again for another")
    func attempts() async throws {
        for time: Int64 in [7, 7, 7, 8] {
            try await archive.recordFailure(
                Sample.stamp("a.wav", time: time), reason: "It hung.", at: Sample.now)
            if time == 7 { continue }
            #expect(try await archive.failures().map(\.attempts) == [1])
        }
        try await archive.recordFailure(
            Sample.stamp("a.wav", time: 8), reason: "It crashed.", at: Sample.now)
        let failures = try await archive.failures()
        #expect(failures.map(\.attempts) == [2])
        #expect(failures.map(\.reason) == ["It crashed."])
    }

    @Test("a call whose recording does not decode is a call, until a later attempt succeeds")
    func undecodable() async throws {
        let location = FileLocation(stamp: Sample.stamp("C1.wav"), contentHash: Sample.hash(1))
        let facts = [FactSource.fileName: CallRecord(externalID: "C1", startedAt: Sample.monday)]
        let id = try await archive.recordUndecodable(
            location, facts: facts, reason: "G.729 in WAV is not supported.", at: Sample.now)
        #expect(id == CallID("C1"))
        let call = try #require(try await archive.call(id))
        #expect(call.recordingState == .undecodable)
        #expect(call.undecodableReason == "G.729 in WAV is not supported.")
        guard case .failed(let failed) = try await archive.standing(of: [location.stamp])[0] else {
            Issue.record("the file is not known as failed")
            return
        }
        #expect(failed.call == id)

        let saved = try await archive.save([Sample.call(1, path: "C1.wav")], at: Sample.now)
        #expect(saved == [SavedCall(id: id, change: .recordingAdded)])
        #expect(try await archive.call(id)?.recordingState == .decoded)
        #expect(try await archive.call(id)?.undecodableReason == nil)
        #expect(try await archive.failures().isEmpty)
    }

    @Test("an undecodable file of no known call is one call, however often it is tried")
    func unnamed() async throws {
        let location = FileLocation(stamp: Sample.stamp("x.wav"), contentHash: Sample.hash(4))
        for _ in 0..<2 {
            let id = try await archive.recordUndecodable(
                location, facts: [:], reason: "No sound.", at: Sample.now)
            #expect(id == CallID(Sample.id(4)))
        }
        #expect(try await archive.countCalls() == 1)
        #expect(try await archive.failures().map(\.attempts) == [2])
    }

    @Test("a call that has sound keeps it when another of its files does not decode")
    func keepsSound() async throws {
        let id = try await archive.save([Sample.call(1, path: "a.wav")], at: Sample.now)[0].id
        let broken = FileLocation(
            stamp: Sample.stamp("a.wav", time: 9), contentHash: Sample.hash(2))
        let same = try await archive.recordUndecodable(
            broken, facts: [:], reason: "Cut off.", at: Sample.now)
        #expect(same == id)
        #expect(try await archive.call(id)?.recordingState == .decoded)
        #expect(try await archive.failures().count == 1)
    }
}
