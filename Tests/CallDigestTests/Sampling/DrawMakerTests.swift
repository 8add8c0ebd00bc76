import CallModel
import Testing

@testable import CallDigest

@Suite("Draws")
struct DrawMakerTests {
    private func frame(_ count: Int, sites: [String] = ["all"]) -> [FrameCall] {
        (1...count).map { number in
            FrameCall(
                id: CallID("call-" + String(String(10_000 + number).dropFirst())),
                stratum: sites[(number - 1) % sites.count], risk: Double(1 + number % 50))
        }
    }

    private func picked(_ drawn: DrawnFrame) -> [String] {
        drawn.entries.filter { $0.position != nil }
            .sorted { ($0.position ?? 0) < ($1.position ?? 0) }
            .map(\.call.rawValue)
    }

    // Reference case S28: SHA-256 of "seed|call id", first 8 bytes, big-endian, over 2^64
    // (permanent random numbers, Ohlsson 1995); computed by Python's hashlib.
    @Test("permanent numbers are those of the reference (S28)")
    func numbers() {
        let expected: [(String, UInt64, Double)] = [
            ("call-0001", 0x6520_ec4e_92bb_b1c3, 0.39503361624),
            ("call-0002", 0xfc9e_6e27_04b1_89bf, 0.986792454267),
            ("call-0003", 0x65bc_a9a2_f517_f142, 0.39741001347),
            ("call-0004", 0x7e8c_3e8f_2c8d_bd61, 0.494327459292),
            ("call-0005", 0x3f2c_ef99_2848_7ad3, 0.246779417889),
            ("call-0006", 0x7cb8_b90a_2dea_71ce, 0.487193646417),
        ]
        for (call, bits, fraction) in expected {
            let number = PermanentNumber(seed: "2025-06|programme-7", call: CallID(call))
            #expect(number.bits == bits)
            #expect(abs(number.fraction - fraction) < 1e-12)
        }
    }

    @Test("a stratified draw picks the reference's calls in the reference's order (S28)")
    func reference() throws {
        let drawn = try DrawMaker(seed: "2025-06|programme-7").draw(
            .stratifiedSizes(["North": 4, "South": 4]),
            from: frame(40, sites: ["North", "South"]).reversed())
        let order = picked(drawn)
        let site = Dictionary(
            uniqueKeysWithValues: drawn.entries.map { ($0.call.rawValue, $0.stratum) })
        #expect(
            order.filter { site[$0] == "North" }
                == ["call-0021", "call-0029", "call-0007", "call-0011"])
        #expect(
            order.filter { site[$0] == "South" }
                == ["call-0008", "call-0018", "call-0016", "call-0040"])
        #expect(drawn.entries.allSatisfy { $0.inclusionProbability == 0.2 })
        #expect(drawn.strata.map(\.name) == ["North", "South"])
        #expect(drawn.strata.map(\.population) == [20, 20])
    }

    @Test("later calls do not reshuffle those that stay picked")
    func arrivals() throws {
        let maker = DrawMaker(seed: "s")
        let before = picked(try maker.draw(.random(size: 20), from: frame(300)))
        let after = picked(try maker.draw(.random(size: 20), from: frame(330)))
        let stayed = before.filter(after.contains)
        #expect(stayed == after.filter(before.contains))
        #expect(stayed.count >= 12)
    }

    @Test("a stratum with fewer calls than asked gives them all, for certain")
    func smallStratum() throws {
        let calls =
            frame(3).map { FrameCall(id: $0.id, stratum: "small") }
            + (0..<50).map { FrameCall(id: CallID("x\($0)"), stratum: "large") }
        let drawn = try DrawMaker(seed: "s").draw(
            .stratifiedSizes(["small": 5, "large": 5]), from: calls)
        #expect(drawn.strata.map(\.drawn) == [5, 3])
        for entry in drawn.entries {
            #expect(entry.inclusionProbability == (entry.stratum == "small" ? 1 : 0.1))
        }
    }

    @Test("positions count from 0 without a gap, whatever the plan")
    func positions() throws {
        let plans: [DrawPlan] = [
            .random(size: 30), .stratified(size: 30), .stratified(size: 30, allocation: .equal),
            .risk(size: 30), .risk(size: 30, selection: .sequentialPoisson),
            .risk(size: 30, selection: .systematic),
        ]
        for plan in plans {
            let drawn = try DrawMaker(seed: "s").draw(plan, from: frame(400, sites: ["a", "b"]))
            let positions = drawn.entries.compactMap(\.position).sorted()
            #expect(positions == Array(0..<positions.count))
            #expect(drawn.entries.count == 400)
            #expect(drawn.entries.map(\.call) == drawn.entries.map(\.call).sorted())
            #expect(drawn.strata.map(\.drawn).reduce(0, +) == positions.count)
            switch plan {
            case .risk(_, .poisson): #expect((15...45).contains(positions.count))
            default: #expect(positions.count == 30)
            }
            #expect(
                drawn.entries.allSatisfy {
                    $0.inclusionProbability > 0 && $0.inclusionProbability <= 1
                })
        }
    }

    @Test("risk draws pick each call as often as they say")
    func frequencies() throws {
        let calls = frame(60)
        for selection in RiskSelection.allCases {
            var hits = [Double](repeating: 0, count: calls.count)
            var probabilities: [Double] = []
            let rounds = 250
            for round in 0..<rounds {
                let drawn = try DrawMaker(seed: "seed \(round)").draw(
                    .risk(size: 12, selection: selection), from: calls)
                probabilities = drawn.entries.map(\.inclusionProbability)
                for (index, entry) in drawn.entries.enumerated() where entry.position != nil {
                    hits[index] += 1
                }
            }
            for (hit, probability) in zip(hits, probabilities) {
                // Five standard errors, and half a point for the approximate one.
                let error = (probability * (1 - probability) / Double(rounds)).squareRoot()
                #expect(abs(hit / Double(rounds) - probability) < 5 * error + 0.005)
            }
        }
    }

    @Test("half a risk draw heard in order is not its low-risk half")
    func partialHearing() throws {
        var early = 0.0
        var late = 0.0
        for round in 0..<60 {
            let drawn = try DrawMaker(seed: "seed \(round)").draw(
                .risk(size: 40), from: frame(400))
            let order = drawn.entries.filter { $0.position != nil }
                .sorted { ($0.position ?? 0) < ($1.position ?? 0) }
                .map(\.inclusionProbability)
            early += order.prefix(15).reduce(0, +) / 15
            late += order.suffix(15).reduce(0, +) / 15
        }
        #expect(abs(early / late - 1) < 0.06)
    }

    @Test("mistakes are refused with a sentence")
    func mistakes() {
        let maker = DrawMaker(seed: "s")
        #expect(throws: DrawError.self) { try maker.draw(.random(size: 3), from: []) }
        #expect(throws: DrawError.self) { try maker.draw(.random(size: 0), from: frame(3)) }
        #expect(throws: DrawError.self) {
            try maker.draw(.random(size: 1), from: frame(3) + frame(1))
        }
        #expect(throws: DrawError.self) {
            try maker.draw(.risk(size: 1), from: [FrameCall(id: CallID("a"))])
        }
        #expect(throws: DrawError.self) {
            try maker.draw(.stratifiedSizes(["nowhere": 3]), from: frame(3))
        }
        #expect(throws: DrawError.self) {
            try maker.draw(.stratified(size: 1), from: frame(8, sites: ["a", "b"]))
        }
    }
}
