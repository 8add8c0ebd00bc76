import CallArchive
import CallAudio
import CallModel
import Foundation

/// What came of a job.
enum DecodeResult: Sendable {
    /// The call is decoded and measured.
    case decoded(DecodedCall, Profile, WaveformBlob)
    /// It does not decode, for a reason of its own.
    case undecodable(DecodeReply.Failure)
    /// The worker was lost over it; a sentence says how.
    case lost(String)
}

/// The owner of one worker: hands it jobs, waits for the answers, and starts another where it
/// crashes, hangs, or talks nonsense.
actor DecodeWorkerHandle {
    private let executor = BlockingExecutor(label: "earful.decode-worker")
    private let launcher: WorkerLauncher
    private let stop: StopSignal
    private var process: WorkerProcess?
    private var lines = LineReader(descriptor: -1, longestLine: 0)

    /// The longest line that an answer may be, in bytes: the profile of a day's recording is under
    /// 10 MB.
    private static let longestAnswer = 64 << 20
    private static let longestWaveform = 256 << 20

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    init(launcher: WorkerLauncher, stop: StopSignal) {
        self.launcher = launcher
        self.stop = stop
    }

    /// Has a call decoded; `alive` gets the seconds decoded so far.
    ///
    /// Throws `CancellationError` when the stop signal is given, and ``IngestError`` where workers
    /// do not start at all.
    func decode(_ job: DecodeJob, alive: @Sendable (Double) -> Void) throws -> DecodeResult {
        let silence = job.limits.silenceSeconds
        do {
            let process = try running(silence: silence)
            var line = Array(try JSONEncoder().encode(job))
            line.append(0x0A)
            // Where the worker died meanwhile, the reading below finds out how.
            _ = ByteWriter.write(line, to: process.socket)
            while let line = try next(silence: silence) {
                let reply = try JSONDecoder().decode(DecodeReply.self, from: Data(line))
                if let result = try result(of: reply, silence: silence, alive: alive) {
                    return result
                }
            }
            return .lost(end()?.sentence(limits: job.limits) ?? "The decoder was lost.")
        } catch let error as CancellationError {
            _ = end()
            throw error
        } catch let error as IngestError {
            _ = end()
            throw error
        } catch is WorkerSilence {
            _ = end()
            return .lost("The decoder gave no sign of life for \(Int(silence)) s over it.")
        } catch {
            _ = end()
            return .lost("The decoder's answer about it cannot be understood.")
        }
    }

    private func result(
        of reply: DecodeReply, silence: Double, alive: (Double) -> Void
    ) throws -> DecodeResult? {
        switch reply.kind {
        case .ready: return nil
        case .alive:
            alive(reply.seconds ?? 0)
            return nil
        case .undecodable:
            guard let failure = reply.failure else { throw LineReaderError.lineTooLong }
            return .undecodable(failure)
        case .done:
            guard let decoded = reply.decoded, let profile = reply.profile,
                let header = reply.waveform, (0...Self.longestWaveform).contains(header.byteCount),
                let bytes = try lines.bytes(
                    header.byteCount, wait: { try wait(seconds: silence) })
            else { throw LineReaderError.lineTooLong }
            let waveform = WaveformBlob(
                data: Data(bytes), encoding: WaveformCoding.name, sampleRate: header.sampleRate,
                framesPerPoint: header.framesPerPoint, channelCount: header.channelCount)
            return .decoded(decoded, profile, waveform)
        }
    }

    /// The worker, started and known to be up.
    private func running(silence: Double) throws -> WorkerProcess {
        if let process { return process }
        let process = try WorkerProcess(launcher)
        self.process = process
        lines = LineReader(descriptor: process.socket, longestLine: Self.longestAnswer)
        let greeting: ArraySlice<UInt8>?
        do {
            greeting = try next(silence: silence)
        } catch is WorkerSilence {
            throw IngestError.workerMute(path: launcher.path)
        }
        guard let greeting,
            let reply = try? JSONDecoder().decode(DecodeReply.self, from: Data(greeting)),
            reply.kind == .ready
        else { throw IngestError.workerMute(path: launcher.path) }
        return process
    }

    private func next(silence: Double) throws -> ArraySlice<UInt8>? {
        guard let socket = process?.socket else { return nil }
        return try lines.next { try Self.wait(socket, stop, seconds: silence) }
    }

    private func wait(seconds: Double) throws {
        if let socket = process?.socket { try Self.wait(socket, stop, seconds: seconds) }
    }

    /// Waits until the worker says something; throws `CancellationError` when told to stop before,
    /// and ``WorkerSilence`` where it says nothing for too long.
    private static func wait(_ socket: Int32, _ stop: StopSignal, seconds: Double) throws {
        var watched = [
            pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
        ]
        let deadline = ContinuousClock.now + .seconds(seconds)
        while true {
            let left = max(0, (deadline - .now) / .milliseconds(1))
            let ready = poll(&watched, nfds_t(watched.count), Int32(left.rounded(.up)))
            if ready < 0, errno == EINTR { continue }
            if watched[0].revents != 0 { throw CancellationError() }
            if ready == 0 { throw WorkerSilence() }
            return
        }
    }

    private func end() -> WorkerEnding? {
        defer { process = nil }
        return process?.end()
    }
}

/// A worker gave no sign of life for too long.
private struct WorkerSilence: Error {}
