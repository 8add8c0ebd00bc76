import CallArchive
import CallAudio
import CallModel
import Foundation
import Testing

@testable import CallWorkbench

@Suite struct DecodeWorkerTests {
    private func job(_ path: String) -> DecodeJob {
        DecodeJob(
            source: CallSource(path: path), holds: nil, thresholds: ProfileThresholds(),
            limits: DecodeLimits())
    }

    /// Feeds lines to a worker with a fake way of measuring; returns its exit code and what it
    /// said.
    private func serve(
        _ lines: [Data],
        measure: @escaping (DecodeJob, (Double) throws -> Void) throws -> MeasuredCall
    ) throws -> (code: Int32, answers: [UInt8]) {
        let scratch = try ScratchFolder()
        var text = Data()
        for line in lines { text += line + Data("\n".utf8) }
        let input = try scratch.file("in", Array(text))
        let output = try scratch.file("out", "")
        let (from, to) = (open(input, O_RDONLY), open(output, O_WRONLY))
        defer {
            close(from)
            close(to)
        }
        var worker = DecodeWorker(input: from, output: to, confines: false, measure: measure)
        return (worker.serve(), Array(try Data(contentsOf: URL(fileURLWithPath: output))))
    }

    private func measured(_ seconds: Double) -> MeasuredCall {
        let file = RecordedFile(
            contentHash: ContentHash("aa"), byteCount: 3, container: .wav, codec: .pcm16,
            sampleRate: 8000, channelCount: 1, frameCount: Int(seconds * 8000),
            headerFrameCount: nil)
        let recording = Recording(
            files: [file], sampleRate: 8000, frameCount: file.frameCount, layout: .mono, flaws: [])
        let waveform = Waveform(
            sampleRate: 8000, framesPerPoint: 160, channelCount: 1,
            extremes: [-10, 0x0A0A, -20, 10])
        return MeasuredCall(
            decoded: DecodedCall(recording: recording, metadata: [EmbeddedMetadata()]),
            profile: Profile(thresholds: ProfileThresholds(), seconds: seconds), waveform: waveform)
    }

    @Test("a worker greets, answers each job in order, and ends with its input")
    func answers() throws {
        let jobs = try ["/a.wav", "/b.wav"].map { try JSONEncoder().encode(job($0)) }
        let (code, bytes) = try serve(jobs) { job, _ in
            if job.paths == ["/b.wav"] {
                throw AudioError(kind: .unsupported, path: "/b.wav", sentence: "It is G.729.")
            }
            return measured(12)
        }
        #expect(code == 0)
        let pieces = bytes.split(separator: 0x0A, maxSplits: 2)
        let greeting = try JSONDecoder().decode(DecodeReply.self, from: Data(pieces[0]))
        #expect(greeting.kind == .ready)
        let done = try JSONDecoder().decode(DecodeReply.self, from: Data(pieces[1]))
        #expect(done.kind == .done)
        #expect(done.decoded == measured(12).decoded)
        #expect(done.profile == measured(12).profile)
        // The packed waveform follows its line, whatever bytes it is made of.
        let count = try #require(done.waveform?.byteCount)
        #expect(count == 4)
        let failed = try JSONDecoder().decode(
            DecodeReply.self, from: Data(pieces[2].dropFirst(count)))
        #expect(failed.kind == .undecodable)
        #expect(failed.failure?.sentence == "It is G.729.")
        #expect(failed.failure?.contentHash == nil)
    }

    @Test("a job that cannot be read ends the worker")
    func unreadableJob() throws {
        let (code, _) = try serve([Data("{}".utf8)]) { _, _ in measured(1) }
        #expect(code == 1)
    }

    @Test("a packed waveform comes back within a thirty-second of each value")
    func waveformCoding() throws {
        let values: [Int16] = [0, 1, -1, 7, -100, 1000, -12_345, 32_767, -32_768, 255, -256, 4096]
        let waveform = Waveform(
            sampleRate: 8000, framesPerPoint: 160, channelCount: 2, extremes: values)
        let packed = WaveformCoding.pack(waveform)
        #expect(packed.count == values.count)
        var blob = WaveformBlob(
            data: Data(packed), encoding: WaveformCoding.name, sampleRate: 8000,
            framesPerPoint: 160, channelCount: 2)
        let back = try #require(WaveformCoding.unpack(blob))
        for (value, unpacked) in zip(values, back.extremes) {
            #expect(abs(Int(value) - Int(unpacked)) <= 8 + abs(Int(value)) / 32, "\(value)")
        }
        blob.data.removeLast()
        #expect(WaveformCoding.unpack(blob) == nil)
        blob.encoding = "another"
        #expect(WaveformCoding.unpack(blob) == nil)
    }
}
