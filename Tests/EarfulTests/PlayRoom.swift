import Foundation

/// A folder with a configuration of ALSA and recordings.
final class PlayRoom {
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "earful-play-\(UUID().uuidString)", directoryHint: .isDirectory)

    init(_ more: String = "") throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let slave = "type file slave.pcm null file \"\(path("played.raw"))\" format raw"
        let devices = """
            </usr/share/alsa/alsa.conf>
            pcm.capture { \(slave) }
            pcm.card48 { type plug slave { pcm capture rate 48000 channels 2 format S32_LE } }
            pcm.card44 { type plug slave { pcm capture rate 44100 channels 1 format FLOAT_LE } }
            pcm.mono { type plug slave { pcm capture channels 1 } }
            \(more)
            """
        try devices.write(
            to: folder.appending(path: "asound.conf"), atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String {
        folder.appending(path: name).path(percentEncoded: false)
    }

    /// Writes a recording of 8 kHz and 16 bits.
    func record(_ samples: [Int16], channels: UInt16) throws -> String {
        var file = Data("RIFF".utf8)
        func append(_ value: some FixedWidthInteger) {
            withUnsafeBytes(of: value.littleEndian) { file.append(contentsOf: $0) }
        }
        append(UInt32(36 + samples.count * 2))
        file.append(Data("WAVEfmt ".utf8))
        append(UInt32(16))
        append(UInt16(1))
        append(channels)
        append(UInt32(8_000))
        append(UInt32(16_000) * UInt32(channels))
        append(2 * channels)
        append(UInt16(16))
        file.append(Data("data".utf8))
        append(UInt32(samples.count * 2))
        samples.withUnsafeBytes { file.append(contentsOf: $0) }
        try file.write(to: folder.appending(path: "call.wav"))
        return path("call.wav")
    }

    func play(_ arguments: String...) throws -> EarfulProcess.Result {
        try EarfulProcess.run(
            ["play"] + arguments, environment: ["ALSA_CONFIG_PATH": path("asound.conf")],
            in: folder)
    }

    /// What the device got.
    func played<Sample: BitwiseCopyable>(as type: Sample.Type = Int16.self) throws -> [Sample] {
        try Data(contentsOf: folder.appending(path: "played.raw"))
            .withUnsafeBytes { Array($0.bindMemory(to: type)) }
    }

    /// Samples without any order, always the same.
    static func noise(_ count: Int) -> [Int16] {
        var state: UInt64 = 7
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int16(truncatingIfNeeded: Int(state >> 48))
        }
    }
}
