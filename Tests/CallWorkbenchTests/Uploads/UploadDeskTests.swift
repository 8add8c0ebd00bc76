import Foundation
import Testing

@testable import CallWorkbench

@Suite("Uploads")
struct UploadDeskTests {
    private let scratch: ScratchFolder
    private let workspace: Workspace
    private let wave = TestRecordings.wav(seconds: 1, seed: 1)

    init() throws {
        scratch = try ScratchFolder()
        workspace = Workspace(path: scratch.path)
        try scratch.folder("Recordings")
    }

    private func desk(longest: Int = UploadDesk.longest) -> UploadDesk {
        UploadDesk(workspace: workspace, settings: WorkspaceSettings(), longest: longest)
    }

    private var names: [String] {
        let folder = workspace.recordingsPath + "/Uploads"
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    @Test("a file that comes in pieces is whole at the end, and not seen before")
    func pieces() async throws {
        let desk = desk()
        var progress = try await desk.begin("u1", name: "call.wav", length: wave.count)
        #expect(progress.byteCount == 0)
        while progress.byteCount < wave.count {
            #expect(names.allSatisfy { $0.hasPrefix(".") })
            #expect(progress.path == nil)
            let piece = Array(wave[progress.byteCount..<min(progress.byteCount + 5000, wave.count)])
            progress = try await desk.append("u1", at: progress.byteCount, piece)
        }
        #expect(progress.path == "Recordings/Uploads/call.wav")
        #expect(names == ["call.wav"])
        let path = workspace.absolutePath(ofStored: try #require(progress.path))
        #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path))) == wave)
        #expect(try await desk.progress(of: "u1") == progress)
    }

    @Test("after a break the sender goes on from what is there, also with a new server")
    func resumed() async throws {
        _ = try await desk().begin("u1", name: "call.wav", length: wave.count)
        let first = desk()
        _ = try await first.append("u1", at: 0, Array(wave[..<9000]))
        let second = desk()
        #expect(
            try await second.begin("u1", name: "call.wav", length: wave.count).byteCount == 9000)
        let refused = await #expect(throws: UploadError.self) {
            try await second.append("u1", at: 5000, Array(wave[5000...]))
        }
        #expect(refused?.kind == .wrongOffset(9000))
        let done = try await second.append("u1", at: 9000, Array(wave[9000...]))
        #expect(done.path != nil)
    }

    @Test("what is no recording is refused by its first bytes, and nothing of it stays")
    func notAudio() async throws {
        let desk = desk()
        let page = Array("<!DOCTYPE html><script>alert(1)</script>".utf8)
        _ = try await desk.begin("u1", name: "call.wav", length: page.count)
        let refused = await #expect(throws: UploadError.self) {
            try await desk.append("u1", at: 0, page)
        }
        #expect(refused?.kind == .notAudio)
        #expect(names.isEmpty)
        await #expect(throws: UploadError.self) { try await desk.progress(of: "u1") }
    }

    @Test("sound without a header is taken under an extension that stands for it, and no other")
    func headerless() async throws {
        let desk = desk()
        var random = SystemRandomNumberGenerator()
        let noise = (0..<9000).map { _ in UInt8.random(in: 128...255, using: &random) }
        for (name, isTaken) in [("call.ulaw", true), ("call.bin", false)] {
            _ = try await desk.begin(isTaken ? "a" : "b", name: name, length: noise.count)
            let done = try? await desk.append(isTaken ? "a" : "b", at: 0, noise)
            #expect((done?.path != nil) == isTaken, "\(name)")
        }
    }

    @Test("nothing is ever written over")
    func sameName() async throws {
        let desk = desk()
        for id in ["u1", "u2", "u3"] {
            _ = try await desk.begin(id, name: "call.wav", length: wave.count)
            _ = try await desk.append(id, at: 0, wave)
        }
        #expect(names == ["call-2.wav", "call-3.wav", "call.wav"])
    }

    @Test("too long, too many, more than promised, strange ids: each is refused with a sentence")
    func limits() async throws {
        let desk = desk(longest: 50_000)
        let large = await #expect(throws: UploadError.self) {
            try await desk.begin("u", name: "call.wav", length: 50_001)
        }
        #expect(large?.kind == .tooLarge)
        for id in ["", "../x", "a/b", ".hidden", String(repeating: "a", count: 65)] {
            let bad = await #expect(throws: UploadError.self) {
                try await desk.begin(id, name: "call.wav", length: 10)
            }
            #expect(bad?.kind == .malformed)
        }
        for number in 0..<UploadDesk.most {
            _ = try await desk.begin("u\(number)", name: "call.wav", length: 10)
        }
        let many = await #expect(throws: UploadError.self) {
            try await desk.begin("one-more", name: "call.wav", length: 10)
        }
        #expect(many?.kind == .tooMany)
        let longer = await #expect(throws: UploadError.self) {
            try await desk.append("u0", at: 0, Array(wave[..<11]))
        }
        #expect(longer?.kind == .malformed)
    }

    @Test(
        "a name leads nowhere else and keeps what call recorders write",
        arguments: [
            ("../../etc/passwd", "passwd"), ("C:\\calls\\in.wav", "in.wav"),
            (".hidden.wav", "hidden.wav"),
            ("in-555#0109@20261118 (1).wav", "in-555#0109@20261118 (1).wav"),
            ("llamada ñandú 日本.wav", "llamada ñandú 日本.wav"), ("a\u{202E}vaw.exe", "a-vaw.exe"),
            ("a\nb\u{0}c.wav", "a-b-c.wav"), ("...", "recording"), ("", "recording"),
            ("<script>.wav", "-script-.wav"),
        ])
    func safeNames(name: String, expected: String) {
        #expect(UploadName.safe(name) == expected)
    }

    @Test("a long name is cut at its stem and keeps its ending")
    func longName() {
        let safe = UploadName.safe(String(repeating: "é", count: 300) + ".wav")
        #expect(safe.hasSuffix(".wav"))
        #expect(safe.utf8.count <= UploadName.longest)
    }
}
