import CallArchive
public import CallAudio
public import CallModel
import CallTagging
import Foundation

extension ListeningSitting {
    /// For how long a call that another listener has open is left to them after the last thing that
    /// happened in their sitting. A sitting that was left behind must not hold its call for ever; that
    /// two hear one call does no harm beyond the time.
    static let lease: TimeInterval = 30 * 60
    /// The most calls that are looked up when a sitting is opened.
    static let firstLook = 100

    /// The call to hear next, looked up in the archive as it is now: the first after `call` in the
    /// order of the plan that is not done, else the first of those before it.
    ///
    /// Of a draw, a call is done when anybody finished it or passed it over, and one that another
    /// listener is hearing is left to them. Nil where none is left for this listener. Throws
    /// `ArchiveError`.
    public func next(after call: CallID? = nil) async throws -> PlannedCall? {
        let left = try await leftToHear().free.filter { $0 != call }
        guard let first = left.first else { return nil }
        guard let call, let order = try await order(), let place = order.firstIndex(of: call)
        else { return try await planned(first) }
        let later = Set(order[place...])
        return try await planned(left.first(where: later.contains) ?? first)
    }

    /// The call to begin or to go on with: the one that is open, else the next one; nil where none is
    /// left.
    public func callToGoOnWith() async throws -> PlannedCall? {
        if let current = currentCall, heardCall(current)?.progress == .open {
            return try await planned(current)
        }
        return try await next(after: currentCall)
    }

    /// What comes after this sitting.
    public func outlook() async throws -> SittingOutlook {
        let left = try await leftToHear()
        switch plan {
        case .draw(let id):
            guard let draw = try await workbench.archive.drawSummary(id)?.draw else {
                return .nothingLeft
            }
            return left.withSound == 0
                ? .drawDone(draw)
                : .leftInDraw(draw, calls: left.withSound, heardNow: left.withOthers.count)
        case .handPicked:
            return left.free.isEmpty ? .nothingLeft : .leftOfPicked(calls: left.free.count)
        }
    }

    /// A call with all that a screen needs; it joins ``calls`` where it was not among them.
    public func planned(_ call: CallID) async throws -> PlannedCall {
        if let known = calls.first(where: { $0.id == call }) { return known }
        let found = try await CallPlanning(workbench: workbench, pace: pace)
            .planned(call, as: selection(of: call))
        if !calls.contains(where: { $0.id == call }) {
            calls.append(found)
            if try await order()?.contains(call) == true { callsAhead = max(0, callsAhead - 1) }
        }
        return found
    }

    /// Opens a call of the workspace to be heard. Throws ``RecordingGone``, `AudioError`, and
    /// `ArchiveError`.
    public nonisolated func sound(of call: CallID) async throws -> (CallSound, ChannelLayout) {
        try await CallFiles(workbench).sound(of: call)
    }

    func selection(of call: CallID) async throws -> Selection {
        if let known = calls.first(where: { $0.id == call }) { return known.selection }
        return try await order()?.contains(call) == true ? plan.selection : .handPicked
    }

    /// The whole plan in the order of hearing.
    private func order() async throws -> [CallID]? {
        switch plan {
        case .handPicked(let calls): calls
        case .draw(let draw):
            try await workbench.archive.picks(of: draw, liveSince: now()).map(\.call)
        }
    }

    private func leftToHear() async throws -> PlanRest {
        try await PlanRest(
            of: plan, for: listener, state: loaded.state, archive: workbench.archive, now: now())
    }
}
