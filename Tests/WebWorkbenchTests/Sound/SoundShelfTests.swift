import CallArchive
import CallModel
import Foundation
import Testing

@testable import CallWorkbench
@testable import WebWorkbench

@Suite("Open sounds")
struct SoundShelfTests {
    private let sample: SampleSite
    private let folder: URL

    init() throws {
        sample = try SampleSite()
        folder = FileManager.default.temporaryDirectory
            .appending(path: "earful-shelf-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// A second of silence in a WAV file; returns its path.
    private func recording(_ name: String, of call: CallID, hash: String) async throws -> String {
        let path = folder.appending(path: name).path
        let wave = Self.silence(frames: 8000)
        try Data(wave).write(to: URL(filePath: path))
        let listed = try #require(ListedFile(path: path, workspace: Workspace(path: "/workspace")))
        let contentHash = ContentHash(String(repeating: hash, count: 64))
        let file = RecordedFile(
            contentHash: contentHash, byteCount: wave.count, container: .wav, codec: .pcm16,
            sampleRate: 8000, channelCount: 1, frameCount: 8000, headerFrameCount: 8000)
        let ingested = IngestedCall(
            facts: [.callRecord: CallRecord(externalID: call.rawValue)],
            recording: Recording(
                files: [file], sampleRate: 8000, frameCount: 8000, layout: .mono, flaws: []),
            profile: Profile(thresholds: ProfileThresholds(), seconds: 1),
            waveform: WaveformBlob(
                data: Data([0, 0]), encoding: WaveformCoding.name, sampleRate: 8000,
                framesPerPoint: 8000, channelCount: 1),
            locations: [FileLocation(stamp: listed.stamp, contentHash: contentHash)])
        _ = try await sample.archive.save([ingested], at: SampleSite.now)
        return path
    }

    @Test("what was deleted is not heard any more once an ingest has looked; the rest is")
    func gone() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let (deleted, kept) = (CallID("C-1"), CallID("C-2"))
        let path = try await recording("a.wav", of: deleted, hash: "a")
        _ = try await recording("b.wav", of: kept, hash: "b")
        let shelf = sample.site.sounds
        _ = try await shelf.sound(of: deleted)
        _ = try await shelf.sound(of: kept)
        try FileManager.default.removeItem(atPath: path)
        // It may have been moved: that is not for the shelf to know.
        _ = try await shelf.sound(of: deleted)
        await shelf.closeGone()
        await #expect(throws: RecordingGone.self) { _ = try await shelf.sound(of: deleted) }
        _ = try await shelf.sound(of: kept)
    }

    /// A WAV file of silence: 16-bit, mono, 8 kHz.
    private static func silence(frames: Int) -> [UInt8] {
        func word(_ value: Int, _ count: Int = 4) -> [UInt8] {
            (0..<count).map { UInt8(value >> ($0 * 8) & 255) }
        }
        let format =
            word(1, 2) + word(1, 2) + word(8000) + word(16_000) + word(2, 2) + word(16, 2)
        return Array("RIFF".utf8) + word(36 + 2 * frames) + Array("WAVEfmt ".utf8) + word(16)
            + format + Array("data".utf8) + word(2 * frames)
            + [UInt8](repeating: 0, count: 2 * frames)
    }
}
