import CallModel
import Foundation
import Testing

@testable import CallTagging

@Suite("What may be done with a fix")
struct InitiativeRulesTests {
    private let rules = InitiativeRules(
        taxonomy: Taxonomy(
            version: 1, reasons: [],
            painPoints: [PainPoint(key: "hold-too-long", label: "Hold too long", description: "")]))
    private let today = CalendarDay("2026-11-20")!
    private let id = InitiativeID("call-back")

    private func plan(_ change: (inout Initiative.Plan) -> Void = { _ in }) -> Initiative.Plan {
        var plan = Initiative.Plan(
            title: "Call back", painPoints: ["hold-too-long"], owner: "Ana", effortDays: 2,
            hypothesis: "They need not wait", hopedReduction: 0.5)
        change(&plan)
        return plan
    }

    private func initiative(_ acts: Initiative.Act...) -> Initiative? {
        Initiative(
            ([.registered(plan())] + acts).map {
                Initiative.Event(
                    initiative: id, at: Date(timeIntervalSince1970: 0), by: ListenerID("ana"),
                    act: $0)
            })
    }

    private func refusal(_ act: Initiative.Act, on initiative: Initiative?) -> String? {
        do {
            try rules.check(
                act, on: initiative, named: id, today: today,
                registeredOn: CalendarDay("2026-11-10"))
            return nil
        } catch {
            return error.description
        }
    }

    private func ship(_ day: String, settling days: Int = 7) -> Initiative.Act {
        .shipped(on: CalendarDay(day)!, washOutDays: days)
    }

    @Test("a fix is registered once, with all that judges it")
    func registering() {
        #expect(refusal(.registered(plan()), on: nil) == nil)
        #expect(refusal(.registered(plan()), on: initiative())?.contains("already") == true)
        #expect(
            refusal(.registered(plan { $0.painPoints = ["hold-to-long"] }), on: nil)
                == "There is no pain point \"hold-to-long\" in the taxonomy: did you mean "
                + "\"hold-too-long\"?")
        for change in [
            { $0.title = "" }, { $0.owner = "" }, { $0.hypothesis = "" }, { $0.painPoints = [] },
            { $0.effortDays = 0 }, { $0.effortDays = .nan }, { $0.hopedReduction = 0 },
            { $0.hopedReduction = 1.1 },
        ] as [(inout Initiative.Plan) -> Void] {
            #expect(refusal(.registered(plan(change)), on: nil) != nil)
        }
    }

    @Test("it ships after it was registered, once, and not tomorrow")
    func shipping() {
        #expect(refusal(ship("2026-11-10"), on: initiative()) == nil)
        #expect(refusal(ship("2026-11-20"), on: initiative()) == nil)
        #expect(
            refusal(ship("2026-11-09"), on: initiative())?
                .contains("Register a fix before it ships.") == true)
        #expect(refusal(ship("2026-11-21"), on: initiative())?.contains("still to come") == true)
        #expect(refusal(ship("2026-11-12", settling: 91), on: initiative()) != nil)
        #expect(refusal(ship("2026-11-12"), on: nil)?.contains("no initiative") == true)
        #expect(
            refusal(ship("2026-11-12"), on: initiative(ship("2026-11-11")))?
                .contains("shipped on 2026-11-11 already") == true)
    }

    @Test("it is dropped with a reason, and then nothing more is done with it")
    func dropping() {
        #expect(refusal(.dropped(because: "too dear"), on: initiative()) == nil)
        #expect(refusal(.dropped(because: ""), on: initiative()) != nil)
        #expect(
            refusal(ship("2026-11-12"), on: initiative(.dropped(because: "too dear")))
                == "call-back was dropped: too dear")
    }
}
