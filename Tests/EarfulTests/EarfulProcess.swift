import Foundation
import Testing

/// The built program, run as a person runs it.
struct EarfulProcess {
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The executable beside the test bundle.
    static let executable: URL = {
        let runner = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        var folder = runner.deletingLastPathComponent()
        // The test bundle lies in the build folder, where the products lie too; a runner of the
        // toolchain is told where by its arguments.
        if !FileManager.default.fileExists(atPath: folder.appending(path: "earful").path()) {
            let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? ""
            folder = URL(filePath: bundle).deletingLastPathComponent()
        }
        return folder.appending(path: "earful")
    }()

    /// Runs a command to its end. The environment holds nothing but what is given.
    @discardableResult
    static func run(
        _ arguments: String..., environment: [String: String] = [:], in folder: URL? = nil
    ) throws -> Result {
        try run(arguments, environment: environment, in: folder)
    }

    static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: URL? = nil
    ) throws -> Result {
        let (process, output, errors) = prepared(arguments, environment: environment, in: folder)
        try process.run()
        // Errors are few; they fit the pipe while the output is read.
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }

    /// Starts a command and kills it without warning after a while; returns what it had printed.
    static func kill(
        _ arguments: [String], afterSeconds seconds: Double
    ) throws -> (output: String, wasKilled: Bool) {
        let (process, output, _) = prepared(arguments, environment: [:], in: nil)
        try process.run()
        Thread.sleep(forTimeInterval: seconds)
        if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) }
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            String(decoding: text, as: UTF8.self), process.terminationReason == .uncaughtSignal
        )
    }

    private static func prepared(
        _ arguments: [String], environment: [String: String], in folder: URL?
    ) -> (Process, Pipe, Pipe) {
        let process = Process()
        let output = Pipe()
        let errors = Pipe()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment.merging(
            ["PATH": "/usr/bin:/bin", "EARFUL_LISTENER": "ana"]) { given, _ in given }
        if let folder { process.currentDirectoryURL = folder }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        return (process, output, errors)
    }
}

/// A workspace in a temporary folder, deleted with it.
final class TemporaryWorkspace {
    let folder: URL

    var path: String { folder.path(percentEncoded: false) }

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "earful-test-\(UUID().uuidString)", directoryHint: .isDirectory)
        let made = try EarfulProcess.run("init", folder.path(percentEncoded: false))
        try #require(made.status == 0, "\(made.errors)")
        try "time_zone: Europe/Madrid\n".write(
            to: folder.appending(path: "Annotations/settings.yml"), atomically: true,
            encoding: .utf8)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Runs a command in the workspace.
    @discardableResult
    func earful(_ arguments: String...) throws -> EarfulProcess.Result {
        try EarfulProcess.run(arguments, in: folder)
    }

    /// Writes a two-sided recording, 8 kHz and 16 bits, in which the sides take turns.
    func record(_ name: String, seconds: Int, seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var samples: [Int16] = []
        samples.reserveCapacity(seconds * 16_000)
        for frame in 0..<(seconds * 8_000) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let noise = Int16(truncatingIfNeeded: Int(state >> 52) - 2_048)
            let turn = frame / 24_000 % 2
            let speaks = frame / 2_000 % 4 != 3
            samples.append(turn == 0 && speaks ? noise : noise / 512)
            samples.append(turn == 1 && speaks ? noise : noise / 512)
        }
        var file = Data("RIFF".utf8)
        func append(_ value: some FixedWidthInteger) {
            withUnsafeBytes(of: value.littleEndian) { file.append(contentsOf: $0) }
        }
        append(UInt32(36 + samples.count * 2))
        file.append(Data("WAVEfmt ".utf8))
        append(UInt32(16))
        append(UInt16(1))
        append(UInt16(2))
        append(UInt32(8_000))
        append(UInt32(32_000))
        append(UInt16(4))
        append(UInt16(16))
        file.append(Data("data".utf8))
        append(UInt32(samples.count * 2))
        samples.withUnsafeBytes { file.append(contentsOf: $0) }
        try file.write(to: folder.appending(path: "Recordings/\(name)"))
    }
}
