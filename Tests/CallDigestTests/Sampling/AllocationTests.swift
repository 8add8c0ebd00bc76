import Testing

@testable import CallDigest

@Suite("Allocation")
struct AllocationTests {
    private func sizes(_ allocation: Allocation, _ size: Int, _ populations: [Int]) -> [Int] {
        allocation.sizes(
            size: size,
            strata: populations.enumerated().map { (name: "s\($0)", population: $1) })
    }

    @Test("proportional sizes round by the largest remainder")
    func proportional() {
        #expect(sizes(.proportional, 100, [6000, 3000, 1000]) == [60, 30, 10])
        #expect(sizes(.proportional, 101, [6000, 3000, 1000]) == [61, 30, 10])
        #expect(sizes(.proportional, 10, [335, 333, 332]) == [4, 3, 3])
    }

    @Test("a small stratum gives five calls, or all it has")
    func fewest() {
        #expect(sizes(.proportional, 100, [9900, 95, 5]) == [90, 5, 5])
        #expect(sizes(.proportional, 100, [9900, 97, 3]) == [92, 5, 3])
        #expect(sizes(.proportional, 9, [900, 50, 50]) == [3, 3, 3])
    }

    @Test("equal sizes, but no stratum over-sampled more than four to one")
    func equal() {
        #expect(sizes(.equal, 90, [1000, 900, 1100]) == [30, 30, 30])
        let steep = sizes(.equal, 200, [9000, 1000])
        #expect(steep.reduce(0, +) == 200)
        let ratio = (Double(steep[1]) / 1000) / (Double(steep[0]) / 9000)
        #expect(ratio < 4.1 && ratio > 3.9)
        // Kish: such a sample is worth over half of its calls.
        let sum = 0.9 * 0.9 / Double(steep[0]) + 0.1 * 0.1 / Double(steep[1])
        #expect(1 / sum > 100)
    }

    @Test("Neyman's sizes follow population times spread")
    func neyman() {
        let result = Allocation.neyman(shares: ["a": 0.5, "b": 0.1]).sizes(
            size: 160, strata: [(name: "a", population: 1000), (name: "b", population: 1000)])
        // √(.5 × .5) : √(.1 × .9) = 5 : 3
        #expect(result == [100, 60])
    }

    @Test("sizes always sum to what was asked and never exceed a stratum")
    func sums() {
        var state: UInt64 = 7
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<300 {
            let populations = (0...next(8)).map { _ in 1 + next(next(2) == 0 ? 12 : 5000) }
            let size = populations.count + next(400)
            for allocation in [Allocation.proportional, .equal, .neyman(shares: ["s0": 0.02])] {
                let result = sizes(allocation, size, populations)
                #expect(result.reduce(0, +) == min(size, populations.reduce(0, +)))
                #expect(zip(result, populations).allSatisfy { $0 >= 1 && $0 <= $1 })
            }
        }
    }
}
