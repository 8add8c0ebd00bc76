import Foundation

/// Which weeks were a burst: an automaton of two states, the second with twice the usual share, whose
/// cheapest course through the weeks is found (Kleinberg 2003, "Bursty and hierarchical structure in
/// streams", Data Min Knowl Disc 7:373, section 4: batched arrivals).
struct BurstAutomaton {
    /// Some weeks in a row.
    struct Burst: Equatable {
        /// The first and the last, as places among the weeks.
        var weeks: ClosedRange<Int>
        /// How much cheaper the burst explains them than the usual share.
        var weight: Double
    }

    /// The usual share, and that of a burst.
    let usual: Double
    let raised: Double
    /// The cost of the cheapest course.
    let cost: Double
    /// The bursts, the earliest first.
    let bursts: [Burst]

    /// The course through weeks of `calls` > 0 each, of which `affected` were touched; nil where
    /// there are fewer than two weeks, or none was touched. To begin a burst costs the logarithm of
    /// the number of weeks, to end it nothing.
    init?(affected: [Double], calls: [Double]) {
        let sum = affected.reduce(0, +)
        guard calls.count >= 2, sum > 0 else { return nil }
        let share = min(sum / calls.reduce(0, +), 0.9999)
        let burst = min(0.9999, 2 * share)
        let begin = log(Double(calls.count))
        func cost(_ week: Int, _ chance: Double) -> Double {
            -BinomialDistribution.logarithm(affected[week], of: calls[week], chance: chance)
        }
        var calm = 0.0
        var busy = Double.infinity
        // For each week and state, whether the week before was a burst.
        var cameFromBurst: [(calm: Bool, busy: Bool)] = []
        for week in calls.indices {
            let fromBusy = (calm: busy < calm, busy: busy <= calm + begin)
            cameFromBurst.append(fromBusy)
            (calm, busy) = (
                min(calm, busy) + cost(week, share), min(busy, calm + begin) + cost(week, burst)
            )
        }
        usual = share
        raised = burst
        self.cost = min(calm, busy)
        var isBurst = [Bool](repeating: false, count: calls.count)
        var state = busy < calm
        for week in calls.indices.reversed() {
            isBurst[week] = state
            state = state ? cameFromBurst[week].busy : cameFromBurst[week].calm
        }
        var bursts: [Burst] = []
        for week in calls.indices where isBurst[week] {
            let gain = cost(week, share) - cost(week, burst)
            if let last = bursts.last, last.weeks.upperBound == week - 1 {
                bursts[bursts.count - 1] = Burst(
                    weeks: last.weeks.lowerBound...week, weight: last.weight + gain)
            } else {
                bursts.append(Burst(weeks: week...week, weight: gain))
            }
        }
        self.bursts = bursts
    }
}
