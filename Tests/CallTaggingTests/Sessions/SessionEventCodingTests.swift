import CallModel
import Foundation
import Testing

@Suite("How events are stored")
struct SessionEventCodingTests {
    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static let said = Annotation(
        id: AnnotationID("A1"), call: CallID("C1"),
        content: .painPoint(key: "hold-too-long", severity: 4),
        range: CallTimeRange(milliseconds: 10, 20), side: .customer)

    @Test(
        "every body has the form that is written down, and comes back from it",
        arguments: [
            (.started(purpose: .listeningHour), #"{"purpose":"listeningHour","type":"started"}"#),
            (
                .planned(.draw(DrawID("D1"))),
                #"{"plan":{"draw":"D1","type":"draw"},"type":"planned"}"#
            ),
            (
                .planned(.handPicked([CallID("C2"), CallID("C1")])),
                #"{"plan":{"calls":["C2","C1"],"type":"handPicked"},"type":"planned"}"#
            ),
            (
                .predicted([Prediction(reason: "billing", share: 0.5)]),
                #"{"predictions":[{"reason":"billing","share":0.5}],"type":"predicted"}"#
            ),
            (.predictionsSealed, #"{"type":"predictionsSealed"}"#),
            (
                .callOpened(call: CallID("C1"), selection: .drawn(DrawID("D1"))),
                #"{"call":"C1","selection":{"draw":"D1","type":"drawn"},"type":"callOpened"}"#
            ),
            (
                .callOpened(call: CallID("C1"), selection: .handPicked),
                #"{"call":"C1","selection":{"type":"handPicked"},"type":"callOpened"}"#
            ),
            (
                .heard(
                    call: CallID("C1"), range: CallTimeRange(milliseconds: 0, 5000)!, speed: 1.5),
                #"{"call":"C1","range":{"end":5000,"start":0},"speed":1.5,"type":"heard"}"#
            ),
            (
                .annotated(said),
                #"{"annotation":{"call":"C1","content":{"key":"hold-too-long","severity":4,"#
                    + #""type":"painPoint"},"id":"A1","range":{"end":20,"start":10},"#
                    + #""side":"customer"},"type":"annotated"}"#
            ),
            (
                .changed(
                    Annotation(
                        id: AnnotationID("A1"), call: CallID("C1"), content: .reason(key: "billing")
                    )),
                #"{"annotation":{"call":"C1","content":{"key":"billing","type":"reason"},"#
                    + #""id":"A1"},"type":"changed"}"#
            ),
            (.removed(AnnotationID("A1")), #"{"annotationID":"A1","type":"removed"}"#),
            (.undone(EventID("E1")), #"{"event":"E1","type":"undone"}"#),
            (.redone(EventID("E1")), #"{"event":"E1","type":"redone"}"#),
            (
                .skipped(call: CallID("C1"), reason: "silent"),
                #"{"call":"C1","reason":"silent","type":"skipped"}"#
            ),
            (.finished(call: CallID("C1")), #"{"call":"C1","type":"finished"}"#),
            (.ended, #"{"type":"ended"}"#),
        ] as [(SessionEvent.Body, String)])
    func bodies(_ body: SessionEvent.Body, _ written: String) throws {
        #expect(try Self.json(body) == written)
        let read = try JSONDecoder().decode(SessionEvent.Body.self, from: Data(written.utf8))
        #expect(read == body)
    }

    @Test(
        "every content has the form that is written down",
        arguments: [
            (.note(text: "n"), #"{"text":"n","type":"note"}"#),
            (.idea(text: "i"), #"{"text":"i","type":"idea"}"#),
            (.kudos(text: "k"), #"{"text":"k","type":"kudos"}"#),
            (.flag(text: ""), #"{"text":"","type":"flag"}"#),
        ] as [(Annotation.Content, String)])
    func contents(_ content: Annotation.Content, _ written: String) throws {
        #expect(try Self.json(content) == written)
        let read = try JSONDecoder().decode(Annotation.Content.self, from: Data(written.utf8))
        #expect(read == content)
    }

    @Test("a type that is not known says so in a sentence")
    func unknownType() {
        #expect(
            performing: {
                try JSONDecoder().decode(
                    SessionEvent.Body.self, from: Data(#"{"type":"sung","call":"C1"}"#.utf8))
            },
            throws: { error in
                guard case DecodingError.dataCorrupted(let context) = error else { return false }
                return context.debugDescription
                    == "An event of type \"sung\" is not known to this version of Earful; a newer "
                    + "one wrote it: use that one to read it."
            })
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(
                Annotation.Content.self, from: Data(#"{"type":"song","text":""}"#.utf8))
        }
    }

    @Test("fields that are not known are passed over, missing ones are not")
    func fields() throws {
        let wider = Data(#"{"type":"ended","mood":"good"}"#.utf8)
        #expect(try JSONDecoder().decode(SessionEvent.Body.self, from: wider) == .ended)
        let narrower = Data(#"{"type":"finished"}"#.utf8)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(SessionEvent.Body.self, from: narrower)
        }
    }
}
