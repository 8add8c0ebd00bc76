import Foundation
import Testing

/// Plays on a device that fails once in the middle, as when a laptop is closed or a processor is busy.
@Suite("A device that fails while it plays")
struct PlayFaultTests {
    private let samples = PlayRoom.noise(24_000)

    /// Plays three seconds of noise on a device with a fault; returns what it got.
    private func play(
        _ fault: String
    ) throws -> (result: EarfulProcess.Result, played: [Int16]) {
        let library = FileManager.default.temporaryDirectory
            .appending(path: "earful-faulty-\(UUID().uuidString).so").path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: library) }
        try build(library)
        let room = try PlayRoom("pcm_type.faulty { lib \"\(library)\" }")
        try """
        <\(room.path("asound.conf"))>
        pcm.faulty { type faulty file "\(room.path("played.raw"))" after 8000 fault \(fault) }
        """.write(toFile: room.path("faulty.conf"), atomically: true, encoding: .utf8)
        let file = try room.record(samples, channels: 1)
        let result = try EarfulProcess.run(
            ["play", file, "--device", "faulty", "--no-level"],
            environment: ["ALSA_CONFIG_PATH": room.path("faulty.conf")], in: room.folder)
        return (result, try room.played())
    }

    private func build(_ library: String) throws {
        let source = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "FaultyDevice/faulty-device.c")
        let compiler = Process()
        compiler.executableURL = URL(filePath: "/usr/bin/env")
        compiler.arguments = [
            "cc", "-DPIC", "-shared", "-fPIC", "-o", library, source.path(percentEncoded: false),
            "-lasound",
        ]
        try compiler.run()
        compiler.waitUntilExit()
        try #require(compiler.terminationStatus == 0)
    }

    @Test("that was suspended, it goes on where it was")
    func suspended() throws {
        let (result, played) = try play("suspended")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors == "")
        let isWhole = played == samples
        #expect(isWhole, "\(played.count) frames")
    }

    @Test("that was suspended and cannot go on, it is made ready anew")
    func suspendedForGood() throws {
        let (result, played) = try play("suspended resumes 0")
        #expect(result.status == 0, "\(result.errors)")
        let isWhole = played == samples
        #expect(isWhole, "\(played.count) frames")
    }

    @Test("that ran dry, it goes on, and says at the end that it did")
    func underrun() throws {
        let (result, played) = try play("dry")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.contains("The sound device ran dry once"), "\(result.errors)")
        let isWhole = played == samples
        #expect(isWhole, "\(played.count) frames")
    }

    @Test("and cannot be made ready, it says so and what to do")
    func lost() throws {
        for fault in ["suspended resumes 0 prepares 0", "dry prepares 0"] {
            let (result, played) = try play(fault)
            #expect(result.status == 5)
            #expect(
                result.errors.contains(
                    "The sound device \"faulty\" stopped playing: No such device"),
                "\(result.errors)")
            #expect(result.errors.contains("--device NAME"))
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
            #expect(played.count < samples.count)
        }
    }
}
