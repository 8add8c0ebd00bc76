import CallArchive
import CallAudio
import CallModel
import Foundation
import Testing

@testable import CallWorkbench

/// From real files through a real ingest to what a player reads.
@Suite(.enabled(if: TestRecordings.launcher != nil, "the program is not built beside the tests"))
struct CallSoundTests {
    private let scratch: ScratchFolder
    private let workspace: Workspace
    private let archive: Archive

    init() throws {
        scratch = try ScratchFolder()
        workspace = try Workspace.create(at: scratch.path + "/w").workspace
        archive = try Archive.inMemory()
    }

    private func files(_ settings: WorkspaceSettings) -> CallFiles {
        CallFiles(Workbench(workspace: workspace, settings: settings, archive: archive))
    }

    /// Takes files in; returns the only call they make.
    private func ingest(
        _ recordings: [String: [UInt8]], settings: WorkspaceSettings = WorkspaceSettings()
    ) async throws -> Call {
        for (name, bytes) in recordings { try scratch.file("w/Recordings/" + name, bytes) }
        let launcher = try #require(TestRecordings.launcher)
        _ = try await IngestRun(
            workspace: workspace, archive: archive, settings: settings,
            pseudonyms: try workspace.pseudonyms(),
            launcher: launcher
        ).run()
        let calls = try await archive.calls().calls
        #expect(calls.count == 1)
        let id = try #require(calls.first?.id)
        return try #require(try await archive.call(id))
    }

    private func samples(_ sound: CallSound, count: Int) async throws -> [Int16] {
        try await sound.whenReady()
        var samples = [Int16](repeating: 0, count: count * sound.channelCount)
        var read = 0
        while read < count {
            let first = read * sound.channelCount
            let got = try samples.withUnsafeMutableBufferPointer { buffer in
                try sound.read(
                    at: read, into: UnsafeMutableBufferPointer(rebasing: buffer[first...]))
            }
            guard got > 0 else { break }
            read += got
        }
        #expect(read == count)
        return samples
    }

    @Test("a pair of files is one sound, its channels in the order of the files whoever is whose")
    func pairs() async throws {
        let call = try await ingest([
            "call-7_agent.wav": TestRecordings.wav(seconds: 2, seed: 1),
            "call-7_caller.wav": TestRecordings.wav(seconds: 2, seed: 2),
        ])
        let files = files(WorkspaceSettings())
        let (sound, layout) = try await files.sound(of: call.id)
        #expect(layout == .agentFirst)
        #expect(sound.frameCount == call.recording?.frameCount)
        let before = try await samples(sound, count: 16_000)
        try await archive.changeLayout(
            of: call.id, to: .customerFirst, by: ListenerID("ana"), at: Date())
        let (swapped, other) = try await files.sound(of: call.id)
        #expect(other == .customerFirst)
        #expect(try await samples(swapped, count: 16_000) == before)
    }

    @Test("a file without a header is read as it was taken in, whatever the settings say now")
    func headerless() async throws {
        var settings = WorkspaceSettings()
        settings.headerlessExtensions = ["g711": .aLaw]
        let bytes = (0..<16_000).map { UInt8(truncatingIfNeeded: $0 &* 37 ^ ($0 >> 5)) }
        let call = try await ingest(["old.g711": bytes], settings: settings)
        settings.headerlessExtensions = ["g711": .muLaw]
        let (now, layout) = try await files(settings).sound(of: call.id)
        #expect(layout == .mono)
        let then = try CallSound(
            .file(
                AudioSource(
                    path: workspace.recordingsPath + "/old.g711", headerless: .aLaw),
                layout: .mono))
        #expect(try await samples(now, count: 16_000) == samples(then, count: 16_000))
    }

    @Test("a moved file is found again once it was taken in there")
    func moved() async throws {
        let call = try await ingest(["a.wav": TestRecordings.wav(seconds: 1, seed: 3)])
        let files = files(WorkspaceSettings())
        let old = workspace.recordingsPath + "/a.wav"
        let new = workspace.recordingsPath + "/b.wav"
        try FileManager.default.moveItem(atPath: old, toPath: new)
        await #expect(throws: RecordingGone.self) { try await files.source(of: call) }
        await #expect(throws: RecordingGone.self) { try await files.sound(of: call.id) }
        _ = try await ingest([:])
        #expect(
            try await files.source(of: call)
                == .file(AudioSource(path: new), layout: .mono))
    }

    @Test("a call without sound has none to open")
    func withoutSound() async throws {
        _ = try await archive.importRecords(
            [MetadataRow(record: CallRecord(externalID: "c1"))], at: Date())
        await #expect(throws: RecordingGone.self) {
            try await files(WorkspaceSettings()).sound(of: CallID("c1"))
        }
    }
}
