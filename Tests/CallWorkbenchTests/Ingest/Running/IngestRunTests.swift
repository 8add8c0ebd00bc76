import CallArchive
import CallAudio
import CallModel
import Foundation
import Synchronization
import Testing

@testable import CallWorkbench

/// Ingest from end to end: real files, real workers, a real archive.
@Suite(.enabled(if: TestRecordings.launcher != nil, "the program is not built beside the tests"))
struct IngestRunTests {
    private let scratch: ScratchFolder
    private let workspace: Workspace
    private let archive: Archive
    private var settings = WorkspaceSettings()

    init() throws {
        scratch = try ScratchFolder()
        workspace = try Workspace.create(at: scratch.path + "/w").workspace
        archive = try Archive.inMemory()
        settings.timeZone = try #require(TimeZone(identifier: "UTC"))
        settings.workerCount = 2
    }

    @discardableResult
    private func add(
        _ name: String, seconds: Double = 2, channels: Int = 1, seed: UInt64
    ) throws -> String {
        try scratch.file(
            "w/Recordings/" + name,
            TestRecordings.wav(seconds: seconds, channels: channels, seed: seed))
    }

    /// Runs an ingest; returns its report, and the outcomes by path below `Recordings/`.
    private func ingest(
        _ paths: [String] = [], metadata: String? = nil, launcher: WorkerLauncher? = nil,
        settle: Double = 0
    ) async throws -> (report: IngestReport, outcomes: [String: IngestOutcome]) {
        let launcher = try #require(launcher ?? TestRecordings.launcher)
        var options = IngestOptions()
        options.settleSeconds = settle
        let run = IngestRun(
            workspace: workspace, archive: archive, settings: settings,
            pseudonyms: try workspace.pseudonyms(), launcher: launcher, options: options)
        let told = Mutex<[String: IngestOutcome]>([:])
        let report = try await run.run(paths: paths, metadata: metadata) { event in
            guard case .outcome(let outcome) = event else { return }
            told.withLock { $0[outcome.path.replacing("Recordings/", with: "")] = outcome }
        }
        return (report, told.withLock { $0 })
    }

    @Test("new files go in once; what is no recording is passed over")
    func simple() async throws {
        try add("ana_600112233_20261118-100000_77.wav", channels: 2, seed: 1)
        try add("deep/below/b.wav", seed: 2)
        try scratch.file("w/Recordings/notes.txt", "hello")
        try scratch.file("w/Recordings/.hidden.wav", "hello")
        let first = try await ingest()
        #expect(first.report.newFiles == 2)
        #expect(first.report.ignoredFiles == 1)
        #expect(first.report.isComplete)
        #expect(abs(first.report.audioSeconds - 4) < 0.01)
        let outcome = try #require(first.outcomes["ana_600112233_20261118-100000_77.wav"])
        #expect(outcome.status == .new)
        #expect(outcome.sides == 2)
        #expect(outcome.durationSeconds == 2)
        #expect(outcome.call == CallID("77"))
        let details = try await archive.callDetails(CallID("77"))
        #expect(details.call.record.agent == "ana")
        #expect(details.call.record.caller?.hasPrefix("c-") == true)
        #expect(details.profile?.agent != nil)
        let waveform = try #require(details.waveform.flatMap(WaveformCoding.unpack))
        #expect(waveform.pointCount == 100)

        let second = try await ingest()
        #expect(second.report.unchangedFiles == 2)
        #expect(second.report.newFiles == 0)
    }

    @Test("moved, copied, touched and changed files are told apart, and calls keep their names")
    func places() async throws {
        let a = try add("a.wav", seed: 1)
        let b = try add("b.wav", seed: 2)
        let c = try add("c.wav", seed: 3)
        let first = try await ingest().outcomes
        let files = FileManager.default
        try files.moveItem(atPath: a, toPath: workspace.recordingsPath + "/moved.wav")
        try files.copyItem(atPath: b, toPath: workspace.recordingsPath + "/copy.wav")
        try files.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: b)
        try add("c.wav", seconds: 3, seed: 4)
        let second = try await ingest()
        #expect(second.outcomes["moved.wav"]?.status == .moved)
        #expect(second.outcomes["moved.wav"]?.call == first["a.wav"]?.call)
        #expect(second.outcomes["copy.wav"]?.status == .duplicate)
        #expect(second.outcomes["b.wav"]?.status == .unchanged)
        #expect(second.outcomes["c.wav"]?.status == .changed)
        #expect(second.outcomes["c.wav"]?.call == first["c.wav"]?.call)
        #expect(second.outcomes["c.wav"]?.durationSeconds == 3)
        #expect(second.report.isComplete)
        #expect(try await archive.countCalls(CallFilter()) == 3)
        let third = try await ingest()
        #expect(third.report.unchangedFiles == 4)
        #expect(c.hasSuffix("c.wav"))
    }

    @Test("a playable copy goes once its recording lies nowhere, and no sooner")
    func retention() async throws {
        let path = try scratch.file("w/Recordings/a.gsm", Self.silentGSM(seconds: 4))
        try scratch.file("w/Recordings/b.gsm", Self.silentGSM(seconds: 2))
        let calls = try await ingest().outcomes
        let workbench = Workbench(workspace: workspace, settings: settings, archive: archive)
        let files = CallFiles(workbench)
        var copies: [String] = []
        for name in ["a.gsm", "b.gsm"] {
            let (sound, _) = try await files.sound(of: try #require(calls[name]?.call))
            copies.append(try #require(try await sound.finishedCopy()).path)
        }
        func kept() -> [Bool] { copies.map(FileManager.default.fileExists(atPath:)) }
        let moved = workspace.recordingsPath + "/moved.gsm"
        try FileManager.default.moveItem(atPath: path, toPath: moved)
        _ = try await ingest()
        #expect(kept() == [true, true])
        try FileManager.default.removeItem(atPath: moved)
        _ = try await ingest()
        #expect(kept() == [false, true])
    }

    /// Headerless GSM 06.10: frames of 33 bytes, 20 ms each, that begin with the nibble 0xD.
    private static func silentGSM(seconds: Int) -> [UInt8] {
        (0..<seconds * 50).flatMap { _ in [0xD0] + [UInt8](repeating: 0, count: 32) }
    }

    @Test("the same sound twice in one run is one call")
    func twins() async throws {
        for name in ["a", "b", "c"] { try add("\(name).wav", seed: 1) }
        let (report, outcomes) = try await ingest()
        #expect(report.newFiles == 1)
        #expect(report.duplicateFiles == 2)
        #expect(Set(outcomes.values.map(\.call)).count == 1)
    }

    @Test("two mono files are one call; a half that comes alone waits as mono for its other half")
    func pairs() async throws {
        try add("x/call_agent.wav", seconds: 2, seed: 1)
        try add("x/call_caller.wav", seconds: 3, seed: 2)
        try add("y_agent.wav", seed: 3)
        try add("agent_1.wav", seed: 4)
        try add("customer_2.wav", seed: 5)
        let first = try await ingest()
        #expect(first.report.pairedCalls == 1)
        #expect(first.report.newFiles == 5)
        let half = try #require(first.outcomes["x/call_agent.wav"])
        #expect(half.sides == 2)
        #expect(half.durationSeconds == 3)
        #expect(half.partner == "Recordings/x/call_caller.wav")
        #expect(first.outcomes["y_agent.wav"]?.sides == 1)
        #expect(first.outcomes["agent_1.wav"]?.sides == 1)

        try add("y_customer.wav", seed: 6)
        let second = try await ingest([workspace.recordingsPath + "/y_customer.wav"])
        #expect(second.outcomes["y_agent.wav"]?.status == .paired)
        #expect(second.outcomes["y_customer.wav"]?.status == .new)
        #expect(second.outcomes["y_customer.wav"]?.call == first.outcomes["y_agent.wav"]?.call)
        #expect(second.outcomes["y_customer.wav"]?.sides == 2)
        #expect(try await ingest().report.unchangedFiles == 6)
        #expect(try await archive.countCalls(CallFilter()) == 4)
    }

    @Test("files named like a pair that cannot be one go in one by one")
    func falsePairs() async throws {
        try add("x_agent.wav", channels: 2, seed: 1)
        try add("x_caller.wav", channels: 2, seed: 2)
        try add("y_agent.wav", seed: 3)
        try add("y_caller.wav", seed: 3)
        try add("z_agent.wav", seed: 4)
        try scratch.file("w/Recordings/z_caller.wav", "this is no sound at all, and long enough")
        let (report, outcomes) = try await ingest()
        #expect(outcomes["x_agent.wav"]?.call != outcomes["x_caller.wav"]?.call)
        #expect(outcomes["x_agent.wav"]?.sides == 2)
        #expect(outcomes["y_agent.wav"]?.sides == 1)
        #expect(outcomes["y_caller.wav"]?.status == .duplicate)
        #expect(outcomes["z_agent.wav"]?.sides == 1)
        #expect(outcomes["z_caller.wav"]?.status == .undecodable)
        #expect(outcomes["z_caller.wav"]?.reason?.isEmpty == false)
        #expect(report.undecodable.count == 1)
        #expect(!report.isComplete)
        // What is in stays in and is told as such; what did not decode is tried again.
        let again = try await ingest()
        #expect(again.report.unchangedFiles == 5)
        #expect(again.report.undecodable.count == 1)
        #expect(again.outcomes["x_agent.wav"]?.call == outcomes["x_agent.wav"]?.call)
    }

    @Test("call records name pairs, offsets, sides and holds, before the sound or after it")
    func records() async throws {
        try add("one.wav", seconds: 2, seed: 1)
        try add("two.wav", seconds: 2, seed: 2)
        try add("late.wav", seconds: 6, channels: 2, seed: 3)
        try await ingestLate()
        let log = try scratch.file(
            "calls.csv",
            """
            call_id,start,duration,file,file2,offset,holds,agent_channel,recording
            7,2026-11-18 10:00:00,3,one.wav,two.wav,1,,,
            8,2026-11-18 11:00:00,12,late.wav,,,2-4,second,
            9,2026-11-18 12:00:00,60,,,,,,deleted
            10,nonsense,60,,,,,,
            """)
        let (report, outcomes) = try await ingest(metadata: log)
        #expect(report.records?.created == 2)
        #expect(report.records?.updated == 1)
        #expect(report.records?.refused == 1)
        #expect(report.records?.problems.map(\.line) == [5])
        #expect(!report.isComplete)
        #expect(outcomes["one.wav"]?.call == CallID("7"))
        #expect(outcomes["one.wav"]?.durationSeconds == 3)
        #expect(outcomes["two.wav"]?.partner == "Recordings/one.wav")

        let late = try #require(try await archive.call(outcomes["late.wav"]?.call ?? CallID("")))
        #expect(late.record.externalID == "8")
        #expect(late.completeness == 0.5)
        #expect(late.recording?.layout == .customerFirst)
        let profile = try #require(try await archive.profile(of: late.id))
        #expect(profile.holds.map(\.origin) == [.callRecord])
        #expect(profile.holdSeconds == 2)
        #expect(try await archive.call(CallID("9"))?.recordingState == .retired)
        let again = try await ingest(metadata: log)
        #expect(again.report.records?.unchanged == 3)
    }

    private func ingestLate() async throws {
        let (report, _) = try await ingest([workspace.recordingsPath + "/late.wav"])
        #expect(report.newFiles == 1)
    }

    @Test("a crash costs one file, which is reported and tried again")
    func crash() async throws {
        let good = try #require(TestRecordings.launcher)
        try add("a.wav", seed: 1)
        try add("bad.wav", seed: 2)
        try add("c.wav", seed: 3)
        // A worker that dies over one name and is a real worker for all others.
        let script =
            #"echo '{"kind":"ready"}'; while read -r job; do case "$job" in *bad.wav*) kill -SEGV $$;; esac; "#
            + #"printf '%s\n' "$job" | "$0" decode-worker | tail -c +18; done"#
        let launcher = WorkerLauncher(path: "/bin/sh", arguments: ["-c", script, good.path])
        let first = try await ingest(launcher: launcher)
        #expect(first.report.newFiles == 2)
        #expect(first.report.failed.map(\.path) == ["Recordings/bad.wav"])
        #expect(first.outcomes["bad.wav"]?.reason?.contains("SIGSEGV") == true)
        #expect(try await archive.failures().map(\.path) == ["Recordings/bad.wav"])
        let second = try await ingest()
        #expect(second.outcomes["bad.wav"]?.status == .new)
        #expect(second.report.isComplete)
        #expect(try await archive.failures().isEmpty)
    }

    @Test("a file that takes more memory than it may is reported, and the others go in")
    func memory() async throws {
        try add("long.wav", seconds: 240, channels: 2, seed: 1)
        var tight = self
        // Too little for any decoder: the worker cannot get another page.
        tight.settings.limits.memoryMiB = 1
        let first = try await tight.ingest()
        #expect(first.outcomes["long.wav"]?.status == .failed)
        #expect(first.outcomes["long.wav"]?.reason?.contains("more than 1 MiB") == true)
        #expect(try await ingest().report.newFiles == 1)
    }

    @Test("files still being written are left for later")
    func waiting() async throws {
        try add("a.wav", seed: 1)
        let early = try await ingest(settle: 3600)
        #expect(early.report.waitingFiles == 1)
        #expect(!early.report.isComplete)
        #expect(try await ingest().report.newFiles == 1)
    }

    @Test("a run that is cancelled stops soon, and the next one goes on")
    func cancelling() async throws {
        for seed in 1...4 { try add("\(seed).wav", seed: UInt64(seed)) }
        let run = IngestRun(
            workspace: workspace, archive: archive, settings: settings,
            pseudonyms: try workspace.pseudonyms(),
            launcher: WorkerLauncher(
                path: "/bin/sh",
                arguments: ["-c", #"echo '{"kind":"ready"}'; read job; exec sleep 60"#]))
        let task = Task { try await run.run() }
        try await Task.sleep(for: .milliseconds(300))
        task.cancel()
        let report = try await task.value
        #expect(report.wasInterrupted)
        #expect(!report.isComplete)
        #expect(report.newFiles == 0)
        #expect(try await ingest().report.newFiles == 4)
    }

    @Test("a path that leads nowhere is refused before anything is done")
    func nowhere() async throws {
        let path = scratch.path + "/none"
        await #expect(throws: IngestError.unreadable(path: path, errno: ENOENT)) {
            try await ingest([path])
        }
    }

    @Test("an outcome as JSON has no fields for what is not known")
    func json() throws {
        let outcome = IngestOutcome(path: "a.wav", status: .waiting)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(outcome), as: UTF8.self)
        #expect(text == #"{"path":"a.wav","status":"waiting"}"#)
    }
}
