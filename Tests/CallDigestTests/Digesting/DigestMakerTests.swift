import CallModel
import Foundation
import Testing

@testable import CallDigest

@Suite("Digests")
struct DigestMakerTests {
    /// A month of 3000 calls at two sites of which 120 were heard, with pain points of many kinds.
    private func month(seed: UInt64 = 1) -> SmallTally {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var small = SmallTally(
            population: 3000,
            strata: [(name: "North", population: 2000), (name: "South", population: 1000)],
            painPoints: ["hold", "repeat", "transfer", "leak", "quiet"], regulated: ["leak"])
        for number in 0..<120 {
            let call = small.call(
                "call-\(1000 + number)", stratum: number % 3 == 0 ? "South" : "North",
                day: next(28), caller: next(4) == 0 ? nil : "caller-\(next(90))",
                agent: "agent-\(next(9))", listeners: next(10) == 0 ? ["ana", "bo"] : ["ana"])
            let listeners = small.tally.calls[call].listeners.map(\.rawValue)
            for listener in listeners {
                if next(3) == 0 {
                    small.mark(
                        "hold", on: call, by: listener, severity: 1 + next(4),
                        milliseconds: 20_000 + 1000 * next(100), from: 1000 * next(60),
                        note: next(3) == 0 ? "a note" : nil)
                }
                if next(6) == 0 { small.mark("repeat", on: call, by: listener) }
                if next(9) == 0 {
                    small.mark(
                        "transfer", on: call, by: listener, milliseconds: 30_000 + next(9000))
                }
                small.reason(["billing", "login", "refund"][next(3)], of: call, by: listener)
            }
        }
        return small
    }

    @Test("findings go to their sections")
    func sections() throws {
        var small = month()
        small.mark("leak", on: 5, severity: 2)
        small.mark("rare", on: 7, severity: 4)
        small.mark("rarer", on: 8, severity: 2)
        small.mark("grave", on: 9, severity: 5)
        let picked = small.call("hand", stratum: nil)
        small.mark("seen", on: picked)
        let digest = try DigestMaker().digest(of: small.tally)
        #expect(Set(digest.ranked.map(\.key)) == ["hold", "repeat", "transfer"])
        #expect(digest.alerts.map(\.key) == ["grave", "leak"])
        #expect(digest.early.map(\.key) == ["rare", "rarer"])
        #expect(digest.handPickedOnly.map(\.key) == ["seen"])
        #expect(digest.notHeard.map(\.key) == ["quiet"])
        #expect(digest.early.allSatisfy { $0.rank == nil && $0.recurrence == .early })
        let quiet = try #require(digest.notHeard.first)
        #expect(quiet.share?.low == 0 && (quiet.share?.high ?? 0) > 0 && !quiet.showsPercentage)
        #expect((quiet.minutesPerMonth?.high ?? 0) > 0 && quiet.minutesPerMonth?.low == 0)
        #expect(quiet.label == "Quiet" && quiet.evidence.isEmpty && quiet.recurrence == nil)
    }

    @Test("the digest is the same to the last bit however the tally is ordered")
    func permutation() throws {
        let small = month()
        let digest = try DigestMaker().digest(of: small.tally)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let bytes = try encoder.encode(digest)
        for round in 1...4 {
            var tally = small.tally
            let calls = tally.calls.indices.sorted {
                ($0 * 7919 * round) % 127 < ($1 * 7919 * round) % 127
            }
            var places = [Int](repeating: 0, count: calls.count)
            for (place, index) in calls.enumerated() { places[index] = place }
            tally.calls = calls.map { small.tally.calls[$0] }
            tally.strata.reverse()
            for index in tally.calls.indices {
                tally.calls[index].stratum = tally.calls[index].stratum.map { 1 - $0 }
            }
            tally.marks = small.tally.marks.reversed().map { mark in
                var mark = mark
                mark.call = places[mark.call]
                return mark
            }
            tally.reasons = small.tally.reasons.reversed().map { mark in
                var mark = mark
                mark.call = places[mark.call]
                return mark
            }
            let again = try DigestMaker().digest(of: tally)
            #expect(try encoder.encode(again) == bytes)
        }
    }

    @Test("hand-picked calls are evidence and move no number")
    func handPicked() throws {
        let small = month()
        var more = small
        for number in 0..<40 {
            let call = more.call("aa-\(number)", stratum: nil, listeners: ["ceo"])
            more.mark(
                "hold", on: call, by: "ceo", severity: 5, milliseconds: 900_000, note: "listen")
            more.mark("quiet", on: call, by: "ceo")
            // Marked without a range on counted calls: this clip must not become their usual one.
            more.mark("repeat", on: call, by: "ceo", milliseconds: 900_000)
            more.reason("billing", of: call, by: "ceo")
        }
        let digest = try DigestMaker().digest(of: small.tally)
        let other = try DigestMaker().digest(of: more.tally)
        for (finding, same) in zip(digest.ranked, other.ranked) {
            #expect(finding.key == same.key && finding.share == same.share)
            #expect(finding.minutesPerMonth == same.minutesPerMonth)
            #expect(
                finding.severityWeightedMinutesPerMonth == same.severityWeightedMinutesPerMonth)
            #expect(finding.order == same.order && finding.calls == same.calls)
            #expect(finding.recurrence == same.recurrence)
        }
        #expect(digest.reasons == other.reasons)
        #expect(other.sample.handPicked == 40 && other.sample.counted == digest.sample.counted)
        #expect(other.handPickedOnly.map(\.key) == ["quiet"])
        let hold = try #require(other.ranked.first { $0.key == "hold" })
        #expect(hold.evidence.allSatisfy { $0.handPicked && $0.severity == 5 })
        #expect(hold.evidenceCalls == hold.calls + 40)
    }

    @Test("ranges hold their estimates and grow with the level")
    func levels() throws {
        let small = month()
        var last: Digest?
        for level in [0.5, 0.8, 0.9, 0.95] {
            let digest = try DigestMaker(settings: DigestSettings(level: level))
                .digest(of: small.tally)
            for finding in digest.ranked + digest.notHeard {
                let before = (last.map { $0.ranked + $0.notHeard } ?? [])
                    .first { $0.key == finding.key }
                for path in [
                    \Digest.Finding.share, \.minutesPerMonth, \.callsPerMonth,
                    \.severityWeightedMinutesPerMonth,
                ] {
                    let range = try #require(finding[keyPath: path])
                    #expect(range.low <= range.value && range.value <= range.high)
                    guard let narrower = before?[keyPath: path] else { continue }
                    #expect(range.low <= narrower.low && range.high >= narrower.high)
                    #expect(range.value == narrower.value)
                }
            }
            last = digest
        }
    }

    @Test("reasons sum to one, with those not recorded last")
    func reasons() throws {
        var small = month()
        small.tally.reasons.removeAll { $0.call % 5 == 0 }
        let digest = try DigestMaker().digest(of: small.tally)
        #expect(digest.reasons.last?.key == nil && digest.reasons.last?.calls == 24)
        let sum = digest.reasons.reduce(0) { $0 + ($1.share?.value ?? 0) }
        #expect(abs(sum - 1) < 1e-12)
        #expect(abs(digest.reasons.reduce(0) { $0 + $1.calls } - 120) < 1e-9)
    }

    @Test("listeners who disagree on the reason share the call; who named none says nothing")
    func sharedReason() throws {
        var small = SmallTally(population: 100, strata: [(name: "all", population: 100)])
        let both = small.call("a", stratum: "all", listeners: ["ana", "bo", "cy"])
        small.reason("billing", of: both, by: "ana")
        small.reason("login", of: both, by: "bo")
        small.reason("billing", of: small.call("b", stratum: "all"))
        let digest = try DigestMaker().digest(of: small.tally)
        #expect(digest.reasons.map(\.key) == ["billing", "login"])
        #expect(digest.reasons.map(\.calls) == [1.5, 0.5])
    }

    @Test("minutes are the marked time once, else the usual clip, else one minute")
    func minutes() throws {
        var small = SmallTally(population: 5, strata: [(name: "all", population: 5)])
        let calls = (0..<5).map { small.call("c\($0)", stratum: "all", listeners: ["ana", "bo"]) }
        // 60 s to 120 s, and 90 s to 150 s: 90 s in all; the second listener did not hear it.
        small.mark("hold", on: calls[0], milliseconds: 60_000, from: 60_000)
        small.mark("hold", on: calls[0], milliseconds: 60_000, from: 90_000)
        small.mark("hold", on: calls[1], milliseconds: 240_000)
        small.mark("hold", on: calls[1], by: "bo", milliseconds: 240_000)
        // No range: the median of 60, 60, 240 and 240 s.
        small.mark("hold", on: calls[2])
        small.mark("hold", on: calls[2], by: "bo")
        // No clip at all: one minute.
        small.mark("other", on: calls[3])
        small.mark("other", on: calls[3], by: "bo")
        let period = try CountedPeriod(small.tally, weights: .standard)
        #expect(period.ledger.touches[0].map(\.minutes) == [0.75, 4, 2.5])
        #expect(period.ledger.touches[0].map(\.share) == [0.5, 1, 1])
        #expect(period.ledger.touches[1].map(\.minutes) == [1])
    }

    @Test("all calls heard: every range is a point")
    func census() throws {
        var small = SmallTally(
            population: 40, strata: [(name: "a", population: 15), (name: "b", population: 25)])
        for number in 0..<40 {
            let call = small.call("c\(number)", stratum: number < 15 ? "a" : "b")
            if number % 4 == 0 { small.mark("hold", on: call, milliseconds: 60_000) }
            if number % 3 == 0 { small.mark("wait", on: call, milliseconds: 90_000) }
        }
        let digest = try DigestMaker().digest(of: small.tally)
        #expect(digest.sample.isCensus && digest.sample.effective == nil)
        for finding in digest.ranked {
            #expect(finding.share.map { $0.low == $0.value && $0.high == $0.value } == true)
            #expect(
                finding.minutesPerMonth.map { $0.low == $0.value && $0.high == $0.value } == true)
            #expect(finding.effective == nil && finding.showsPercentage)
        }
        #expect(digest.ranked.map(\.key) == ["wait", "hold"])
        #expect(digest.ranked.map { $0.order?.first } == [1, 0])
        #expect(digest.ranked[1].minutesPerMonth?.value == 10)
    }

    @Test("an empty tally and one call make a digest without numbers")
    func tooFew() throws {
        var small = SmallTally(
            population: 100, strata: [(name: "all", population: 100)], painPoints: ["hold"])
        let empty = try DigestMaker().digest(of: small.tally)
        #expect(empty.ranked.isEmpty && empty.sample.counted == 0 && empty.sample.effective == nil)
        #expect(empty.notHeard.map(\.share) == [nil])
        small.mark("hold", on: small.call("a", stratum: "all"))
        let one = try DigestMaker().digest(of: small.tally)
        #expect(one.early.map(\.calls) == [1] && one.early.first?.share == nil)
        #expect(one.early.first?.evidence.count == 1)
    }

    @Test("without the number of calls nothing is said of all calls")
    func unknownPopulation() throws {
        var small = month()
        small.tally.population = nil
        let digest = try DigestMaker().digest(of: small.tally)
        #expect(digest.ranked.map(\.rank) == [1, 2, 3])
        #expect(digest.ranked.map(\.calls) == digest.ranked.map(\.calls).sorted(by: >))
        for finding in digest.ranked + digest.notHeard {
            #expect(finding.share == nil && finding.minutesPerMonth == nil)
            #expect(finding.callsPerMonth == nil && finding.order == nil)
            #expect(!finding.showsPercentage && finding.effective == nil)
        }
        #expect(digest.reasons.allSatisfy { $0.share == nil && $0.calls > 0 })
        #expect(digest.sample.effective == nil && digest.sample.uncoveredShare == nil)
        var unknownStratum = month()
        unknownStratum.tally.strata[1].population = nil
        #expect(try DigestMaker().digest(of: unknownStratum.tally).ranked[0].share == nil)
    }

    @Test("strata that nobody heard are said to be uncovered, and totals leave them out")
    func uncovered() throws {
        var small = month()
        small.tally.strata.append(
            Tally.Stratum(name: "West", population: 1000, drawn: 10, skipped: 10))
        small.tally.population = 4000
        let digest = try DigestMaker().digest(of: small.tally)
        let whole = try DigestMaker().digest(of: month().tally)
        #expect(digest.sample.uncoveredShare == 0.25)
        #expect(digest.ranked.map(\.minutesPerMonth) == whole.ranked.map(\.minutesPerMonth))
        #expect(digest.sample.strata.map(\.heard) == [80, 40, 0])
    }

    @Test("a week's totals are scaled to a month")
    func scaling() throws {
        var small = month()
        let digest = try DigestMaker().digest(of: small.tally)
        small.tally.period.end = small.tally.period.start + 30.4375 * 86_400 / 4
        let quarter = try DigestMaker().digest(of: small.tally)
        let minutes = try #require(digest.ranked[0].minutesPerMonth)
        let scaled = try #require(quarter.ranked[0].minutesPerMonth)
        #expect(abs(scaled.value / minutes.value - 4) < 1e-9)
        #expect(abs(scaled.low / minutes.low - 4) < 1e-6)
    }

    @Test("the previous period stands beside as counts")
    func previous() throws {
        let small = month()
        var before = month(seed: 9)
        before.mark("gone", on: 3)
        before.tally.period.label = "2026-10"
        let digest = try DigestMaker().digest(
            of: small.tally, history: .tallied(previous: before.tally))
        let earlier = try DigestMaker().digest(of: before.tally)
        #expect(digest.previousLabel == "2026-10" && digest.previousCounted == 120)
        for finding in digest.ranked {
            #expect(
                finding.previousCalls == earlier.ranked.first { $0.key == finding.key }?.calls)
        }
        #expect(digest.notHeard.first { $0.key == "gone" }?.previousCalls == 1)
        before.tally.calls = []
        before.tally.marks = []
        before.tally.reasons = []
        let nothing = try DigestMaker().digest(
            of: small.tally, history: .tallied(previous: before.tally))
        #expect(nothing.previousCounted == nil && nothing.ranked[0].previousCalls == nil)
    }

    @Test("calls with an impossible inclusion probability are left out and named")
    func rejected() throws {
        var small = month()
        small.tally.calls[4].inclusionProbability = 0
        small.tally.calls[2].inclusionProbability = nil
        small.tally.calls[3].inclusionProbability = .nan
        let digest = try DigestMaker().digest(of: small.tally)
        #expect(digest.sample.rejected.map(\.rawValue) == ["call-1002", "call-1003", "call-1004"])
        #expect(digest.sample.counted == 117 && digest.sample.handPicked == 0)
    }

    @Test("a tally that contradicts itself is refused")
    func contradictions() {
        func refuses(_ change: (inout Tally) -> Void) {
            var tally = month().tally
            change(&tally)
            #expect(throws: TallyError.self) { try DigestMaker().digest(of: tally) }
        }
        refuses { $0.calls[1].id = $0.calls[0].id }
        refuses { $0.calls[1].stratum = 9 }
        refuses { $0.marks[0].severity = 6 }
        refuses { $0.marks[0].call = 900 }
        refuses { $0.marks[0].listener = ListenerID("nobody") }
        refuses { $0.reasons[0].listener = ListenerID("nobody") }
        refuses { $0.period.end = $0.period.start }
    }

    @Test("a call that stands for very many is named with what it carries")
    func heavyCall() throws {
        var small = SmallTally(
            population: 1000, strata: [(name: "all", population: 1000)], isStratified: false)
        for number in 0..<30 {
            let call = small.call(
                "c\(number)", stratum: "all", probability: number == 0 ? 0.004 : 0.5)
            if number < 5 { small.mark("hold", on: call) }
        }
        let digest = try DigestMaker().digest(of: small.tally)
        let carried = 250.0 / (250 + 4 * 2)
        #expect(abs((digest.ranked[0].heaviestCallShare ?? 0) - carried) < 1e-12)
        #expect(digest.sample.heaviestCallShare == digest.ranked[0].heaviestCallShare)
        #expect(try DigestMaker().digest(of: month().tally).sample.heaviestCallShare == nil)
    }

    @Test("certain calls that were not all heard are no census")
    func partlyHeardRisk() throws {
        var small = SmallTally(
            population: 50, strata: [(name: "all", population: 50)], isStratified: false)
        for number in 0..<20 {
            let call = small.call("c\(number)", stratum: "all", probability: 1)
            if number < 6 { small.mark("hold", on: call) }
        }
        let digest = try DigestMaker().digest(of: small.tally)
        let share = try #require(digest.ranked[0].share)
        #expect(share.low < 0.3 && share.high > 0.3 && !digest.sample.isCensus)
    }

    @Test("minutes that are all alike are still unsure where not every call was heard")
    func noSpread() throws {
        var small = SmallTally(population: 1000, strata: [(name: "all", population: 1000)])
        for number in 0..<30 { small.mark("hold", on: small.call("c\(number)", stratum: "all")) }
        let minutes = try #require(
            try DigestMaker().digest(of: small.tally).ranked[0].minutesPerMonth)
        #expect(minutes.value == 1000 && minutes.low < 920 && minutes.low > 850)
    }

    @Test("other measures rank by their own low end")
    func measures() throws {
        let small = month()
        for measure in Digest.Measure.allCases {
            let digest = try DigestMaker(settings: DigestSettings(measure: measure))
                .digest(of: small.tally)
            let lows = digest.ranked.map { finding in
                switch measure {
                case .callsAffected: finding.callsPerMonth?.low ?? 0
                case .minutesLost: finding.minutesPerMonth?.low ?? 0
                case .severityWeightedMinutes: finding.severityWeightedMinutesPerMonth?.low ?? 0
                }
            }
            #expect(lows == lows.sorted(by: >) && lows.count == 3 && digest.measure == measure)
        }
    }
}
