import CallArchive
public import CallModel
import Foundation

extension ListeningDesk {
    /// How the name of a draw that was made for an hour begins.
    static let hourPrefix = "hour-"

    /// Opens a listening hour: draws at random from every call of a period and scope, with or without
    /// sound, as many as an hour holds (``WorkspaceSettings/listening``), and stores the draw before
    /// anybody sees a pick.
    ///
    /// Where this listener drew an hour from the same period and scope before, and calls that can be
    /// heard are left in it, it goes on with those and draws nothing: who draws until they like what
    /// they see has chosen. Throws ``ListeningError``, `DrawError` for an empty frame, `ArchiveError`.
    public func hour(
        _ period: Period, scope: Scope = Scope(), seed: String,
        purpose: SessionPurpose = .listeningHour
    ) async throws -> ListeningSitting {
        if let unfinished = try await unfinishedHour(of: period, scope: scope) {
            return try await sitting(
                over: unfinished, purpose: purpose, origin: .goesOnWithHour(unfinished))
        }
        let at = now()
        let day = Calendar.iso8601(in: workbench.settings.timeZone).day(of: at)
        let tail = seed.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        let request = DrawRequest(
            id: DrawID("\(Self.hourPrefix)\(day)-\(tail.isEmpty ? "0" : tail.prefix(8))"),
            method: .random, size: 1, seed: seed, period: period, scope: scope, madeAt: at,
            madeBy: listener)
        let plan = HourPlan(
            goalSeconds: workbench.settings.listening.goalMinutes * 60, pace: pace,
            done: try await workbench.archive.callsDone(DrawDesk.frame(of: period, scope)))
        let draw = try await DrawDesk(workbench).make(request) { try plan.size(of: $0) }
        return try await sitting(over: draw.id, purpose: purpose, origin: .begun)
    }

    /// The newest hour that this listener drew from a frame and in which calls with sound are left.
    private func unfinishedHour(of period: Period, scope: Scope) async throws -> DrawID? {
        let filter = DrawDesk.text(of: scope)
        for summary in try await workbench.archive.draws() {
            let draw = summary.draw
            guard draw.id.rawValue.hasPrefix(Self.hourPrefix), draw.madeBy == listener,
                draw.frameStart == period.start, draw.frameEnd == period.end,
                draw.frameFilter == filter
            else { continue }
            let picks = try await workbench.archive.picks(of: draw.id, liveSince: now())
            if picks.contains(where: { $0.isHearable && !$0.isDone }) { return draw.id }
        }
        return nil
    }
}
