import CallArchive
import CallModel
import CallWorkbench
import Foundation
import Hummingbird

/// The home page, its wall screen, and what waits to be heard.
struct WeekPages: Sendable {
    let site: Site

    /// The home page.
    func home(_ ask: Ask) async throws -> Response {
        let frame = site.writer.frame(
            title: site.words.week.title, place: .week, visitor: ask.visitor)
        return site.writer.response(.week, try await view(ask, frame: frame))
    }

    /// The same in large type, for a screen on a wall.
    func wall(_ ask: Ask) async throws -> Response {
        let frame = site.writer.frame(
            title: site.words.week.teamTitle, place: .week, visitor: ask.visitor, style: "wall")
        return site.writer.response(.wall, try await view(ask, frame: frame))
    }

    /// What the home page is made from, for one listener.
    func facts(for listener: ListenerID) async throws -> WeekFacts {
        let archive = site.workbench.archive
        let now = site.now()
        let zone = site.timeZone
        let week = Period(weekOf: now, in: zone)
        let since = week.start.addingTimeInterval(-86_400 * 7 * Double(ListeningHour.weeksKept))
        let mine = try await archive.sessions(SessionFilter(from: since, listener: listener))
        return WeekFacts(
            week: week, isEmpty: try await archive.calls(limit: 1).calls.isEmpty,
            hour: ListeningHour(mine, now: now, zone: zone),
            waiting: try await WaitingCalls.find(
                in: archive, pace: site.workbench.settings.listening),
            totals: try await archive.listenedTotals(from: week.start, until: week.end),
            digest: try await site.digests.digest(of: nil, scope: Scope()),
            ideas: try await archive.ideas(limit: 3),
            failedFiles: try await archive.failures().count)
    }

    private func view(_ ask: Ask, frame: Frame) async throws -> WeekView {
        WeekView(
            frame: frame, facts: try await facts(for: ask.signedIn().listener),
            workspace: site.workbench.workspace, settings: site.workbench.settings,
            words: site.words)
    }
}
