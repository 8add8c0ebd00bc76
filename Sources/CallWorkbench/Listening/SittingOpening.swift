import CallArchive
import CallModel
import CallTagging
import Foundation

/// All that a sitting is opened with.
struct SittingOpening: Sendable {
    let workbench: Workbench
    let taxonomy: Taxonomy
    let listener: ListenerID
    let pace: ListeningPace
    let now: @Sendable () -> Date
    let loaded: LoadedSitting
    let plan: SittingPlan
    let purpose: SessionPurpose
    let origin: ListeningSitting.Origin

    /// The calls to look up at once: those opened before, then the first of what is left of the plan;
    /// and how many are left beyond these.
    func firstCalls() async throws -> (calls: [PlannedCall], ahead: Int) {
        let planning = CallPlanning(workbench: workbench, pace: pace)
        let rest = try await PlanRest(
            of: plan, for: listener, state: loaded.state, archive: workbench.archive, now: now())
        var calls: [PlannedCall] = []
        for heard in loaded.state.session?.calls ?? [] {
            calls.append(try await planning.planned(heard.call, as: heard.selection))
        }
        let known = Set(calls.map(\.id))
        let left = rest.free.filter { !known.contains($0) }
        for call in left.prefix(ListeningSitting.firstLook) {
            calls.append(try await planning.planned(call, as: plan.selection))
        }
        return (calls, max(0, left.count - ListeningSitting.firstLook))
    }
}
