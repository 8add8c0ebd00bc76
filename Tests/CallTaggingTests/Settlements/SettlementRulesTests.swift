import CallModel
import CallTagging
import Foundation
import Testing

@Suite("What may be settled of a call")
struct SettlementRulesTests {
    private let rules = SettlementRules(
        taxonomy: Taxonomy(
            version: 1, reasons: [CallReason(key: "billing", label: "Billing", description: "")],
            painPoints: [PainPoint(key: "hold", label: "Hold", description: "")]))

    private func call(_ listeners: String...) -> JudgedCall {
        JudgedCall(
            id: CallID("C1"), startedAt: .distantPast, seconds: 60,
            judgements: listeners.map {
                Judgement(
                    listener: ListenerID($0), session: SessionID("s-\($0)"), at: .distantPast)
            })
    }

    private func act(_ kind: Settlement.Act.Kind) -> Settlement.Act {
        Settlement.Act(by: ListenerID("ana"), at: .distantPast, kind: kind)
    }

    @Test("what two people heard apart can be settled, also that nothing hurt")
    func allowed() throws {
        for labels in [
            Settlement.Labels(), Settlement.Labels(reason: "billing", painPoints: ["hold": 5]),
        ] {
            try rules.check(act(.settled(labels)), on: call("ana", "bo"), settled: nil)
        }
        let settled = Settlement(
            call: CallID("C1"), acts: [act(.settled(Settlement.Labels()))])
        try rules.check(act(.reopened), on: call("ana", "bo"), settled: settled)
    }

    @Test(
        "what only one heard, words that there are not, and severities past 5 are refused",
        arguments: [
            (1, Settlement.Labels(), "until two have"),
            (2, Settlement.Labels(reason: "biling"), "did you mean \"billing\"?"),
            (2, Settlement.Labels(painPoints: ["hodl": 3]), "did you mean \"hold\"?"),
            (2, Settlement.Labels(painPoints: ["hold": 6]), "1 to 5"),
        ])
    func refused(listeners: Int, labels: Settlement.Labels, part: String) {
        let call = listeners == 1 ? call("ana") : call("ana", "bo")
        #expect {
            try rules.check(act(.settled(labels)), on: call, settled: nil)
        } throws: { error in
            "\(error)".contains(part)
        }
    }

    @Test("what is not settled cannot be reopened")
    func reopened() {
        #expect(throws: SettlementRefused.self) {
            try rules.check(act(.reopened), on: call("ana", "bo"), settled: nil)
        }
        let open = Settlement(
            call: CallID("C1"), acts: [act(.settled(Settlement.Labels())), act(.reopened)])
        #expect(throws: SettlementRefused.self) {
            try rules.check(act(.reopened), on: call("ana", "bo"), settled: open)
        }
    }
}
