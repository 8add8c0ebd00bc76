import CallModel
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
    let rooms: SittingRooms
    let sounds: SoundShelf
    let uploads: UploadDesk
    /// The keys of the Listen page and of the terminal.
    let keys: KeyTable
    /// The name that is offered to somebody who signs in.
    let defaultListener: String
    /// The time.
    let now: @Sendable () -> Date

    /// Parses the templates and reads the keys; throws where one does not parse, and for keys that
    /// contradict one another.
    init(
        workbench: Workbench, defaultListener: String,
        now: @escaping @Sendable () -> Date = Date.init,
        log: @escaping @Sendable (String) -> Void
    ) throws {
        self.workbench = workbench
        self.defaultListener = defaultListener
        self.now = now
        keys = try KeyTable(settings: workbench.settings.keys)
        digests = DigestShelf(workbench)
        rooms = SittingRooms(workbench, now: now)
        sounds = SoundShelf(workbench)
        uploads = UploadDesk(workspace: workbench.workspace, settings: workbench.settings)
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

    /// The day that it is at the site.
    var today: CalendarDay { Calendar.iso8601(in: timeZone).day(of: now()) }
    /// What pages say.
    var words: WebWords { writer.words }
}
