import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Foundation

/// A sitting in the full-screen player, from the first question to the summary.
struct ListeningScreen {
    let workbench: Workbench
    /// The ALSA device; nil for the workspace's own choice.
    let device: String?
    /// How fast; nil for how fast it was last, else for the plan's pace.
    let speed: Double?

    /// Throws ``ScreenError`` or ``KeyTableError`` where the player cannot be shown: before a sitting
    /// is opened, so that nothing is drawn for nobody.
    static func check(_ settings: WorkspaceSettings) throws {
        try CursesScreen.check(ProcessInfo.processInfo.environment)
        _ = try KeyTable(settings: settings.keys)
    }

    /// Shows the player over a sitting until the listener leaves; returns what is to be said when the
    /// screen is gone.
    func run(_ sitting: ListeningSitting) async throws -> String {
        let settings = workbench.settings
        let form = Console.form
        let setup = PlayerSetup(
            taxonomy: sitting.taxonomy,
            day: Calendar.iso8601(in: settings.timeZone).day(of: Date()),
            keys: try KeyTable(settings: settings.keys), form: form, zone: settings.timeZone,
            purpose: sitting.purpose, goalSeconds: sitting.goalSeconds,
            speed: try await speedToGoOnWith(sitting), skips: sitting.pace.skips,
            levels: settings.listening.levels, asksExpectations: await sitting.canPredict,
            identity: AnnotationID.made().rawValue)
        let shell = PlayerShell(
            sitting: ListeningBook(
                sitting: sitting, zone: settings.timeZone, language: form.language),
            sounds: SoundBooth(
                files: CallFiles(workbench), device: device ?? settings.listening.device))
        let model = try await shell.run(
            setup: setup, calls: await sitting.calls.map { PlayerCall($0, form.language) },
            callsAhead: await sitting.callsAhead, session: await sitting.session,
            places: await places(in: sitting))
        return try await farewell(model, sitting, form)
    }

    private func places(in sitting: ListeningSitting) async -> [CallID: CallTime] {
        var places: [CallID: CallTime] = [:]
        for call in await sitting.session?.calls ?? [] {
            places[call.call] = await sitting.placeToGoOn(in: call.call)
        }
        return places
    }

    private func speedToGoOnWith(_ sitting: ListeningSitting) async throws -> Double {
        if let speed { return speed }
        for event in try await workbench.archive.events(of: sitting.id).reversed() {
            if case .heard(_, _, let speed) = event.body { return speed }
        }
        return sitting.pace.speed
    }

    /// What came of the sitting, and what comes next.
    private func farewell(
        _ model: PlayerModel, _ sitting: ListeningSitting, _ form: TerminalForm
    ) async throws -> String {
        guard let session = await sitting.session else { return PlayerWords.nothingBegun }
        let zone = workbench.settings.timeZone
        let summary = SessionText.summary(
            session, taxonomy: sitting.taxonomy, timeZone: zone, form: form)
        let outlook = SessionText.outlook(
            try await sitting.outlook(), of: session, timeZone: zone, language: form.language)
        let trouble = model.notice.flatMap { $0.kind == .trouble ? $0.text + "\n\n" : nil } ?? ""
        return trouble + summary + "\n" + form.glyphs.fold(outlook) + "\n"
    }
}

extension PlayerCall {
    /// A call of the plan with what is in the way of hearing it in words.
    init(_ planned: PlannedCall, _ language: Language) {
        self.init(
            call: planned.call, selection: planned.selection, profile: planned.profile,
            waveform: planned.waveform,
            obstacle: planned.obstacle.map {
                Obstacle(
                    sentence: CallText.obstacle($0, language: language),
                    preventsHearing: $0.preventsHearing)
            })
    }
}
