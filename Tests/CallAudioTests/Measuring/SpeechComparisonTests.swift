import CallAudio
import CallModel
import Foundation
import Testing

/// Writes what `Benchmarks/speech-detection/compare.py` sets beside other detectors. Runs only where
/// `EARFUL_SPEECH_FOUND` names a folder to write to: the synthesised calls (`synthetic/*.wav` and
/// `synthetic.json`), and `found.jsonl`, the segments found in them and in the 16-bit WAV files of the
/// folder that `EARFUL_SPEECH_DATA` names. Use a release build, or the CPU times say nothing.
@Suite(
    "Comparison with other detectors",
    .enabled(if: ProcessInfo.processInfo.environment["EARFUL_SPEECH_FOUND"] != nil))
struct SpeechComparisonTests {
    private struct Truth: Encodable {
        let file: String
        let name: String
        let truth: [[[Double]]]
    }

    private struct Found: Encodable {
        struct Channel: Encodable {
            let speech: [[Double]]
        }
        let file: String
        let channels: [Channel]
        let cpu: Double
    }

    private static func pairs(_ ranges: [CallTimeRange]) -> [[Double]] {
        ranges.map { [$0.start.seconds, $0.end.seconds] }
    }

    private static func cpuSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    private static func found(_ file: String, _ wave: WaveSamples) -> Found {
        let began = cpuSeconds()
        let profile = Listening.profile(
            wave.samples, rate: wave.sampleRate,
            layout: wave.channelCount == 2 ? .agentFirst : .mono)
        let cpu = cpuSeconds() - began
        let channels = [profile.mono, profile.agent?.channel, profile.customer?.channel]
        return Found(
            file: file,
            channels: channels.compactMap { $0 }.map {
                Found.Channel(speech: pairs($0.speech))
            }, cpu: cpu)
    }

    @Test("segments of synthesised and of labelled recordings are written for comparison")
    func write() throws {
        let environment = ProcessInfo.processInfo.environment
        let folder = URL(fileURLWithPath: try #require(environment["EARFUL_SPEECH_FOUND"]))
        let waves = folder.appendingPathComponent("synthetic")
        try FileManager.default.createDirectory(at: waves, withIntermediateDirectories: true)
        var truths: [Truth] = []
        var lines: [Found] = []
        for (index, condition) in SyntheticCall.conditions.enumerated() {
            for seed in 0..<3 {
                let call = SyntheticCall(
                    condition, seconds: 120, seed: UInt64(100 * index + seed + 7))
                let file = waves.appendingPathComponent("\(index)-\(seed).wav")
                let wave = WaveSamples(
                    samples: call.interleaved, channelCount: 2, sampleRate: 8000)
                try Data(wave.file()).write(to: file)
                truths.append(
                    Truth(
                        file: file.path, name: condition.name, truth: call.truth.map(Self.pairs)))
                lines.append(Self.found(file.path, wave))
            }
        }
        if let data = environment["EARFUL_SPEECH_DATA"] {
            for name in try FileManager.default.contentsOfDirectory(atPath: data).sorted()
            where name.hasSuffix(".wav") {
                let path = URL(fileURLWithPath: data).appendingPathComponent(name).path
                let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
                lines.append(Self.found(path, try #require(WaveSamples(file: bytes))))
            }
        }
        let encoder = JSONEncoder()
        try encoder.encode(truths).write(to: folder.appendingPathComponent("synthetic.json"))
        let text = try lines.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        try Data((text.joined(separator: "\n") + "\n").utf8)
            .write(to: folder.appendingPathComponent("found.jsonl"))
        #expect(lines.count >= truths.count)
    }
}
