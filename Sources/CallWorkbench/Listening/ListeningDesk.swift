public import CallArchive
public import CallModel
import CallTagging
public import Foundation

/// Opens sittings at a player.
///
/// The workbench must be open for writing: while a sitting is open its process owns the workspace.
public struct ListeningDesk: Sendable {
    let workbench: Workbench
    let taxonomy: Taxonomy
    let listener: ListenerID
    let pace: ListeningPace
    let now: @Sendable () -> Date

    /// A desk for a listener, who hears calls at a pace.
    public init(
        _ workbench: Workbench, taxonomy: Taxonomy, listener: ListenerID, pace: ListeningPace,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.workbench = workbench
        self.taxonomy = taxonomy
        self.listener = listener
        self.pace = pace
        self.now = now
    }

    /// Opens a sitting over what a draw picked and nobody finished or passed over yet; goes on with
    /// the listener's own sitting over it where one goes on.
    ///
    /// Throws `ArchiveError.unknownDraw` and ``ListeningError`` where nothing is left.
    public func draw(
        _ draw: DrawID, purpose: SessionPurpose = .tagging
    ) async throws -> ListeningSitting {
        try await sitting(over: draw, purpose: purpose, origin: .begun)
    }

    /// Opens a sitting over calls that somebody picked, in their order, each once.
    ///
    /// Throws `ArchiveError.unknownCall`, and ``ListeningError/noCalls`` where there are none.
    public func handPicked(
        _ calls: [CallID], purpose: SessionPurpose = .tagging
    ) async throws -> ListeningSitting {
        var seen: Set<CallID> = []
        let calls = calls.filter { seen.insert($0).inserted }
        guard !calls.isEmpty else { throw ListeningError.noCalls }
        for call in calls where try await workbench.archive.call(call) == nil {
            throw ArchiveError.unknownCall(call)
        }
        return try await begin(.handPicked(calls), purpose: purpose, origin: .begun)
    }

    /// Opens a sitting over the newest calls that a filter lets through, hand-picked.
    public func handPicked(
        _ filter: CallFilter, limit: Int, purpose: SessionPurpose = .tagging
    ) async throws -> ListeningSitting {
        let page = try await workbench.archive.calls(filter, limit: limit)
        return try await handPicked(page.calls.map(\.id), purpose: purpose)
    }

    /// Goes on with a sitting; the listener's newest one that goes on where none is named.
    ///
    /// Throws ``ListeningError``.
    public func resume(_ session: SessionID? = nil) async throws -> ListeningSitting {
        let archive = workbench.archive
        let open = try await archive.sessions(SessionFilter(isOpen: true))
        let found =
            session.map { id in open.first { $0.id == id } }
            ?? open.first { $0.listener == listener }
        guard let found else {
            throw session.map(ListeningError.notOpen) ?? .nothingToContinue(listener)
        }
        guard found.listener == listener else {
            throw ListeningError.otherListener(found.id, found.listener)
        }
        let loaded = try await load(found.id)
        return try await sitting(
            loaded, plan: loaded.state.planToGoOnWith, purpose: found.purpose, origin: .resumed)
    }

    /// A sitting over a draw: the listener's own that goes on over it, else a new one.
    func sitting(
        over draw: DrawID, purpose: SessionPurpose, origin: ListeningSitting.Origin
    ) async throws -> ListeningSitting {
        let plan = SittingPlan.draw(draw)
        let rest = try await rest(of: plan)
        for open in try await workbench.archive.sessions(
            SessionFilter(listener: listener, isOpen: true))
        {
            let loaded = try await load(open.id)
            guard loaded.state.plan == plan else { continue }
            return try await sitting(loaded, plan: plan, purpose: purpose, origin: .resumed)
        }
        guard !rest.free.isEmpty else {
            throw rest.others.isEmpty
                ? ListeningError.drawDone(draw) : .heardByOthers(draw, rest.others)
        }
        return try await begin(plan, purpose: purpose, origin: origin)
    }

    private func begin(
        _ plan: SittingPlan, purpose: SessionPurpose, origin: ListeningSitting.Origin
    ) async throws -> ListeningSitting {
        let day = Calendar.iso8601(in: workbench.settings.timeZone).day(of: now())
        let id = SessionID("\(day)-\(listener)-\(EventID.made().rawValue.prefix(8))")
        return try await sitting(
            LoadedSitting(id: id, events: []), plan: plan, purpose: purpose, origin: origin)
    }

    private func sitting(
        _ loaded: LoadedSitting, plan: SittingPlan, purpose: SessionPurpose,
        origin: ListeningSitting.Origin
    ) async throws -> ListeningSitting {
        let opening = SittingOpening(
            workbench: workbench, taxonomy: taxonomy, listener: listener, pace: pace, now: now,
            loaded: loaded, plan: plan, purpose: purpose, origin: origin)
        return ListeningSitting(opening, first: try await opening.firstCalls())
    }

    private func load(_ session: SessionID) async throws -> LoadedSitting {
        try await SittingDesk(workbench, taxonomy: taxonomy).load(session)
    }

    func rest(of plan: SittingPlan) async throws -> PlanRest {
        try await PlanRest(
            of: plan, for: listener, state: SessionState(id: SessionID("")),
            archive: workbench.archive, now: now())
    }
}

extension SessionState {
    /// The plan that was stored; where none was, as in a sitting that began without a player, what the
    /// opened calls tell.
    fileprivate var planToGoOnWith: SittingPlan {
        if let plan { return plan }
        let calls = session?.calls ?? []
        if case .drawn(let draw) = calls.last?.selection { return .draw(draw) }
        return .handPicked(calls.map(\.call))
    }
}
