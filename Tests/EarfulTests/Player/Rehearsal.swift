import CallWorkbench
import CallAudio
import CallModel
import CallTagging
import Foundation
import Testing

@testable import earful

/// A player whose sitting follows the real rules, in memory, and whose sound only notes what it is told.
struct Rehearsal {
    private(set) var model: PlayerModel
    private(set) var effects: [PlayerEffect] = []
    /// What the sound was told, in order.
    private(set) var told: [SoundCommand] = []
    private(set) var state = SessionState(id: SessionID("S1"))
    /// What left the loudspeaker and was not asked for.
    var played: [HeardStretch] = []
    /// Whether acts wait to be answered.
    var isSlow = false
    private(set) var waiting: [SittingAct] = []
    private var eventCount = 0
    private let calls: [PlayerCall]
    /// Calls of the plan that the player does not know yet.
    private var ahead: [PlayerCall]
    private let hasSound: Bool

    init(
        _ calls: [PlayerCall] = [PlayerSample.call("C-1"), PlayerSample.call("C-2")],
        ahead: [PlayerCall] = [],
        setup: PlayerSetup = PlayerSample.setup(),
        size: ScreenSize = ScreenSize(columns: 100, rows: 30), hasSound: Bool = true
    ) {
        self.calls = calls + ahead
        self.ahead = ahead
        self.hasSound = hasSound
        model = PlayerModel(
            setup: setup, calls: calls, callsAhead: ahead.count, session: nil, size: size,
            now: PlayerSample.began)
        _ = handle(.start(purpose: .listeningHour))
        model.session = state.session
        carryOut(model.begin())
    }

    /// The sitting as it was kept.
    var session: Session? { state.session }

    /// What was kept of the open call.
    var kept: [Annotation] {
        session?.calls.first { $0.call == model.call?.id }?.annotations ?? []
    }

    mutating func send(_ message: PlayerMessage) { carryOut(model.update(message)) }

    /// Presses keys by their names.
    mutating func press(_ names: String...) {
        for name in names {
            guard let key = Key(named: name) else {
                Issue.record("no key \(name)")
                continue
            }
            send(.input(.key(key)))
        }
    }

    /// Types text, letter by letter.
    mutating func type(_ text: String) {
        for character in text { send(.input(.key(Key(character)))) }
    }

    /// Lets time go on, with the sound where it is said to be.
    mutating func pass(seconds: Double, to position: Double? = nil, isPlaying: Bool = true) {
        let reading = position.map { PlayerSample.status(at: $0, isPlaying: isPlaying) }
        send(.clock(model.now.addingTimeInterval(seconds), reading))
    }

    /// Answers the acts that wait.
    mutating func answer() {
        let acts = waiting
        waiting = []
        for act in acts { keep(act) }
    }

    mutating func forgetEffects() {
        effects = []
        told = []
    }

    private mutating func carryOut(_ new: [PlayerEffect]) {
        for effect in new {
            effects.append(effect)
            switch effect {
            case .keep(let act): if isSlow { waiting.append(act) } else { keep(act) }
            case .findNext: send(.found(ahead.isEmpty ? nil : ahead.removeFirst()))
            case .openSound(let id): openSound(id)
            case .closeSound, .collectHeard:
                let heard = played
                played = []
                if !heard.isEmpty, let id = model.call?.id { send(.heard(id, heard)) }
            case .sound(let command): told.append(command)
            case .suspend, .redraw, .leave: break
            }
        }
    }

    private mutating func openSound(_ id: CallID) {
        guard hasSound else { return send(.soundFailed(id, "No device plays. Set --device.")) }
        send(.soundOpened(id, skippable: [PlayerSample.range(120.3, 244.7)]))
    }

    private mutating func keep(_ act: SittingAct) {
        var refusal: Refusal?
        for command in commands(for: act) {
            if case .refused(let reason) = handle(command) { refusal = reason }
        }
        if let refusal { return send(.refused(act, refusal.sentence)) }
        guard let session = state.session else { return }
        send(.kept(act, SittingAnswer(session: session, savedAt: model.now)))
    }

    private func commands(for act: SittingAct) -> [SessionCommand] {
        switch act {
        case .predict(let predictions): [.predict(predictions)]
        case .open(let call): [.open(call: call, selection: .drawn(DrawID("D1")))]
        case .heard(let call, let stretches):
            stretches.map { .hear(call: call, range: $0.range, speed: $0.speed) }
        case .annotate(let annotation): [.annotate(annotation)]
        case .change(let annotation): [.change(annotation)]
        case .remove(let id): [.remove(id)]
        case .undo: [.undo]
        case .redo: [.redo]
        case .skip(let call, let reason): [.skip(call: call, reason: reason)]
        case .finish(let call): [.finish(call: call)]
        case .end: [.end]
        }
    }

    private mutating func handle(_ command: SessionCommand) -> SessionOutcome {
        eventCount += 1
        let extents = Dictionary(
            calls.map { ($0.id, CallExtent(of: $0.call)) }, uniquingKeysWith: { $1 })
        return state.handle(
            command, id: EventID("e\(eventCount)"), listener: ListenerID("ana"), at: model.now,
            context: SessionContext(
                taxonomy: PlayerSample.taxonomy, day: PlayerSample.day, calls: extents))
    }
}
