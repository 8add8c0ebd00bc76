import ArgumentParser
import CallWorkbench
import Foundation

struct WaveformCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waveform",
        abstract: "Write a recording's waveform as peaks.js and wavesurfer read it.",
        discussion: "The data format of BBC audiowaveform, version 2, each channel on its own.")

    @Argument(help: ArgumentHelp("The recording.", valueName: "file"))
    var file: String

    @Option(help: "dat (binary) or json.")
    var format = WaveformDocument.Format.json

    @Option(help: ArgumentHelp("Frames in one point, 2 or more.", valueName: "n"))
    var framesPerPoint = 256

    @Option(help: ArgumentHelp("Bits of a value, 8 or 16.", valueName: "bits"))
    var bits = 8

    @Option(help: ArgumentHelp("Where to write it. Default: standard output.", valueName: "file"))
    var output: String?

    mutating func validate() throws {
        guard (2...10_000_000).contains(framesPerPoint) else {
            throw ValidationError(
                "--frames-per-point \(framesPerPoint) is out of range: 2 to 10000000.")
        }
        guard bits == 8 || bits == 16 else {
            throw ValidationError("--bits \(bits) is neither 8 nor 16.")
        }
    }

    func run() throws {
        let document = try WaveformDocument.of(
            file, framesPerPoint: framesPerPoint, bits: bits, format: format)
        guard let output else { return try FileHandle.standardOutput.write(contentsOf: document) }
        // Not atomically: the name may be that of a device or a pipe.
        try document.write(to: URL(filePath: output))
    }
}
