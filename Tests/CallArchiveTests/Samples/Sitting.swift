import CallArchive
import CallModel
import Foundation

/// A sitting as a test plays it: keeps the events and the state side by side, without the rules.
struct Sitting {
    var session: Session
    private(set) var events: [SessionEvent] = []
    /// Events that the archive has acknowledged.
    private(set) var stored = 0

    init(
        _ id: String, by listener: String = "ana", purpose: SessionPurpose = .tagging,
        startedAt: Date = Sample.now
    ) {
        session = Session(
            id: SessionID(id), purpose: purpose, listener: ListenerID(listener),
            startedAt: startedAt)
        note(.started(purpose: purpose))
    }

    mutating func note(_ body: SessionEvent.Body) {
        let number = events.count
        events.append(
            SessionEvent(
                id: EventID("\(session.id)-\(number)"), session: session.id,
                listener: session.listener,
                at: session.startedAt.addingTimeInterval(Double(number)), body: body))
    }

    mutating func open(_ call: String, for draw: String? = nil) {
        let selection = draw.map { Selection.drawn(DrawID($0)) } ?? .handPicked
        session.calls.append(Session.HeardCall(call: CallID(call), selection: selection))
        note(.callOpened(call: CallID(call), selection: selection))
    }

    mutating func hear(_ call: String, _ start: Int, _ end: Int) {
        let range = CallTimeRange(milliseconds: start, end)!
        edit(call) { $0.heard = ($0.heard + [range]).union() }
        note(.heard(call: CallID(call), range: range, speed: 1.5))
    }

    mutating func say(
        _ content: Annotation.Content, on call: String, _ start: Int? = nil, _ end: Int? = nil,
        side: Side? = nil
    ) {
        let annotation = Annotation(
            id: AnnotationID("a\(events.count)"), call: CallID(call), content: content,
            range: start.flatMap { CallTimeRange(milliseconds: $0, end ?? $0) }, side: side)
        edit(call) { $0.annotations.append(annotation) }
        note(.annotated(annotation))
    }

    mutating func remove(_ annotation: AnnotationID, on call: String) {
        edit(call) { $0.annotations.removeAll { $0.id == annotation } }
        note(.removed(annotation))
    }

    mutating func finish(_ call: String) {
        edit(call) { $0.progress = .finished }
        note(.finished(call: CallID(call)))
    }

    mutating func skip(_ call: String, _ reason: String = "wrong number") {
        edit(call) { $0.progress = .skipped(reason: reason) }
        note(.skipped(call: CallID(call), reason: reason))
    }

    mutating func edit(_ call: String, _ change: (inout Session.HeardCall) -> Void) {
        let index = session.calls.firstIndex { $0.call == CallID(call) }!
        change(&session.calls[index])
    }

    /// Stores what is not stored yet.
    mutating func save(in archive: Archive) async throws {
        let receipt = try await archive.append(
            Array(events.dropFirst(stored)), session: session, expecting: stored)
        stored = receipt.sequence
    }
}
