import CallAudio
import CallModel
import Foundation
import Testing

@testable import CallWorkbench

/// Workers that are shell scripts, and do what decoders do at their worst.
@Suite struct DecodeWorkerHandleTests {
    private let ready = #"echo '{"kind":"ready"}'; "#

    private func decode(
        _ script: String, silence: Double = 5, times: Int = 1, stop: StopSignal? = nil
    ) async throws -> [DecodeResult] {
        var limits = DecodeLimits()
        limits.silenceSeconds = silence
        let job = DecodeJob(
            source: CallSource(path: "/a.wav"), holds: nil, thresholds: ProfileThresholds(),
            limits: limits)
        let handle = DecodeWorkerHandle(
            launcher: WorkerLauncher(path: "/bin/sh", arguments: ["-c", script]),
            stop: try stop ?? StopSignal())
        var results: [DecodeResult] = []
        for _ in 0..<times { results.append(try await handle.decode(job) { _ in }) }
        return results
    }

    private func reason(_ result: DecodeResult?) -> String? {
        if case .lost(let reason)? = result { reason } else { nil }
    }

    @Test(
        "a worker that ends over a file is told by how it ended",
        arguments: [
            ("kill -SEGV $$", "crashed on it, or needed more than 512 MiB (SIGSEGV)"),
            ("kill -ABRT $$", "(SIGABRT)"), ("kill -XCPU $$", "more CPU time"),
            ("kill -KILL $$", "killed"), ("exit 139", "exit code 139"),
            ("echo garbage", "cannot be understood"), ("echo '{\"kind\":\"done\"}'", "understood"),
        ])
    func endings(script: String, part: String) async throws {
        let result = try await decode(ready + "read job; " + script).first
        #expect(reason(result)?.contains(part) == true, "\(String(describing: result))")
    }

    @Test("a worker that gives no sign of life is ended, and the next file has a new one")
    func hanging() async throws {
        let clock = ContinuousClock()
        let time = try await clock.measure {
            let results = try await decode(
                ready + "read job; exec sleep 600", silence: 0.3, times: 2)
            for result in results { #expect(reason(result)?.contains("no sign of life") == true) }
        }
        // Long before the worker would have ended, however busy the machine.
        #expect(time < .seconds(120))
    }

    @Test("signs of life keep a slow worker alive")
    func slow() async throws {
        let script =
            ready + "read job; for i in 1 2 3 4; do sleep 0.2; "
            + #"echo '{"kind":"alive","seconds":1}'; done; exit 3"#
        let result = try await decode(script, silence: 0.6).first
        #expect(reason(result)?.contains("exit code 3") == true)
    }

    @Test("a named reason passes through, and the same worker takes the next job")
    func undecodable() async throws {
        let answer =
            #"{"kind":"undecodable","failure":{"kind":"unsupported","path":"/a.wav","sentence":"#
        let script =
            ready + "n=0; while read job; do n=$((n+1)); "
            + "echo '\(answer)\"'$n'\"}}'; done"
        let results = try await decode(script, times: 3)
        let sentences = results.map { result in
            if case .undecodable(let failure) = result { failure.sentence } else { "" }
        }
        #expect(sentences == ["1", "2", "3"])
    }

    @Test("what does not say that it is ready is no worker, and stops the ingest, not a file")
    func mute() async throws {
        await #expect(throws: IngestError.workerMute(path: "/bin/sh")) {
            try await decode("exit 0")
        }
        await #expect(throws: IngestError.workerMute(path: "/bin/sh")) {
            try await decode("exec sleep 600", silence: 0.2)
        }
        let handle = DecodeWorkerHandle(
            launcher: WorkerLauncher(path: "/no/such/program", arguments: []),
            stop: try StopSignal())
        let job = DecodeJob(
            source: CallSource(path: "/a.wav"), holds: nil, thresholds: ProfileThresholds(),
            limits: DecodeLimits())
        await #expect(throws: IngestError.workerRefused(path: "/no/such/program", errno: ENOENT)) {
            _ = try await handle.decode(job) { _ in }
        }
    }

    @Test("the stop signal ends a wait at once")
    func stopping() async throws {
        let stop = try StopSignal()
        let script = ready + "read job; exec sleep 600"
        let clock = ContinuousClock()
        let time = await clock.measure {
            let decoding = Task { try await decode(script, silence: 500, stop: stop) }
            try? await Task.sleep(for: .milliseconds(200))
            stop.give()
            await #expect(throws: CancellationError.self) { _ = try await decoding.value }
        }
        // Long before the worker would have ended, however busy the machine.
        #expect(time < .seconds(120))
        #expect(stop.isGiven)
    }
}
