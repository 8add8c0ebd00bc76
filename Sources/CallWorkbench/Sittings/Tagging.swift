import CallArchive
public import CallModel
import CallTagging
public import Foundation

/// Tags without a player: finds or begins the sitting, and carries out a ``TagRequest`` in it.
public struct Tagging: Sendable {
    private let workbench: Workbench
    private let taxonomy: Taxonomy
    private let listener: ListenerID
    private let now: Date

    /// A tagging by a listener, now.
    public init(workbench: Workbench, taxonomy: Taxonomy, listener: ListenerID, now: Date) {
        self.workbench = workbench
        self.taxonomy = taxonomy
        self.listener = listener
        self.now = now
    }

    /// Carries out a request, whole or not at all.
    ///
    /// `session` names the sitting (the listener's newest open one where it is nil, a new one where
    /// there is none), `eventID` what is done: the same name again changes nothing. Throws
    /// ``SittingRefused`` and `ArchiveError`.
    public func carryOut(
        _ request: TagRequest, in session: SessionID?, purpose: SessionPurpose, eventID: String?
    ) async throws -> SittingDesk.Receipt {
        let name = eventID ?? UUID().uuidString.lowercased()
        let session = try await sitting(session, name: name)
        let events = try await workbench.archive.events(of: session)
        let state = SessionState(id: session, replaying: events)
        let known = Set(events.map(\.id))
        // A repeated request begins and opens again what it began and opened the first time: the
        // rules know those events by their names.
        let begins = state.session == nil || known.contains(EventID("\(name)/start"))
        let opens = state.currentCall != request.call || known.contains(EventID("\(name)/open"))
        let steps = request.steps(
            begins: begins ? purpose : nil, opens: opens,
            name: { AnnotationID("\(name)/\($0)") })
        let requests = steps.map { role, command in
            SittingDesk.Request(id: EventID("\(name)/\(role)"), at: now, command: command)
        }
        return try await SittingDesk(workbench, taxonomy: taxonomy)
            .carryOut(requests, in: session, by: listener)
    }

    /// The sitting to tag in: the named one, the listener's newest open one, or a new one, whose name
    /// comes from the request so that a repeated request finds it.
    private func sitting(_ named: SessionID?, name: String) async throws -> SessionID {
        if let named { return named }
        let filter = SessionFilter(listener: listener)
        let sittings = try await workbench.archive.sessions(filter)
        let day = Calendar.iso8601(in: workbench.settings.timeZone).day(of: now)
        let own = SessionID("\(day)-\(listener)-\(name.prefix(8))")
        if let repeated = sittings.first(where: { $0.id == own }) { return repeated.id }
        return sittings.first { $0.endedAt == nil }?.id ?? own
    }
}
