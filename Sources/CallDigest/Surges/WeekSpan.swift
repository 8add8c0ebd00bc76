import CallModel

/// Some weeks taken together: how often each pain point was heard, from whom and when.
struct WeekSpan {
    /// The weeks, the oldest first.
    let weeks: [PeriodCounts]
    /// Counted calls.
    let counted: Int
    /// Weeks in which any call was counted.
    let listenedWeeks: Int

    init(_ weeks: some Sequence<PeriodCounts>) {
        self.weeks = Array(weeks)
        counted = self.weeks.reduce(0) { $0 + $1.counted }
        listenedWeeks = self.weeks.count { $0.counted > 0 }
    }

    /// The pain points heard in any counted call.
    var keys: [String] {
        Set(weeks.lazy.flatMap { $0.painPoints.lazy.filter { $0.value.calls > 0 }.map(\.key) })
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Different agents among the counted calls.
    var agents: Int { People(joining: weeks.lazy.map(\.agents)).count }

    /// Counted calls in which a pain point was heard.
    func calls(of key: String) -> Int { weeks.reduce(0) { $0 + $1[key].calls } }

    /// Weeks in which it was.
    func heardWeeks(of key: String) -> Int { weeks.count { $0[key].calls > 0 } }

    /// Those who called with it.
    func callers(of key: String) -> Int {
        People(joining: weeks.lazy.map { $0[key].callers }).count
    }

    /// Whether all calls with it were one known agent's.
    func hasOneAgent(_ key: String) -> Bool {
        let agents = People(joining: weeks.lazy.map { $0[key].agents })
        return agents.known.count == 1 && agents.unknown == 0
    }

    /// Whether it was heard often enough, from enough callers and in enough weeks, to recur.
    func recurs(_ key: String) -> Bool {
        calls(of: key) >= RecurrenceRule.fewest && heardWeeks(of: key) >= 2
            && callers(of: key) >= RecurrenceRule.fewest
    }

    /// The calls touched and all calls, as many as they are worth; whole calls where all weigh alike.
    func load(of key: String) -> PeriodCounts.Load {
        weeks.lazy.compactMap { $0[key].load }.reduce(
            into: PeriodCounts.Load(affected: 0, calls: 0)
        ) { sum, load in
            sum.affected += load.affected
            sum.calls += load.calls
        }
    }
}
