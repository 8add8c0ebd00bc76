public import CallModel

/// Which of the calls that a draw picked a second listener hears too, so that it can be told how far
/// listeners agree.
///
/// It is a random part: those with the smallest permanent numbers under the draw's seed and a word
/// of their own, so that it has nothing to do with which calls were picked or when they are heard.
public struct DoubleAssignment: Sendable, Hashable {
    private let seed: String

    /// The assignment of a draw by its seed.
    public init(seed: String) {
        self.seed = seed + "|second listener"
    }

    /// `count` of the calls, or all where there are fewer; the same for the same seed and calls.
    public func calls(_ count: Int, of picked: [CallID]) -> Set<CallID> {
        let inOrder = picked.map { (number: PermanentNumber(seed: seed, call: $0), call: $0) }
            .sorted { ($0.number, $0.call) < ($1.number, $1.call) }
        return Set(inOrder.prefix(max(0, count)).map(\.call))
    }

    /// How many: a share of the calls picked, or more where that falls short of what a month needs
    /// and other draws from the same days gave less.
    ///
    /// `days` is the length of the frame; `already` counts the doubly assigned calls of other draws
    /// from the same frame.
    public static func size(
        picked: Int, share: Double, perMonth: Int, days: Double, already: Int
    ) -> Int {
        guard share > 0 || perMonth > 0 else { return 0 }
        let needed = Double(perMonth) * days / FindingMaker.daysOfMonth
        // What is a whole number but for the last bit is one.
        func up(_ value: Double) -> Int { Int((value - 1e-9).rounded(.up)) }
        return min(picked, max(up(share * Double(picked)), up(needed) - already))
    }
}
