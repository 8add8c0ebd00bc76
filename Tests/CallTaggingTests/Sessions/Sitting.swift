import CallModel
import CallTagging
import Foundation

/// A sitting under test: hands out ids and times, and keeps every event that was accepted.
struct Sitting {
    var state = SessionState(id: SessionID("S1"))
    var context = Sitting.context
    var log: [SessionEvent] = []
    private var commands = 0

    static let ana = ListenerID("ana")
    static let first = CallID("C1")
    static let second = CallID("C2")
    static let silent = CallID("C3")

    static let taxonomy = Taxonomy(
        version: 1,
        reasons: [
            CallReason(key: "billing", label: "Billing", description: "a"),
            CallReason(
                key: "wrong-amount", label: "Wrong amount", description: "b", parent: "billing"),
            CallReason(key: "delivery", label: "Delivery", description: "c"),
            CallReason(
                key: "parcel", label: "Parcel", description: "d",
                retired: CalendarDay(year: 2026, month: 6, day: 1), mergedInto: "delivery"),
            CallReason(
                key: "fax", label: "Fax", description: "e",
                retired: CalendarDay(year: 2026, month: 6, day: 1)),
        ],
        painPoints: [
            PainPoint(key: "hold-too-long", label: "Hold too long", description: "a", numberKey: 1),
            PainPoint(key: "call-cut-off", label: "Call cut off", description: "b", numberKey: 7),
            PainPoint(
                key: "on-hold", label: "On hold", description: "c",
                retired: CalendarDay(year: 2026, month: 6, day: 1), mergedInto: "hold-too-long"),
        ])

    static let context = SessionContext(
        taxonomy: taxonomy, day: CalendarDay(year: 2026, month: 11, day: 18)!,
        calls: [
            first: .recorded(CallTime(milliseconds: 60_000)),
            second: .recorded(CallTime(milliseconds: 90_000)),
            silent: .withoutRecording,
        ])

    /// A sitting begun, with the first call open.
    static func open() -> Sitting {
        var sitting = Sitting()
        sitting.ask(.start(purpose: .tagging))
        sitting.ask(.open(call: first, selection: .handPicked))
        return sitting
    }

    @discardableResult
    mutating func ask(
        _ command: SessionCommand, id: EventID? = nil, by listener: ListenerID = Sitting.ana
    ) -> SessionOutcome {
        commands += 1
        let outcome = state.handle(
            command, id: id ?? EventID("E\(commands)"), listener: listener,
            at: Date(timeIntervalSince1970: Double(commands)), context: context)
        if case .accepted(let events) = outcome { log += events }
        return outcome
    }

    /// Applies an event as if it stood in a log; whether it could have happened.
    mutating func applyStored(_ body: SessionEvent.Body) -> Bool {
        commands += 1
        let event = SessionEvent(
            id: EventID("stored\(commands)"), session: state.id, listener: Sitting.ana,
            at: Date(timeIntervalSince1970: Double(commands)), body: body)
        return state.apply(event) == .applied
    }

    /// What stands on a call, by content.
    func contents(_ call: CallID = Sitting.first) -> [Annotation.Content] {
        state.call(call)?.annotations.map(\.content) ?? []
    }
}

/// An annotation of the first call, with terse defaults.
func annotation(
    _ id: String, _ content: Annotation.Content, call: CallID = Sitting.first,
    range: CallTimeRange? = nil, side: Side? = nil
) -> Annotation {
    Annotation(id: AnnotationID(id), call: call, content: content, range: range, side: side)
}

extension Annotation.Content {
    static func hold(_ severity: Int) -> Self {
        .painPoint(key: "hold-too-long", severity: severity)
    }
}
