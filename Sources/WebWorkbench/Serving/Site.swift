import CallWorkbench
import Foundation

/// All that the routes work with.
struct Site: Sendable {
    let workbench: Workbench
    let names: OwnNames
    let desk: SignInDesk
    let guardian: RequestGuard
    let news: NewsDesk
    let metrics: ServerMetrics
    let writer: PageWriter
    let problems: ProblemWriter
    let files: StaticFiles
    let digests: DigestShelf
    /// The name that is offered to somebody who signs in.
    let defaultListener: String
    /// The time.
    let now: @Sendable () -> Date

    /// Parses the templates; throws where one does not parse.
    init(
        workbench: Workbench, defaultListener: String,
        now: @escaping @Sendable () -> Date = Date.init,
        log: @escaping @Sendable (String) -> Void
    ) throws {
        self.workbench = workbench
        self.defaultListener = defaultListener
        self.now = now
        digests = DigestShelf(workbench)
        names = OwnNames()
        desk = SignInDesk()
        guardian = RequestGuard(names: names, desk: desk)
        news = NewsDesk()
        metrics = ServerMetrics()
        files = StaticFiles()
        writer = PageWriter(templates: try Templates(), files: files, words: .english)
        problems = ProblemWriter(writer: writer, log: log)
    }

    /// The zone of the days and times that pages show.
    var timeZone: TimeZone { workbench.settings.timeZone }
    /// What pages say.
    var words: WebWords { writer.words }
}
