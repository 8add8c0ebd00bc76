import CallWorkbench
import CallAudio
import CallModel
import Foundation

/// The state of the full-screen player, as a value: what happened makes it what it is
/// (``update(_:)``), and everything on the screen is made from it.
///
/// It shows as said only what the sitting answered to be on the disk.
struct PlayerModel: Sendable {
    let setup: PlayerSetup
    /// The calls of the plan that were looked up, in the order of hearing.
    var calls: [PlayerCall]
    /// How many more the plan has.
    var callsAhead: Int
    var stage: PlayerStage
    var focus = PlayerFocus.commands
    /// The sitting as it was last kept.
    var session: Session?
    /// Where the listener was in calls that were open before.
    var places: [CallID: CallTime]
    /// What comes next, in a sentence.
    var outlook: String?
    var size: ScreenSize
    var now: Date

    // The open call.

    /// Its place in the plan; nil before the first one is opened.
    var current: Int?
    var sound = SoundState.none
    var reading = PlayerStatus()
    var position = CallTime.zero
    /// Stretches that skipping leaves out.
    var skippable: [CallTimeRange] = []
    /// Whether it is to play as soon as it can.
    var wantsPlay = false
    var region: CallTimeRange?
    /// Where a region begins whose end was not marked yet.
    var regionStart: CallTime?
    var isLooping = false
    var selectedTag: AnnotationID?
    /// Its lanes at the width of the screen; nil where there are none.
    var strip: WaveStrip?

    // How it is heard.

    var speed: Double
    var skips: Bool
    /// The side that is heard alone; nil for both.
    var side: Side?
    var levels: Bool

    // What was heard and is not on the disk yet.

    var unsaved: [HeardStretch] = []
    var underway: [HeardStretch] = []
    var unsavedSince: Date?

    // What is said of it all.

    var notice: PlayerNotice?
    var savedAt: Date?
    /// Edits that were asked for and not answered yet.
    var editsUnderway = 0
    /// Whether the open call is being finished or skipped: once is enough.
    var isMovingOn = false
    private var annotationCount = 0
    var outbox: [PlayerEffect] = []

    /// A player over the calls of a sitting, with the places where it broke off in them.
    init(
        setup: PlayerSetup, calls: [PlayerCall], callsAhead: Int = 0, session: Session?,
        places: [CallID: CallTime] = [:], size: ScreenSize, now: Date
    ) {
        self.setup = setup
        self.calls = calls
        self.callsAhead = callsAhead
        self.session = session
        self.places = places
        self.size = size
        self.now = now
        speed = setup.speed
        skips = setup.skips
        levels = setup.levels
        stage = .listening
    }

    /// Does what is to be done first.
    mutating func begin() -> [PlayerEffect] {
        let isSealed = session?.predictionsSealed == true
        let wasAsked = session?.predictions.isEmpty == false || session?.calls.isEmpty == false
        if setup.asksExpectations, !isSealed, !wasAsked {
            askExpectations()
        } else {
            openFirst()
        }
        return takeOutbox()
    }

    /// How many calls the plan has.
    var callCount: Int { calls.count + callsAhead }

    var call: PlayerCall? { current.map { calls[$0] } }

    /// The open call as the sitting has it.
    var heardCall: Session.HeardCall? {
        guard let id = call?.id else { return nil }
        return session?.calls.first { $0.call == id }
    }

    /// What was said of the open call, in the order of time, what is said of the whole call first.
    var tags: [Annotation] {
        (heardCall?.annotations ?? []).enumerated().sorted { left, right in
            let start = left.element.range?.start.milliseconds ?? -1
            let other = right.element.range?.start.milliseconds ?? -1
            return (start, left.offset) < (other, right.offset)
        }.map(\.element)
    }

    /// The call's reason; nil where none was given.
    var reason: String? {
        for case .reason(let key) in tags.map(\.content) { return key }
        return nil
    }

    /// Unique seconds heard in the whole sitting, those not on the disk yet too.
    var heardSeconds: Double {
        guard let session else { return 0 }
        let own = heardCall?.heard ?? []
        let all = (own + (underway + unsaved).map(\.range)).union()
        return session.heardSeconds
            + Double(all.totalMilliseconds - own.totalMilliseconds) / 1000
    }

    /// Seconds of the open call that skipping left out so far.
    var savedSeconds: Double {
        guard let passed = CallTimeRange(start: .zero, end: position) else { return 0 }
        let left = skippable.compactMap { $0.intersection(passed) }
        let heard = ((heardCall?.heard ?? []) + (underway + unsaved).map(\.range)).union()
        let played = left.flatMap { gap in heard.compactMap { $0.intersection(gap) } }
        return Double(left.totalMilliseconds - played.totalMilliseconds) / 1000
    }

    mutating func emit(_ effect: PlayerEffect) { outbox.append(effect) }

    mutating func takeOutbox() -> [PlayerEffect] {
        defer { outbox = [] }
        return outbox
    }

    /// A name that no other annotation has.
    mutating func nextAnnotationID() -> AnnotationID {
        annotationCount += 1
        return AnnotationID("\(setup.identity)-\(annotationCount)")
    }

    mutating func say(_ text: String, _ kind: PlayerNotice.Kind = .done) {
        notice = PlayerNotice(text: text, kind: kind)
    }
}
