import CallAudio
import CallModel
import Foundation

/// The part of a decoding worker: reads jobs from standard input, a line of JSON each, and answers
/// on standard output, until its input ends.
///
/// It runs in a process of its own, because a decoder that meets a hostile file may crash, hang, or
/// take all memory: then the process ends, and the ingest that started it names the file.
public struct DecodeWorker {
    private let input: Int32
    private let output: Int32
    private let measure: (DecodeJob, _ alive: (Double) throws -> Void) throws -> MeasuredCall
    /// Whether the limits of jobs are imposed on this process.
    private let confines: Bool
    private var isConfined = false

    /// Serves standard input and output until the input ends; returns the exit code.
    ///
    /// To be called first thing in a process that does nothing else. Nothing else may be written to
    /// standard output; what libraries write to standard error is dropped.
    public static func run() -> Int32 {
        let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
        if nowhere >= 0 { dup2(nowhere, STDERR_FILENO) }
        var worker = DecodeWorker(
            input: STDIN_FILENO, output: STDOUT_FILENO, confines: true,
            measure: CallMeasurement.run)
        return worker.serve()
    }

    /// A worker on other descriptors with another way of measuring. One that shares its process with
    /// other work must not confine it.
    init(
        input: Int32, output: Int32, confines: Bool,
        measure: @escaping (DecodeJob, _ alive: (Double) throws -> Void) throws -> MeasuredCall
    ) {
        self.input = input
        self.output = output
        self.confines = confines
        self.measure = measure
    }

    /// Answers jobs until the input ends (0), or nobody reads the answers, or a job is unreadable
    /// (1).
    mutating func serve() -> Int32 {
        var lines = LineReader(descriptor: input, longestLine: 1 << 20)
        guard send(DecodeReply(.ready)) else { return 1 }
        do {
            while let line = try lines.next() {
                let job = try JSONDecoder().decode(DecodeJob.self, from: Data(line))
                guard answer(job) else { return 1 }
            }
            return 0
        } catch {
            return 1
        }
    }

    private mutating func answer(_ job: DecodeJob) -> Bool {
        let limits = job.limits
        let used = WorkerLimits.usedCPU()
        // Lowered once, from the first job: a process cannot raise its own bounds again.
        if confines, !isConfined {
            WorkerLimits.confine(memoryMiB: limits.memoryMiB)
            isConfined = true
        }
        allowCPU(seconds: used + limits.cpuSeconds)
        var last = ContinuousClock.now
        do {
            let call = try measure(job) { seconds in
                let now = ContinuousClock.now
                guard now - last >= .milliseconds(500) else { return }
                last = now
                // Time is granted as sound comes out: a long call may take long, a stuck one not.
                let granted = limits.cpuSeconds + seconds / 3600 * limits.cpuSecondsPerHour
                allowCPU(seconds: used + granted)
                var reply = DecodeReply(.alive)
                reply.seconds = seconds
                // Whoever wanted the answer was killed: the rest of the file is nobody's business.
                guard send(reply) else { throw Abandoned() }
            }
            return send(call)
        } catch is Abandoned {
            return false
        } catch let error as AudioError {
            var reply = DecodeReply(.undecodable)
            reply.failure = DecodeReply.Failure(
                kind: error.kind, path: error.path, sentence: error.sentence,
                contentHash: FileHash.of(error.path))
            return send(reply)
        } catch {
            var reply = DecodeReply(.undecodable)
            reply.failure = DecodeReply.Failure(
                kind: .unreadable, path: job.paths[0], sentence: "\(error)",
                contentHash: FileHash.of(job.paths[0]))
            return send(reply)
        }
    }

    private func allowCPU(seconds: Double) {
        if confines { WorkerLimits.allowCPU(seconds: seconds) }
    }

    private func send(_ call: MeasuredCall) -> Bool {
        let packed = WaveformCoding.pack(call.waveform)
        var reply = DecodeReply(.done)
        reply.decoded = call.decoded
        reply.profile = call.profile
        reply.waveform = DecodeReply.WaveformHeader(
            byteCount: packed.count, sampleRate: call.waveform.sampleRate,
            framesPerPoint: call.waveform.framesPerPoint,
            channelCount: call.waveform.channelCount)
        return send(reply) && ByteWriter.write(packed, to: output)
    }

    private func send(_ reply: DecodeReply) -> Bool {
        guard var line = try? JSONEncoder().encode(reply) else { return false }
        line.append(0x0A)
        return ByteWriter.write(Array(line), to: output)
    }

    /// Nobody reads the answers any more.
    private struct Abandoned: Error {}
}
