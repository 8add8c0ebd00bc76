import CallArchive
import CallModel
import CallTagging
import Foundation

/// What is left of a plan.
struct PlanRest {
    /// Calls that the listener can hear, in the order of the plan.
    private(set) var free: [CallID] = []
    /// Calls that others are hearing now.
    private(set) var withOthers: [CallID] = []
    /// Who they are, sorted.
    private(set) var others: [ListenerID] = []
    /// How many of all of them have sound; calls that somebody picked are all taken to.
    private(set) var withSound = 0

    init(
        of plan: SittingPlan, for listener: ListenerID, state: SessionState, archive: Archive,
        now: Date
    ) async throws {
        switch plan {
        case .handPicked(let calls):
            free = calls.filter { call in
                state.call(call).map { $0.progress == .open } ?? true
            }
            withSound = free.count
        case .draw(let draw):
            let since = now.addingTimeInterval(-ListeningSitting.lease)
            for pick in try await archive.picks(of: draw, liveSince: since)
            where pick.waits(for: listener) {
                withSound += pick.isHearable ? 1 : 0
                let others = pick.openWith.filter { $0 != listener }
                if others.isEmpty {
                    free.append(pick.call)
                } else {
                    withOthers.append(pick.call)
                    self.others += others
                }
            }
            others = Set(others).sorted()
        }
    }
}
