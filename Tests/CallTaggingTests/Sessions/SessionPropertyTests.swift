import CallModel
import CallTagging
import Foundation
import Testing

@Suite("Whatever is asked in whatever order")
struct SessionPropertyTests {
    @Test(
        "every command is accepted or refused, and the events alone give the state back",
        arguments: 1...12)
    func replay(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var sitting = Sitting()
        var kinds: Set<String> = []
        let encoder = JSONEncoder()
        let decoder = JSONDecoder()
        for step in 0..<1000 {
            let command = Self.command(step: step, using: &random)
            let id =
                Bool.random(using: &random) && step > 5
                ? EventID("R\(Int.random(in: 0..<2000, using: &random))") : nil
            let listener =
                step > 0 && Int.random(in: 0..<40, using: &random) == 0 ? "ben" : "ana"
            let before = sitting.state
            switch sitting.ask(command, id: id, by: ListenerID(listener)) {
            case .accepted(let events):
                kinds.formUnion(events.map(\.body.kind.rawValue))
                #expect((1...2).contains(events.count))
                let stored = try decoder.decode(
                    [SessionEvent].self, from: try encoder.encode(events))
                #expect(stored == events)
                #expect(events.allSatisfy { before.ignored[$0.id] == nil })
            case .alreadyAccepted(let events):
                #expect(!events.isEmpty)
                #expect(sitting.state == before)
            case .refused(let refusal):
                kinds.insert(refusal.kind.rawValue)
                #expect(refusal.sentence.hasSuffix(".") || refusal.sentence.hasSuffix("?"))
                #expect(sitting.state == before)
            }
        }
        #expect(sitting.state.ignored.isEmpty)
        #expect(SessionState(id: sitting.state.id, replaying: sitting.log) == sitting.state)
        #expect(kinds.count > 20, "too little of the rules was met: \(kinds.sorted())")
        try Self.checkInvariants(of: try #require(sitting.state.session))
    }

    @Test(
        "undoing everything and redoing everything is as if nothing had happened",
        arguments: 1...12)
    func thereAndBack(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var sitting = Sitting.open()
        sitting.ask(.open(call: Sitting.second, selection: .handPicked))
        let bare = sitting.state.session
        for step in 0..<400 {
            let command = Self.command(step: step, using: &random)
            switch command {
            case .annotate, .change, .remove: sitting.ask(command)
            case .undo, .redo: if step.isMultiple(of: 4) { sitting.ask(command) }
            default: break
            }
        }
        while sitting.ask(.redo).refusal == nil {}
        let full = sitting.state.session
        var steps = 0
        while sitting.ask(.undo).refusal == nil { steps += 1 }
        var undone = try #require(sitting.state.session)
        // Sealing is a fact and stays.
        undone.predictionsSealed = false
        #expect(undone == bare)
        for _ in 0..<steps { #expect(sitting.ask(.redo).refusal == nil) }
        #expect(sitting.state.session == full)
        #expect(steps > 10)
    }

    @Test(
        "a log with events lost, doubled or exchanged replays to the same state every time",
        arguments: 1...12)
    func damagedLog(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var sitting = Sitting()
        for step in 0..<400 { sitting.ask(Self.command(step: step, using: &random)) }
        var log = sitting.log
        for _ in 0..<20 where log.count > 2 {
            let (here, there) = (
                Int.random(in: 0..<log.count, using: &random),
                Int.random(in: 0..<log.count, using: &random)
            )
            switch Int.random(in: 0..<3, using: &random) {
            case 0: log.remove(at: here)
            case 1: log.insert(log[there], at: here)
            default: log.swapAt(here, there)
            }
        }
        let once = SessionState(id: sitting.state.id, replaying: log)
        #expect(SessionState(id: sitting.state.id, replaying: log) == once)
        if let session = once.session {
            #expect(throws: Never.self) {
                try Self.checkInvariants(of: session)
            }
        }
    }

    /// What holds of every sitting, whatever led to it.
    private static func checkInvariants(of session: Session) throws {
        var ids: Set<AnnotationID> = []
        for call in session.calls {
            #expect(call.heard == call.heard.union())
            #expect(call.annotations.count { $0.content.kind == .reason } <= 1)
            for annotation in call.annotations {
                #expect(annotation.call == call.call)
                #expect(ids.insert(annotation.id).inserted)
                if case .skipped = call.progress {
                    #expect(![.reason, .painPoint].contains(annotation.content.kind))
                }
            }
        }
    }

    /// A command that makes sense now and then.
    private static func command(
        step: Int, using random: inout SeededRandom
    ) -> SessionCommand {
        if step == 0 { return .start(purpose: .tagging) }
        let call = [Sitting.first, Sitting.first, Sitting.second, Sitting.silent, CallID("C9")]
            .randomElement(using: &random)!
        let start = Int.random(in: 0..<70_000, using: &random)
        let range = CallTimeRange(
            milliseconds: start, start + Int.random(in: 1...20_000, using: &random))!
        let content: Annotation.Content = [
            .reason(key: "billing"), .reason(key: "delivery"), .reason(key: "parcel"),
            .reason(key: "biling"), .hold(Int.random(in: 0...6, using: &random)),
            .hold(Int.random(in: 1...5, using: &random)), .note(text: "a — \"b\"\n{"),
            .idea(text: "idea"), .kudos(text: ""), .kudos(text: "well done"), .flag(text: ""),
        ].randomElement(using: &random)!
        let said = Annotation(
            id: AnnotationID("A\(Int.random(in: 0..<300, using: &random))"), call: call,
            content: content, range: Bool.random(using: &random) ? range : nil,
            side: [nil, .agent, .customer].randomElement(using: &random)!)
        switch Int.random(in: 0..<100, using: &random) {
        case 0: return .start(purpose: .calibration)
        case 1..<5:
            return .predict([
                Prediction(
                    reason: ["billing", "fax"].randomElement(using: &random)!,
                    share: Double.random(in: -0.1...1.1, using: &random))
            ])
        case 5..<14:
            return .open(
                call: call,
                selection: Bool.random(using: &random) ? .handPicked : .drawn(DrawID("D1")))
        case 14..<24:
            return .hear(
                call: call, range: range,
                speed: [1, 1.5, 3, 0, .nan].randomElement(using: &random)!)
        case 24..<54: return .annotate(said)
        case 54..<64: return .change(said)
        case 64..<70: return .remove(said.id)
        case 70..<82: return .undo
        case 82..<92: return .redo
        case 92..<95:
            return .skip(call: call, reason: Bool.random(using: &random) ? "wrong number" : " ")
        case 95..<98: return .finish(call: call)
        default: return step > 900 ? .end : .undo
        }
    }
}
