import CallModel
import Testing

@testable import CallDigest

@Suite("Calls for a second listener")
struct DoubleAssignmentTests {
    private let picked = (0..<40).map { CallID("c\($0)") }

    @Test("the seed decides them, in whatever order the calls come, and more of them add to fewer")
    func reproducible() {
        let calls = DoubleAssignment(seed: "monday").calls(4, of: picked)
        #expect(calls.count == 4)
        #expect(calls == DoubleAssignment(seed: "monday").calls(4, of: picked.reversed()))
        #expect(calls != DoubleAssignment(seed: "tuesday").calls(4, of: picked))
        #expect(DoubleAssignment(seed: "monday").calls(7, of: picked).isSuperset(of: calls))
        #expect(DoubleAssignment(seed: "monday").calls(99, of: picked).count == 40)
        #expect(DoubleAssignment(seed: "monday").calls(0, of: picked).isEmpty)
    }

    @Test("they are not those that the draw picked first")
    func ownSalt() {
        let numbers = picked.map { PermanentNumber(seed: "monday", call: $0) }
        let first = zip(numbers, picked).sorted { $0.0 < $1.0 }.prefix(4).map(\.1)
        #expect(DoubleAssignment(seed: "monday").calls(4, of: picked) != Set(first))
    }

    @Test(
        "a share of the draw, or what the month still lacks",
        arguments: [
            (200, 0.1, 10, 30.4375, 0, 20), (50, 0.1, 10, 30.4375, 0, 10),
            (50, 0.1, 10, 30.4375, 7, 5), (50, 0.1, 10, 30.4375, 3, 7),
            (20, 0.1, 10, 7.0, 0, 3), (2, 0.1, 10, 30.4375, 0, 2), (21, 0.1, 0, 30.4375, 0, 3),
            (20, 0.0, 0, 30.4375, 0, 0), (20, 0.0, 10, 30.4375, 40, 0),
        ])
    func size(
        picked: Int, share: Double, perMonth: Int, days: Double, already: Int, expected: Int
    ) {
        let size = DoubleAssignment.size(
            picked: picked, share: share, perMonth: perMonth, days: days, already: already)
        #expect(size == expected)
    }
}
