import ArgumentParser
import CallArchive
import CallModel
import CallReports
import CallWorkbench
import Foundation

struct ListenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "listen",
        abstract: "Hear calls and tag them, in a player that fills the terminal.",
        discussion: """
            An hour is drawn once: while calls are left in it, --hour goes on with them. Each \
            thing you say is on the disk before the screen says so; --continue goes on after \
            anything, with the call and the second where you were.
            """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var person: ListenerOptions
    @OptionGroup var options: ListenOptions

    func run() async throws {
        if options.listsKeys { return try Console.write(keys()) }
        let workbench = try place.writing("listen")
        try ListeningScreen.check(workbench.settings)
        let sitting = try await opened(workbench)
        let screen = ListeningScreen(
            workbench: workbench, device: options.device, speed: options.speed)
        try Console.write(await screen.run(sitting))
    }

    private func keys() throws -> String {
        let settings = try Workspace.find(option: place.path).settings()
        return KeyList.text(try KeyTable(settings: settings.keys), form: Console.form)
    }

    private func opened(_ workbench: Workbench) async throws -> ListeningSitting {
        let settings = workbench.settings.listening
        let listener = try person.id()
        let now = Date()
        let zone = workbench.settings.timeZone
        let desk = ListeningDesk(
            workbench, taxonomy: try await workbench.taxonomy(by: listener, at: now),
            listener: listener,
            pace: ListeningPace(
                speed: options.speed ?? settings.speed, skips: options.skip ?? settings.skips))
        if options.continues { return try await desk.resume() }
        if options.hour {
            return try await desk.hour(
                options.filters.days.period(in: zone) ?? Period(weekOf: now, in: zone).previous,
                scope: ScopeCondition.scope(options.scope),
                seed: options.seed ?? Seed.byChance(),
                purpose: options.purpose ?? .listeningHour)
        }
        let purpose = options.purpose ?? .tagging
        if let draw = options.draw {
            return try await desk.draw(DrawID(draw), purpose: purpose)
        }
        if options.calls.isEmpty {
            return try await desk.handPicked(
                options.filters.filter(in: zone), limit: options.limit, purpose: purpose)
        }
        var calls: [CallID] = []
        for call in options.calls { calls.append(try await workbench.archive.resolve(call)) }
        return try await desk.handPicked(calls, purpose: purpose)
    }
}
