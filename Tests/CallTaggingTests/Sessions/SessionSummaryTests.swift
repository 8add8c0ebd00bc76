import CallModel
import CallTagging
import Foundation
import Testing

@Suite("The summary of a sitting")
struct SessionSummaryTests {
    @Test("counts what was heard, said, finished and skipped, and holds predictions against it")
    func counting() throws {
        var sitting = Sitting()
        sitting.ask(.start(purpose: .listeningHour))
        sitting.ask(
            .predict([
                Prediction(reason: "billing", share: 0.6),
                Prediction(reason: "delivery", share: 0.25),
            ]))
        sitting.ask(.open(call: Sitting.first, selection: .drawn(DrawID("D1"))))
        let range = try #require(CallTimeRange(milliseconds: 0, 45_500))
        sitting.ask(.hear(call: Sitting.first, range: range, speed: 2))
        sitting.ask(.annotate(annotation("A1", .reason(key: "wrong-amount"))))
        sitting.ask(.annotate(annotation("A2", .hold(2))))
        sitting.ask(.annotate(annotation("A3", .hold(4), range: range)))
        sitting.ask(.annotate(annotation("A4", .idea(text: "send the bill later"))))
        sitting.ask(.annotate(annotation("A5", .note(text: "calm"))))
        sitting.ask(.finish(call: Sitting.first))
        sitting.ask(.open(call: Sitting.second, selection: .drawn(DrawID("D1"))))
        sitting.ask(.annotate(annotation("B1", .reason(key: "delivery"), call: Sitting.second)))
        sitting.ask(
            .annotate(
                annotation(
                    "B2", .painPoint(key: "call-cut-off", severity: 1), call: Sitting.second)))
        sitting.ask(.open(call: Sitting.silent, selection: .drawn(DrawID("D1"))))
        sitting.ask(.skip(call: Sitting.silent, reason: "no sound"))
        // Merged after the sitting: what was said counts under the word that took its place.
        var taxonomy = Sitting.taxonomy
        taxonomy.painPoints[1].mergedInto = "hold-too-long"

        let summary = SessionSummary(
            of: try #require(sitting.state.session), taxonomy: taxonomy)
        #expect(summary.heardSeconds == 45.5)
        #expect(summary.finished == [Sitting.first])
        #expect(summary.open == [Sitting.second])
        #expect(summary.skipped == [.init(call: Sitting.silent, reason: "no sound")])
        #expect(
            summary.reasons == [
                .init(reason: "delivery", calls: 1), .init(reason: "wrong-amount", calls: 1),
            ])
        #expect(
            summary.painPoints == [
                .init(painPoint: "hold-too-long", calls: 2, marks: 3, worstSeverity: 4)
            ])
        #expect(summary.ideas.map(\.id) == [AnnotationID("A4")])
        #expect(summary.notes == 1)
        #expect(summary.callsWithReason == 2)
        #expect(
            summary.predictions == [
                .init(reason: "billing", predictedShare: 0.6, heardCalls: 1, heardShare: 0.5),
                .init(reason: "delivery", predictedShare: 0.25, heardCalls: 1, heardShare: 0.5),
            ])
        let json = try JSONEncoder().encode(summary)
        #expect(try JSONDecoder().decode(SessionSummary.self, from: json) == summary)
    }

    @Test("the heard share is absent where no call was given a reason")
    func absent() throws {
        var sitting = Sitting.open()
        sitting.ask(.predict([Prediction(reason: "billing", share: 0.6)]))
        let summary = SessionSummary(
            of: try #require(sitting.state.session), taxonomy: Sitting.taxonomy)
        #expect(summary.predictions.map(\.heardShare) == [nil])
    }
}
