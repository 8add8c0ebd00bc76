import CallAudio
import CallModel
import Foundation
import Testing

@testable import CallWorkbench

@Suite("What stands in the way of hearing a call")
struct CallFilesTests {
    private let call = ListeningRoom.id(0)

    private func planned(_ room: ListeningRoom) async throws -> PlannedCall {
        try #require(try await room.desk().handPicked([call]).calls.first)
    }

    private func sentence(_ room: ListeningRoom) async throws -> String {
        guard case .fileGone(let sentence) = try await planned(room).obstacle else {
            throw Unexpected()
        }
        return sentence
    }

    @Test("nothing, where the file lies as it was taken in")
    func nothing() async throws {
        let room = try await ListeningRoom(count: 1)
        let planned = try await planned(room)
        #expect(planned.obstacle == nil)
        let source = try await CallFiles(room.workbench).source(of: planned.call)
        #expect(
            source == .file(AudioSource(path: room.path(0)), layout: .agentFirst))
    }

    @Test("a file that is gone is named, with what to do")
    func gone() async throws {
        let room = try await ListeningRoom(count: 1)
        try FileManager.default.removeItem(atPath: room.path(0))
        let sentence = try await sentence(room)
        #expect(sentence.contains("Recordings/c0.wav"))
        #expect(sentence.contains("earful ingest"))
        #expect(try await planned(room).listeningSeconds == nil)
    }

    @Test("another file in its place is not played; the same bytes with another time are")
    func changed() async throws {
        let room = try await ListeningRoom(count: 1)
        try Data("0".utf8).write(to: URL(filePath: room.path(0)))
        #expect(try await planned(room).obstacle == nil)
        try Data("1".utf8).write(to: URL(filePath: room.path(0)))
        #expect(try await sentence(room).contains("is not the file"))
        try Data("longer".utf8).write(to: URL(filePath: room.path(0)))
        #expect(try await sentence(room).contains("is not the file"))
    }

    @Test("a call that was never recorded, or not wholly, says so")
    func states() async throws {
        let room = try await ListeningRoom([
            .init(seconds: nil), .init(seconds: 62, promised: 120),
        ])
        let calls = try await room.desk().handPicked([0, 1].map(ListeningRoom.id)).calls
        #expect(calls[0].obstacle == .notRecorded)
        #expect(calls[0].obstacle?.preventsHearing == true)
        #expect(calls[1].obstacle == .incomplete(seconds: 62, of: 120))
        #expect(calls[1].obstacle?.preventsHearing == false)
        #expect(calls[1].listeningSeconds == 62)
    }

    @Test("why a call cannot be heard follows what the archive knows of its recording")
    func knownObstacles() {
        var call = Call(id: call, record: CallRecord(), recordingState: .undecodable)
        call.undecodableReason = "It is a picture."
        #expect(HearingObstacle(of: call) == .undecodable(reason: "It is a picture."))
        call.recordingState = .retired
        #expect(HearingObstacle(of: call) == .retired)
        call.recordingState = .none
        #expect(HearingObstacle(of: call) == .notRecorded)
    }
}
