import CallModel
import CallTagging
import Testing

@Suite("The rules of a sitting")
struct SessionRulesTests {
    @Test("a sitting begins once, and nothing can be done before")
    func beginning() {
        var sitting = Sitting()
        #expect(sitting.ask(.undo).refusal?.kind == .notStarted)
        #expect(sitting.state.session == nil)
        #expect(sitting.ask(.start(purpose: .calibration)).events.count == 1)
        #expect(sitting.state.session?.purpose == .calibration)
        #expect(sitting.ask(.start(purpose: .tagging)).refusal?.kind == .alreadyStarted)
    }

    @Test("another listener's edits are refused with what to do")
    func otherListener() throws {
        var sitting = Sitting.open()
        let refusal = sitting.ask(
            .annotate(annotation("A1", .hold(3))), by: ListenerID("ben")
        ).refusal
        #expect(refusal?.kind == .otherListener)
        #expect(
            refusal?.sentence
                == "Sitting S1 is ana's: start a sitting of your own to say something.")
        #expect(sitting.contents().isEmpty)
    }

    @Test("an ended sitting stays as it is, and says what to do")
    func ended() {
        var sitting = Sitting.open()
        sitting.ask(.end)
        let refusal = sitting.ask(.annotate(annotation("A1", .hold(3)))).refusal
        #expect(refusal?.kind == .ended)
        #expect(
            refusal?.sentence
                == "Sitting S1 is over and stays as it is: start a new sitting to say more.")
        #expect(sitting.ask(.end).refusal?.kind == .ended)
        #expect(sitting.state.session?.endedAt != nil)
    }

    @Test("a call must exist to be opened, and be opened before anything is said of it")
    func opening() {
        var sitting = Sitting()
        sitting.ask(.start(purpose: .tagging))
        let unknown = CallID("C9")
        #expect(
            sitting.ask(.open(call: unknown, selection: .handPicked)).refusal?.kind == .unknownCall)
        #expect(sitting.ask(.annotate(annotation("A1", .hold(3)))).refusal?.kind == .callNotOpened)
        #expect(sitting.ask(.finish(call: Sitting.first)).refusal?.kind == .callNotOpened)
        sitting.ask(.open(call: Sitting.first, selection: .handPicked))
        #expect(sitting.state.currentCall == Sitting.first)
        #expect(sitting.ask(.annotate(annotation("A1", .hold(3)))).refusal == nil)
    }

    @Test("a draw outweighs a choice by hand whichever came first, and the first draw stays")
    func selection() {
        var sitting = Sitting.open()
        sitting.ask(.open(call: Sitting.first, selection: .drawn(DrawID("D1"))))
        sitting.ask(.open(call: Sitting.first, selection: .drawn(DrawID("D2"))))
        sitting.ask(.open(call: Sitting.first, selection: .handPicked))
        #expect(sitting.state.call(Sitting.first)?.selection == .drawn(DrawID("D1")))
        #expect(sitting.state.session?.calls.count == 1)
    }

    @Test(
        "a range within the call is taken, one a rounding too long is cut, further out is refused",
        arguments: [
            (59_000, 60_000, 60_000 as Int?), (59_000, 61_000, 60_000), (59_000, 61_001, nil),
            (60_000, 60_500, nil), (70_000, 80_000, nil),
        ])
    func ranges(start: Int, end: Int, kept: Int?) throws {
        var sitting = Sitting.open()
        let range = try #require(CallTimeRange(milliseconds: start, end))
        let tagged = sitting.ask(.annotate(annotation("A1", .hold(3), range: range)))
        let heard = sitting.ask(.hear(call: Sitting.first, range: range, speed: 1))
        let call = try #require(sitting.state.call(Sitting.first))
        if let kept {
            #expect(call.annotations.first?.range?.end.milliseconds == kept)
            #expect(call.heard.first?.end.milliseconds == kept)
        } else {
            #expect(tagged.refusal?.kind == .outsideCall)
            #expect(heard.refusal?.kind == .outsideCall)
            #expect(call.annotations.isEmpty && call.heard.isEmpty)
        }
    }

    @Test("a call without a recording can be opened, tagged as a whole, skipped, and not heard")
    func withoutRecording() throws {
        var sitting = Sitting.open()
        let silent = Sitting.silent
        let range = try #require(CallTimeRange(milliseconds: 0, 100))
        sitting.ask(.open(call: silent, selection: .drawn(DrawID("D1"))))
        #expect(
            sitting.ask(.hear(call: silent, range: range, speed: 1)).refusal?.kind == .noRecording)
        #expect(
            sitting.ask(.annotate(annotation("A1", .hold(2), call: silent, range: range))).refusal?
                .kind == .noRecording)
        #expect(sitting.ask(.annotate(annotation("A1", .hold(2), call: silent))).refusal == nil)
        sitting.ask(.undo)
        #expect(sitting.ask(.skip(call: silent, reason: "no sound")).refusal == nil)
    }

    @Test("severities are 1 to 5", arguments: [-1, 0, 1, 3, 5, 6, Int.max])
    func severity(_ severity: Int) {
        var sitting = Sitting.open()
        let refusal = sitting.ask(.annotate(annotation("A1", .hold(severity)))).refusal
        #expect(refusal?.kind == ((1...5).contains(severity) ? nil : .badSeverity))
    }

    @Test(
        "nobody listens at speeds that cannot be followed",
        arguments: [0.25, 1, 4, 0.2, 4.01, 0, -1, .nan, .infinity])
    func speed(_ speed: Double) throws {
        var sitting = Sitting.open()
        let range = try #require(CallTimeRange(milliseconds: 0, 100))
        let refusal = sitting.ask(.hear(call: Sitting.first, range: range, speed: speed)).refusal
        #expect(refusal?.kind == ((0.25...4).contains(speed) ? nil : .badSpeed))
    }

    @Test("an unknown key is refused with the one that was meant, a retired one with its successor")
    func keys() {
        var sitting = Sitting.open()
        func refusal(_ content: Annotation.Content) -> String? {
            sitting.ask(.annotate(annotation("A1", content))).refusal?.sentence
        }
        #expect(
            refusal(.painPoint(key: "hold-to-long", severity: 3))
                == "There is no pain point \"hold-to-long\" in the taxonomy: did you mean "
                + "\"hold-too-long\"?")
        #expect(
            refusal(.reason(key: "Wrong amount"))
                == "There is no call reason \"Wrong amount\" in the taxonomy: did you mean "
                + "\"wrong-amount\"?")
        #expect(
            refusal(.reason(key: "zzz"))
                == "There is no call reason \"zzz\" in the taxonomy: choose one that it lists, or "
                + "add it to taxonomy.yml.")
        #expect(
            refusal(.reason(key: "parcel"))
                == "The call reason \"parcel\" was retired on 2026-06-01: use \"delivery\", which "
                + "took its place.")
        #expect(
            refusal(.reason(key: "fax"))
                == "The call reason \"fax\" was retired on 2026-06-01: choose another one.")
        sitting.context.day = CalendarDay(year: 2026, month: 5, day: 31)!
        #expect(refusal(.reason(key: "parcel")) == nil)
    }

    @Test("a second reason replaces the first and keeps its id")
    func oneReason() throws {
        var sitting = Sitting.open()
        sitting.ask(.annotate(annotation("A1", .reason(key: "billing"))))
        let outcome = sitting.ask(.annotate(annotation("A2", .reason(key: "delivery"))))
        #expect(
            outcome.events.map(\.body) == [
                .changed(annotation("A1", .reason(key: "delivery")))
            ])
        #expect(sitting.contents() == [.reason(key: "delivery")])
        #expect(
            sitting.ask(.annotate(annotation("A3", .reason(key: "delivery")))).refusal?.kind
                == .nothingToDo)
        sitting.ask(.undo)
        #expect(sitting.contents() == [.reason(key: "billing")])
        sitting.ask(.open(call: Sitting.second, selection: .handPicked))
        sitting.ask(.annotate(annotation("A4", .reason(key: "fax"), call: Sitting.second)))
        sitting.ask(.annotate(annotation("A4", .reason(key: "billing"), call: Sitting.second)))
        #expect(sitting.contents(Sitting.second) == [.reason(key: "billing")])
    }

    @Test("an annotation keeps its call and its kind")
    func changing() {
        var sitting = Sitting.open()
        sitting.ask(.open(call: Sitting.second, selection: .handPicked))
        sitting.ask(.annotate(annotation("A1", .hold(3))))
        #expect(
            sitting.ask(.change(annotation("A1", .hold(3), call: Sitting.second))).refusal?.kind
                == .otherAnnotation)
        #expect(
            sitting.ask(.change(annotation("A1", .note(text: "x")))).refusal?.sentence
                == "Annotation A1 is a pain point and stays one: remove it and make a note.")
        #expect(sitting.ask(.change(annotation("A1", .hold(3)))).refusal?.kind == .nothingToDo)
        #expect(
            sitting.ask(.change(annotation("A9", .hold(3)))).refusal?.kind == .unknownAnnotation)
        #expect(
            sitting.ask(.change(annotation("A1", .painPoint(key: "on-hold", severity: 3)))).refusal?
                .kind == .retiredKey)
        sitting.ask(.change(annotation("A1", .painPoint(key: "call-cut-off", severity: 5))))
        #expect(sitting.contents() == [.painPoint(key: "call-cut-off", severity: 5)])
        #expect(sitting.ask(.annotate(annotation("A1", .hold(1)))).refusal?.kind == .idInUse)
    }

    @Test("the severity of a mark can be put right after its word was retired")
    func retiredMeanwhile() {
        var sitting = Sitting.open()
        sitting.ask(.annotate(annotation("A1", .hold(3))))
        sitting.context.taxonomy.painPoints[0].retired = sitting.context.day
        #expect(sitting.ask(.change(annotation("A1", .hold(4)))).refusal == nil)
        #expect(sitting.ask(.annotate(annotation("A2", .hold(4)))).refusal?.kind == .retiredKey)
    }

    @Test("what is said has words, and not too many")
    func texts() {
        var sitting = Sitting.open()
        #expect(
            sitting.ask(.annotate(annotation("A1", .note(text: " \n")))).refusal?.kind == .badText)
        let long = String(repeating: "é", count: 4001)
        #expect(
            sitting.ask(.annotate(annotation("A1", .idea(text: long)))).refusal?.sentence
                == "The idea has 4001 characters: say it in 4000 or fewer.")
        #expect(sitting.ask(.annotate(annotation("A1", .flag(text: "")))).refusal == nil)
        #expect(sitting.ask(.skip(call: Sitting.first, reason: "")).refusal?.kind == .badText)
    }

    @Test(
        "a tagged call cannot be skipped, a skipped one cannot be tagged until it is opened again")
    func skipping() {
        var sitting = Sitting.open()
        let call = Sitting.first
        sitting.ask(.annotate(annotation("A1", .hold(3))))
        #expect(sitting.ask(.skip(call: call, reason: "mine")).refusal?.kind == .callTagged)
        sitting.ask(.remove(AnnotationID("A1")))
        sitting.ask(.annotate(annotation("A2", .note(text: "a colleague"))))
        #expect(sitting.ask(.skip(call: call, reason: "mine")).refusal == nil)
        #expect(sitting.state.call(call)?.progress == .skipped(reason: "mine"))
        #expect(sitting.ask(.annotate(annotation("A3", .hold(3)))).refusal?.kind == .callSkipped)
        #expect(sitting.ask(.finish(call: call)).refusal?.kind == .callSkipped)
        // The note may go; what comes next in the line of undo is a tag, and may not come back.
        #expect(sitting.ask(.undo).refusal == nil)
        #expect(sitting.ask(.undo).refusal?.kind == .callSkipped)
        sitting.ask(.open(call: call, selection: .handPicked))
        #expect(sitting.state.call(call)?.progress == .open)
        #expect(sitting.ask(.undo).refusal == nil)
        #expect(sitting.contents() == [.hold(3)])
    }

    @Test("a finished call can still be heard and edited")
    func finishing() throws {
        var sitting = Sitting.open()
        let call = Sitting.first
        sitting.ask(.finish(call: call))
        #expect(sitting.ask(.finish(call: call)).refusal?.kind == .callFinished)
        #expect(sitting.ask(.skip(call: call, reason: "x")).refusal?.kind == .callFinished)
        let range = try #require(CallTimeRange(milliseconds: 0, 100))
        #expect(sitting.ask(.hear(call: call, range: range, speed: 1)).refusal == nil)
        #expect(sitting.ask(.annotate(annotation("A1", .hold(3)))).refusal == nil)
        sitting.ask(.open(call: call, selection: .handPicked))
        #expect(sitting.state.call(call)?.progress == .finished)
    }
}
