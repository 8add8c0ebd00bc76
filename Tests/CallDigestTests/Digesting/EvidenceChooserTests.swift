import CallModel
import Testing

@testable import CallDigest

@Suite("Evidence")
struct EvidenceChooserTests {
    @Test("the most severe clips come first, then noted ones, then ranges, then the latest")
    func order() throws {
        var small = SmallTally(population: 100, strata: [(name: "all", population: 100)])
        for (id, day, severity, milliseconds, note) in [
            ("a-old", 1, 3, 5000, nil), ("b-new", 9, 3, 5000, nil), ("c-noted", 2, 3, nil, "why"),
            ("d-worst", 0, 5, nil, nil), ("e-whole", 20, 3, nil, nil),
        ] as [(String, Int, Int, Int?, String?)] {
            let call = small.call(id, stratum: "all", day: day)
            small.mark(
                "hold", on: call, severity: severity, milliseconds: milliseconds, note: note)
        }
        let digest = try DigestMaker().digest(of: small.tally)
        #expect(
            digest.ranked[0].evidence.map(\.call.rawValue) == ["d-worst", "c-noted", "b-new"])
    }

    @Test("no call is shown twice, and a hand-picked one says so")
    func oneEach() throws {
        var small = SmallTally(population: 100, strata: [(name: "all", population: 100)])
        let call = small.call("a", stratum: "all")
        small.mark("hold", on: call, severity: 2, milliseconds: 100)
        small.mark("hold", on: call, severity: 4, milliseconds: 100, from: 900)
        small.mark("hold", on: small.call("b", stratum: nil, day: 5), severity: 4, milliseconds: 9)
        let clips = try DigestMaker().digest(of: small.tally).early[0].evidence
        #expect(clips.map(\.call.rawValue) == ["a", "b"])
        #expect(clips.map(\.handPicked) == [false, true])
        #expect(clips[0].range?.start.milliseconds == 900)
    }
}
