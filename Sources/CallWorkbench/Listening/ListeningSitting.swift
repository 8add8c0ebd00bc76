import CallArchive
public import CallModel
import CallTagging
public import Foundation

/// The running state of one person's sitting at a player, whatever screen the player is on.
///
/// Every act is stored as it happens: a method that returns has its events on the disk, in one
/// transaction with the state they make, and what ``session`` shows is what is stored. Only stretches
/// that were played are gathered, for at most ``longestGathering`` seconds of playing, because a
/// player reports them many times a second; ``flush()`` and every other act store them first.
///
/// The sitting begins in the archive with its first act: a listener who looks at the plan and goes
/// away leaves nothing behind. It keeps the state in memory and trusts it: where another process or
/// screen stored something of the same sitting meanwhile, the archive says so, and the act is judged
/// once more on the log as it is then. Acts are judged one after another in the order of asking. Each
/// has an id that is made once, by the client, so that an act reported again changes nothing.
public actor ListeningSitting {
    /// How a sitting came to be opened.
    public enum Origin: Sendable, Hashable {
        /// It is new.
        case begun
        /// It is new, and goes on with an hour that its listener drew before and did not finish.
        case goesOnWithHour(DrawID)
        /// It was begun before and goes on.
        case resumed
    }

    /// What one act stored.
    public struct Saved: Sendable, Hashable {
        /// When it was on the disk.
        public let at: Date
        /// The events of the act; those of a repeated act are the ones stored the first time.
        public let events: [SessionEvent]
    }

    /// How long stretches that were played may wait to be stored, in seconds of playing.
    public static let longestGathering = 5.0

    /// Its name.
    public nonisolated let id: SessionID
    /// Who listens.
    public nonisolated let listener: ListenerID
    /// What it is for.
    public nonisolated let purpose: SessionPurpose
    /// How it came to be opened.
    public nonisolated let origin: Origin
    /// What the listener set out to hear.
    public nonisolated let plan: SittingPlan
    /// The words to tag with.
    public nonisolated let taxonomy: Taxonomy
    /// How fast the plan takes calls to be heard.
    public nonisolated let pace: ListeningPace
    /// What the listening is to come to, in seconds; nil where the sitting has no such goal.
    public nonisolated var goalSeconds: Double? {
        purpose == .listeningHour ? workbench.settings.listening.goalMinutes * 60 : nil
    }
    /// The calls of the plan as far as they were looked up, in the order of hearing; what came to
    /// them later stands at the end.
    public internal(set) var calls: [PlannedCall]
    /// How many calls of the plan are not among ``calls`` yet, >= 0: ``next(after:)`` looks them up
    /// one by one, once those are done.
    public internal(set) var callsAhead: Int

    let workbench: Workbench
    let desk: SittingDesk
    let now: @Sendable () -> Date
    var loaded: LoadedSitting
    /// What begins the sitting, until it has begun.
    var beginning: [SessionCommand]
    var pending = PendingHearing()
    /// Stretches under their final ids: an attempt to store them may have failed half-way.
    var sealed: [SittingDesk.Request] = []
    var turnstile = Turnstile()

    init(_ opening: SittingOpening, first: (calls: [PlannedCall], ahead: Int)) {
        id = opening.loaded.state.id
        listener = opening.listener
        purpose = opening.loaded.state.session?.purpose ?? opening.purpose
        origin = opening.origin
        plan = opening.plan
        taxonomy = opening.taxonomy
        pace = opening.pace
        workbench = opening.workbench
        now = opening.now
        loaded = opening.loaded
        desk = SittingDesk(opening.workbench, taxonomy: opening.taxonomy)
        beginning =
            opening.loaded.state.session == nil
            ? [.start(purpose: opening.purpose), .plan(opening.plan)] : []
        calls = first.calls
        callsAhead = first.ahead
    }

    /// The sitting as it is stored; nil before the first act.
    public var session: Session? { loaded.state.session }
    /// The call that was opened last; nil before any was.
    public var currentCall: CallID? { loaded.state.currentCall }
    /// Whether there is an edit to undo.
    public var canUndo: Bool { loaded.state.nextUndo != nil }
    /// Whether there is an undone edit to do again.
    public var canRedo: Bool { loaded.state.nextRedo != nil }
    /// Whether predictions can still be made.
    public var canPredict: Bool {
        session?.predictionsSealed != true && unstored.isEmpty
    }

    /// A call of the sitting as it is stored; nil where it was not opened.
    public func heardCall(_ call: CallID) -> Session.HeardCall? { loaded.state.call(call) }

    /// Unique seconds heard over all calls, those not yet stored included, >= 0.
    public var heardSeconds: Double {
        let stored = session?.heardSeconds ?? 0
        return Dictionary(grouping: unstored, by: \.call).reduce(stored) { sum, played in
            let before = loaded.state.call(played.key)?.heard ?? []
            let after = (before + played.value.map(\.range)).union()
            return sum + Double(after.totalMilliseconds - before.totalMilliseconds) / 1000
        }
    }

    /// Where hearing of a call broke off: the end of the stretch that was played last; nil where
    /// nothing of it was played in this sitting.
    public func placeToGoOn(in call: CallID) -> CallTime? {
        unstored.last { $0.call == call }?.range.end ?? loaded.lastHeard[call]
    }
}
