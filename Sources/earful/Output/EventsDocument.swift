import CallModel
import CallWorkbench

/// What one command of tagging stored, for machines.
struct EventsDocument: Encodable {
    private let session: SessionID
    private let call: CallID
    private let heardSeconds: Double
    private let newEvents: Int
    private let events: [SessionEvent]

    init(_ receipt: SittingDesk.Receipt, of session: Session, call: CallID) {
        self.session = session.id
        self.call = call
        heardSeconds = session.heardSeconds
        newEvents = receipt.newCount
        events = receipt.events
    }
}
