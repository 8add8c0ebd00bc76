import CallModel
import CallTagging
import Testing

@Suite("Predictions")
struct SessionPredictionTests {
    @Test("predictions may be replaced until the first second is heard, which seals them")
    func sealing() throws {
        var sitting = Sitting.open()
        sitting.ask(.predict([Prediction(reason: "billing", share: 0.5)]))
        let final = [
            Prediction(reason: "delivery", share: 0.7), Prediction(reason: "billing", share: 0.3),
        ]
        sitting.ask(.predict(final))
        let range = try #require(CallTimeRange(milliseconds: 0, 100))
        let heard = sitting.ask(.hear(call: Sitting.first, range: range, speed: 2))
        #expect(heard.events.map(\.body.kind) == [.predictionsSealed, .heard])
        #expect(sitting.ask(.predict([])).refusal?.kind == .predictionsSealed)
        #expect(sitting.state.session?.predictions == final)
        let more = sitting.ask(.hear(call: Sitting.first, range: range, speed: 2))
        #expect(more.events.map(\.body.kind) == [.heard])
    }

    @Test("the first reason given seals them too, a note does not")
    func sealingByReason() {
        var sitting = Sitting.open()
        sitting.ask(.annotate(annotation("A1", .note(text: "hm"))))
        #expect(sitting.ask(.predict([])).refusal == nil)
        let given = sitting.ask(.annotate(annotation("A2", .reason(key: "billing"))))
        #expect(given.events.map(\.body.kind) == [.predictionsSealed, .annotated])
        #expect(sitting.ask(.predict([])).refusal?.kind == .predictionsSealed)
    }

    @Test(
        "predictions that contradict themselves are refused",
        arguments: [
            [("billing", 0.6), ("delivery", 0.5)], [("billing", 0.1), ("billing", 0.2)],
            [("billing", 0.5), ("wrong-amount", 0.2)], [("billing", -0.1)], [("billing", 1.1)],
            [("billing", Double.nan)],
        ])
    func contradictions(_ shares: [(String, Double)]) {
        var sitting = Sitting.open()
        let refusal = sitting.ask(.predict(shares.map { Prediction(reason: $0.0, share: $0.1) }))
            .refusal
        #expect(refusal?.kind == .badPrediction)
    }

    @Test("shares that make exactly one are taken, whatever their binary form")
    func wholes() {
        var sitting = Sitting.open()
        let shares = [("wrong-amount", 0.1), ("delivery", 0.9)]
        #expect(
            sitting.ask(.predict(shares.map { Prediction(reason: $0.0, share: $0.1) })).refusal
                == nil)
        #expect(
            sitting.ask(.predict([Prediction(reason: "fax", share: 0.1)])).refusal?.kind
                == .retiredKey)
    }
}
