import CallModel
import Testing

@testable import CallDigest

@Suite("The calls behind a number")
struct CallsBehindTests {
    /// Two groups; a call that two people heard and differ on, one picked by hand, one out of scope.
    private func sample() -> Tally {
        var small = SmallTally(
            population: 100, strata: [("A", 60), ("B", 40)], painPoints: ["hold", "transfer"])
        let both = small.call("A1", stratum: "A", day: 1, listeners: ["ana", "bo"])
        small.mark("hold", on: both, severity: 4, milliseconds: 9000, from: 2000)
        small.reason("refund", of: both)
        small.reason("cancel", of: both, by: "bo")
        let second = small.call("A2", stratum: "A", day: 3)
        small.mark("hold", on: second, milliseconds: 1000, from: 70_000)
        small.mark("hold", on: second, milliseconds: 1000, from: 5000)
        small.mark("transfer", on: second)
        small.reason("refund", of: second)
        let third = small.call("B1", stratum: "B", day: 2)
        small.mark("transfer", on: third)
        small.call("B2", stratum: "B", day: 4)
        let picked = small.call("H1", stratum: nil, day: 5)
        small.mark("hold", on: picked)
        let outside = small.call("B3", stratum: "B", day: 2, inScope: false)
        small.mark("hold", on: outside)
        return small.tally
    }

    private func names(_ choice: CallsBehind.Choice) throws -> [String] {
        try DigestMaker().calls(choice, in: sample()).calls.map(\.id.rawValue)
    }

    @Test("each choice gives its calls, the latest first")
    func choices() throws {
        #expect(try names(.counted) == ["B2", "A2", "B1", "A1"])
        #expect(try names(.handPicked) == ["H1"])
        #expect(try names(.heardTwice) == ["A1"])
        #expect(try names(.painPoints(["hold"])) == ["H1", "A2", "A1"])
        #expect(try names(.painPoints(["hold", "transfer"])) == ["H1", "A2", "B1", "A1"])
        #expect(try names(.painPoints(["none"])).isEmpty)
        #expect(try names(.reason("refund")) == ["A2", "A1"])
        #expect(try names(.reason("none")).isEmpty)
        #expect(try names(.reason(nil)) == ["B2", "B1"])
        #expect(try names(.reasonTree("refund")) == ["A2", "A1"])
        #expect(try names(.group("B")) == ["B2", "B1"])
        #expect(try names(.group("none")).isEmpty)
    }

    @Test("a call says what it counts for, and when what was heard")
    func contents() throws {
        let behind = try DigestMaker().calls(.painPoints(["hold"]), in: sample())
        #expect(behind.names == ["Hold"])
        #expect(behind.counted == 2 && behind.handPicked == 1 && behind.parts == 1.5)
        let (picked, second, both) = (behind.calls[0], behind.calls[1], behind.calls[2])
        #expect(picked.weight == nil && !picked.isCounted)
        #expect(second.moments.map(\.range?.start.milliseconds) == [5000, 70_000])
        #expect(second.moments.allSatisfy { $0.painPoint == "hold" && $0.label == "Hold" })
        #expect(second.weight == 30 && second.share == 1)
        #expect(both.share == 0.5 && both.listeners == [ListenerID("ana"), ListenerID("bo")])
        #expect(both.moments.map(\.severity) == [4] && both.reasons == ["cancel", "refund"])
        let all = try DigestMaker().calls(.counted, in: sample()).calls[1]
        #expect(all.moments.map(\.painPoint) == ["transfer", "hold", "hold"])
    }

    @Test("they are as many as the digest says")
    func numbers() throws {
        let tally = sample()
        let maker = DigestMaker()
        let digest = try maker.digest(of: tally)
        #expect(try maker.calls(.counted, in: tally).counted == digest.sample.counted)
        #expect(try maker.calls(.handPicked, in: tally).handPicked == digest.sample.handPicked)
        #expect(try maker.calls(.heardTwice, in: tally).counted == digest.sample.heardTwice)
        for finding in digest.findings {
            let behind = try maker.calls(.painPoints([finding.key]), in: tally)
            #expect(behind.counted == finding.calls, "\(finding.key)")
        }
        for reason in digest.reasons {
            #expect(try maker.calls(.reason(reason.key), in: tally).parts == reason.calls)
        }
        for stratum in digest.sample.strata where stratum.name == "A" {
            #expect(try maker.calls(.group("A"), in: tally).counted == stratum.heard)
        }
    }

    @Test("a reason is behind the reasons above it, each call once")
    func tree() throws {
        var tally = sample()
        tally.taxonomy = Taxonomy(
            version: 1,
            reasons: [
                CallReason(key: "billing", label: "Billing", description: ""),
                CallReason(key: "refund", label: "Refund", description: "", parent: "billing"),
                CallReason(key: "cancel", label: "Cancel", description: "", parent: "billing"),
            ], painPoints: [])
        let behind = try DigestMaker().calls(.reasonTree("billing"), in: tally)
        #expect(behind.calls.map(\.id.rawValue) == ["A2", "A1"] && behind.parts == 2)
        #expect(behind.names == ["Billing"])
        #expect(try DigestMaker().calls(.reason("billing"), in: tally).calls.isEmpty)
    }

    @Test("where it is not known of how many calls the sample is, no call stands for others")
    func unknown() throws {
        var tally = sample()
        tally.population = nil
        #expect(try DigestMaker().calls(.counted, in: tally).calls.allSatisfy { $0.weight == nil })
    }

    @Test(
        "a choice is written and read alike",
        arguments: [
            "counted", "by-hand", "heard-twice", "pain-point:hold", "pain-point:hold,transfer",
            "reason:refund", "reason-tree:billing", "no-reason", "group:Dublin: Billing", "group:",
        ])
    func text(text: String) {
        #expect(CallsBehind.Choice(text)?.description == text)
    }

    @Test(
        "anything else is no choice",
        arguments: [
            "", "all", "counted:1", "pain-point:", "pain-point:,", "pain-point:hold,",
            "pain-point:hold,hold", "pain-point", "reason:", "reason-tree:", "group", ":",
        ])
    func wrong(text: String) {
        #expect(CallsBehind.Choice(text) == nil)
    }
}
