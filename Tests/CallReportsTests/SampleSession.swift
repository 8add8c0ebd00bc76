import CallModel
import CallReports
import Foundation

/// Sittings and draws to write down.
enum SampleSession {
    static func row(_ session: Session) -> SittingRow {
        let contents = session.calls.flatMap(\.annotations).map(\.content)
        return SittingRow(
            id: session.id, purpose: session.purpose, listener: session.listener,
            startedAt: session.startedAt, isOpen: session.endedAt == nil,
            heardSeconds: session.heardSeconds, callCount: session.calls.count,
            tagCount: contents.count { [.reason, .painPoint].contains($0.kind) },
            ideaCount: contents.count { $0.kind == .idea })
    }

    static var session: Session {
        var session = Session(
            id: SessionID("s-1"), purpose: .listeningHour, listener: ListenerID("ana"),
            startedAt: SampleCall.began)
        session.endedAt = SampleCall.began.addingTimeInterval(3_700)
        session.predictions = [
            Prediction(reason: "billing", share: 0.4),
            Prediction(reason: "technician-visit", share: 0.25),
        ]
        session.predictionsSealed = true
        var first = Session.HeardCall(call: CallID("C-1042"), selection: .drawn(DrawID("d-1")))
        first.heard = [SampleCall.range(0, 120), SampleCall.range(240, 400)]
        first.annotations = SampleCall.tags.map(\.annotation)
        first.progress = .finished
        var second = Session.HeardCall(call: CallID("C-1043"), selection: .handPicked)
        second.heard = [SampleCall.range(0, 31)]
        second.annotations = [
            Annotation(
                id: AnnotationID("b1"), call: CallID("C-1043"),
                content: .painPoint(key: "hold-too-long", severity: 5)),
            Annotation(
                id: AnnotationID("b2"), call: CallID("C-1043"),
                content: .kudos(text: "Stayed calm throughout."), range: SampleCall.range(5, 9)),
        ]
        var third = Session.HeardCall(call: CallID("C-1044"), selection: .drawn(DrawID("d-1")))
        third.progress = .skipped(reason: "in a language I do not speak")
        session.calls = [first, second, third]
        return session
    }

    static var hostile: Session {
        var session = session
        let texts = SampleDigest.hostileTexts
        session.listener = ListenerID(texts[1])
        session.predictions = [Prediction(reason: texts[4], share: 0.001)]
        session.calls = texts.indices.map { index in
            var call = Session.HeardCall(call: CallID(texts[index]), selection: .handPicked)
            call.progress = .skipped(reason: texts[index])
            call.annotations = [
                Annotation(
                    id: AnnotationID("x\(index)"), call: CallID(texts[index]),
                    content: .idea(text: texts[index])),
                Annotation(
                    id: AnnotationID("y\(index)"), call: CallID(texts[index]),
                    content: .painPoint(key: texts[index], severity: 2)),
            ]
            return call
        }
        return session
    }

    static var draw: Draw {
        let entries = (0..<40).map { index in
            Draw.Entry(
                call: CallID("C-\(2000 + index)"), stratum: index < 30 ? "North" : "South",
                inclusionProbability: index < 30 ? 0.1 : 0.0004,
                position: index.isMultiple(of: 13) ? index / 13 : nil, isDouble: index == 13)
        }
        return Draw(
            id: DrawID("d-1"), madeAt: SampleCall.began, madeBy: ListenerID("ana"),
            method: .stratified, seed: "2026-W47/1",
            frameStart: Date(timeIntervalSince1970: 1_794_812_400),
            frameEnd: Date(timeIntervalSince1970: 1_795_417_200), frameFilter: "site=North",
            strata: [
                Draw.Stratum(name: "North", population: 30, drawn: 3),
                Draw.Stratum(name: "South", population: 10, drawn: 1),
            ], entries: entries)
    }

    static var emptyDraw: Draw {
        var draw = draw
        draw.method = .random
        draw.frameFilter = ""
        draw.strata = []
        draw.entries = []
        return draw
    }
}
