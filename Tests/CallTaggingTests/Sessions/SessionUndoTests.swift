import CallModel
import CallTagging
import Testing

@Suite("Undo and redo")
struct SessionUndoTests {
    @Test("undo walks back through every edit, redo forth again, across calls")
    func walking() throws {
        var sitting = Sitting.open()
        sitting.ask(.open(call: Sitting.second, selection: .handPicked))
        let edits: [SessionCommand] = [
            .annotate(annotation("A1", .hold(1))),
            .annotate(annotation("A2", .note(text: "two"), call: Sitting.second)),
            .change(annotation("A1", .hold(5))),
            .annotate(annotation("A3", .idea(text: "three"))),
            .remove(AnnotationID("A1")),
        ]
        var stages = [sitting.state.session]
        for edit in edits {
            sitting.ask(edit)
            stages.append(sitting.state.session)
        }
        for stage in stages.dropLast().reversed() {
            #expect(sitting.ask(.undo).refusal == nil)
            #expect(sitting.state.session == stage)
        }
        #expect(sitting.ask(.undo).refusal?.kind == .nothingToDo)
        for stage in stages.dropFirst() {
            #expect(sitting.ask(.redo).refusal == nil)
            #expect(sitting.state.session == stage)
        }
        #expect(sitting.ask(.redo).refusal?.kind == .nothingToDo)
    }

    @Test("a new edit clears what could be redone")
    func newEdit() {
        var sitting = Sitting.open()
        sitting.ask(.annotate(annotation("A1", .hold(1))))
        sitting.ask(.undo)
        #expect(sitting.state.nextRedo != nil)
        sitting.ask(.annotate(annotation("A2", .hold(2))))
        #expect(sitting.state.nextRedo == nil)
        #expect(sitting.ask(.redo).refusal?.kind == .nothingToDo)
        #expect(sitting.contents() == [.hold(2)])
    }

    @Test("opening, hearing and finishing neither undo nor clear what could be redone")
    func facts() throws {
        var sitting = Sitting.open()
        sitting.ask(.annotate(annotation("A1", .hold(1))))
        sitting.ask(.undo)
        let range = try #require(CallTimeRange(milliseconds: 0, 100))
        sitting.ask(.hear(call: Sitting.first, range: range, speed: 1))
        sitting.ask(.finish(call: Sitting.first))
        #expect(sitting.ask(.redo).refusal == nil)
        #expect(sitting.contents() == [.hold(1)])
        #expect(sitting.state.call(Sitting.first)?.heard == [range])
    }

    @Test("undone and redone events name the edit")
    func names() {
        var sitting = Sitting.open()
        sitting.ask(.annotate(annotation("A1", .hold(1))), id: EventID("mark"))
        #expect(sitting.ask(.undo).events.map(\.body) == [.undone(EventID("mark"))])
        #expect(sitting.ask(.redo).events.map(\.body) == [.redone(EventID("mark"))])
        #expect(sitting.ask(.undo).events.map(\.body) == [.undone(EventID("mark"))])
    }

    @Test("an annotation taken back cannot be changed, and comes back where it stood")
    func order() {
        var sitting = Sitting.open()
        for id in 1...3 { sitting.ask(.annotate(annotation("A\(id)", .hold(id)))) }
        sitting.ask(.remove(AnnotationID("A2")))
        #expect(
            sitting.ask(.change(annotation("A2", .hold(5)))).refusal?.sentence
                == "Annotation A2 was taken back: undo that first, or make a new one.")
        sitting.ask(.undo)
        #expect(sitting.contents() == [.hold(1), .hold(2), .hold(3)])
    }
}
