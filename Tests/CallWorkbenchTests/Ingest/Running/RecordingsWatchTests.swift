import CallArchive
import Foundation
import Synchronization
import Testing

@testable import CallWorkbench

/// Watching `Recordings/`, with real workers.
@Suite(.enabled(if: TestRecordings.launcher != nil, "the program is not built beside the tests"))
struct RecordingsWatchTests {
    @Test("what appears is taken in, a file that fails is not tried over and over")
    func appearing() async throws {
        let scratch = try ScratchFolder()
        let workspace = try Workspace.create(at: scratch.path + "/w").workspace
        let archive = try Archive.inMemory()
        let watch = RecordingsWatch(
            Workbench(workspace: workspace, settings: WorkspaceSettings(), archive: archive),
            launcher: try #require(TestRecordings.launcher), pause: .milliseconds(50))
        let reports = Mutex<[IngestReport]>([])
        let (news, signal) = AsyncStream.makeStream(of: Void.self)
        let watching = Task {
            try await watch.run(observe: { _ in }) { report in
                reports.withLock { $0.append(report) }
                signal.yield()
            }
        }
        var arrivals = news.makeAsyncIterator()
        await arrivals.next()
        #expect(reports.withLock { $0.last?.newFiles } == 0)

        let old = Date(timeIntervalSinceNow: -60)
        try scratch.file(
            "w/Recordings/a.wav", TestRecordings.wav(seconds: 1, channels: 1, seed: 1))
        try scratch.file("w/Recordings/broken.wav", "no sound at all")
        for name in ["a.wav", "broken.wav"] {
            try FileManager.default.setAttributes(
                [.modificationDate: old], ofItemAtPath: scratch.path + "/w/Recordings/" + name)
        }
        while true {
            let calls = try await archive.countCalls()
            let failures = try await archive.failures()
            if calls > 0, !failures.isEmpty { break }
            await arrivals.next()
        }
        let attempts = try await archive.failures().first?.attempts
        let looks = reports.withLock { $0.count }
        try await Task.sleep(for: .milliseconds(500))
        #expect(try await archive.failures().first?.attempts == attempts)
        #expect(reports.withLock { $0.count } <= looks + 1)
        watching.cancel()
        try await watching.value
    }
}
