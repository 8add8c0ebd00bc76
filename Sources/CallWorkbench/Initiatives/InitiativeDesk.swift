import CallArchive
import CallDigest
public import CallModel
import CallTagging
public import Foundation

/// Registers fixes, says when they reached the callers, and gives them up.
public struct InitiativeDesk: Sendable {
    /// The days up to now from which the size of a fix is planned.
    static let days = 56

    private let workbench: Workbench
    private let taxonomy: Taxonomy

    /// A desk.
    public init(_ workbench: Workbench, taxonomy: Taxonomy) {
        self.workbench = workbench
        self.taxonomy = taxonomy
    }

    /// Registers a fix, with the calls that each side needs as the last eight weeks tell them.
    ///
    /// Throws `InitiativeRefused`, `ArchiveError` and `TallyError`.
    public func register(
        _ id: InitiativeID, _ plan: Initiative.Plan, by actor: ListenerID, at now: Date
    ) async throws -> Initiative {
        var plan = plan
        let zone = workbench.settings.timeZone
        let calendar = Calendar.iso8601(in: zone)
        let first = calendar.date(byAdding: .day, value: 1 - Self.days, to: now) ?? now
        if plan.hopedReduction > 0, plan.hopedReduction <= 1,
            let period = Period(
                from: calendar.day(of: first), through: calendar.day(of: now), in: zone)
        {
            let tally = try await workbench.archive.tally(period: period, scope: plan.scope)
                .settling(workbench.archive.settledLabels())
            let planned = try DigestMaker().initiativePlan(
                of: plan.painPoints, reduction: plan.hopedReduction, in: tally)
            plan.shareBefore = planned?.share
            plan.callsEachSide = planned?.callsEachSide
        }
        return try await add(.registered(plan), to: id, by: actor, at: now)
    }

    /// Says that a fix reached the callers.
    ///
    /// Throws `InitiativeRefused` and `ArchiveError`.
    public func ship(
        _ id: InitiativeID, on day: CalendarDay, washOutDays: Int, by actor: ListenerID,
        at now: Date
    ) async throws -> Initiative {
        try await add(.shipped(on: day, washOutDays: washOutDays), to: id, by: actor, at: now)
    }

    /// Gives a fix up.
    ///
    /// Throws `InitiativeRefused` and `ArchiveError`.
    public func drop(
        _ id: InitiativeID, because reason: String, by actor: ListenerID, at now: Date
    ) async throws -> Initiative {
        try await add(.dropped(because: reason), to: id, by: actor, at: now)
    }

    private func add(
        _ act: Initiative.Act, to id: InitiativeID, by actor: ListenerID, at now: Date
    ) async throws -> Initiative {
        var events = try await workbench.archive.events(of: id)
        let initiative = Initiative(events)
        let calendar = Calendar.iso8601(in: workbench.settings.timeZone)
        try InitiativeRules(taxonomy: taxonomy).check(
            act, on: initiative, named: id, today: calendar.day(of: now),
            registeredOn: initiative.map { calendar.day(of: $0.registeredAt) })
        let event = Initiative.Event(initiative: id, at: now, by: actor, act: act)
        try await workbench.archive.append(event, after: events.count)
        events.append(event)
        guard let changed = Initiative(events) else {
            throw ArchiveError.invalid("The initiative \(id) has no registration.")
        }
        return changed
    }
}
