import CallWorkbench
import ServiceLifecycle
import Synchronization

/// Watches `Recordings/` while the server runs, and tells open pages how it goes.
struct RecordingsService: Service {
    let site: Site
    let log: @Sendable (String) -> Void

    func run() async throws {
        let watch = RecordingsWatch(site.workbench)
        let teller = IngestTeller(site: site)
        // The server goes on without the watch: what is there can still be heard and tagged.
        await cancelWhenGracefulShutdown {
            do {
                try await watch.run(observe: teller.tell, finished: teller.finish)
            } catch {
                log("Recordings are not watched any more: \(error)")
            }
        }
        // A service that returns ends the others.
        try? await gracefulShutdown()
    }
}

/// Passes on what an ingest tells: progress a few times a second at most, calls as they come in.
private final class IngestTeller: Sendable {
    private let site: Site
    private let lastTold = Mutex(ContinuousClock.now - .seconds(1))

    init(site: Site) { self.site = site }

    /// Called from several threads.
    func tell(_ event: IngestEvent) {
        switch event {
        case .progress(let progress):
            let isDue = lastTold.withLock { last in
                guard ContinuousClock.now - last > .milliseconds(250) else { return false }
                last = .now
                return true
            }
            guard isDue else { return }
            site.news.tell(
                .ingest(done: progress.filesDone, total: progress.filesTotal, isOver: false))
        case .outcome(let outcome):
            guard outcome.status != .unchanged else { return }
            site.metrics.countFile(outcome.status.rawValue)
            if let call = outcome.call { site.news.tell(.changed(call: call)) }
        case .rowProblem: break
        }
    }

    func finish(_ report: IngestReport) async {
        await site.sounds.closeGone()
        let taken = report.newFiles + report.changedFiles
        let troubled = report.undecodable.count + report.failed.count
        guard taken + troubled > 0 else { return }
        site.news.tell(.ingest(done: taken, total: taken + troubled, isOver: true))
        site.news.tell(.digest)
    }
}
