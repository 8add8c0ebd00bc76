import Foundation

@testable import CallWorkbench

/// Recordings for tests: bursts of noise in 16-bit PCM, the same for the same seed.
enum TestRecordings {
    /// A WAV file of 8 kHz whose channels speak in turns of a second.
    static func wav(seconds: Double, channels: Int = 1, seed: UInt64) -> [UInt8] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        func noise() -> Int16 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int16(truncatingIfNeeded: Int(state >> 49) - 16_384) / 4
        }
        let frames = Int(seconds * 8000)
        var samples: [Int16] = []
        samples.reserveCapacity(frames * channels)
        for frame in 0..<frames {
            for channel in 0..<channels {
                samples.append(frame / 8000 % 2 == channel % 2 ? noise() : 0)
            }
        }
        let body = samples.flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
        }
        func word(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 255) } }
        func half(_ value: Int) -> [UInt8] { (0..<2).map { UInt8(value >> ($0 * 8) & 255) } }
        let format =
            half(1) + half(channels) + word(8000) + word(16_000 * channels) + half(2 * channels)
            + half(16)
        return Array("RIFF".utf8) + word(36 + body.count) + Array("WAVEfmt ".utf8) + word(16)
            + format + Array("data".utf8) + word(body.count) + body
    }

    /// The program whose hidden mode is a decoding worker: `EARFUL_EXECUTABLE`, else the one built
    /// beside the tests.
    static var launcher: WorkerLauncher? {
        let named = ProcessInfo.processInfo.environment["EARFUL_EXECUTABLE"]
        let tests =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let path = named ?? FilePlace.folder(of: tests) + "/earful"
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        return WorkerLauncher(path: path, arguments: ["decode-worker"])
    }
}
