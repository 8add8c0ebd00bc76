/// Counts how many different numbers, from 0 up, come by; then begins anew without clearing up.
struct DistinctCounter {
    private var lastRound: [Int]
    private var round = 1
    /// Different numbers since the last ``reset()``.
    private(set) var count = 0

    /// A counter of numbers that are at most as large as the largest of these.
    init(covering numbers: some Sequence<Int>) {
        lastRound = [Int](repeating: 0, count: 1 + (numbers.max() ?? 0))
    }

    /// Begins anew.
    mutating func reset() {
        round += 1
        count = 0
    }

    /// Takes a number.
    mutating func insert(_ number: Int) {
        guard lastRound[number] != round else { return }
        lastRound[number] = round
        count += 1
    }
}
