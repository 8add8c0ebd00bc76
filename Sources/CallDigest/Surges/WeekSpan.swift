import CallModel

/// Some weeks taken together: how often each pain point was heard, from whom and when.
struct WeekSpan {
    /// What was counted of one pain point.
    struct Count {
        var calls = 0
        var callers = 0
        var weeks = 0
        /// Whether all calls were one known agent's.
        var hasOneAgent = false

        /// Whether it was heard often enough, by enough callers and in enough weeks, to recur.
        var recurs: Bool {
            calls >= RecurrenceRule.fewest && callers >= RecurrenceRule.fewest && weeks >= 2
        }
    }

    private struct Gathered {
        var calls = 0
        var weeks = 0
        var callers: Set<String> = []
        var unknownCallers = 0
        var agents: Set<String> = []
        var hasUnknownAgent = false
    }

    /// The weeks, the oldest first.
    let weeks: [ComparedPeriod]
    /// Counted calls.
    let counted: Int
    /// Weeks in which any call was counted.
    let listenedWeeks: Int
    /// Different agents among the counted calls.
    let agents: Int
    private let gathered: [String: Gathered]

    init(_ weeks: some Sequence<ComparedPeriod>) {
        self.weeks = Array(weeks)
        counted = self.weeks.reduce(0) { $0 + $1.count }
        listenedWeeks = self.weeks.count { $0.count > 0 }
        var agents: Set<String> = []
        var gathered: [String: Gathered] = [:]
        for week in self.weeks {
            let (calls, tally) = (week.period.calls, week.period.tally)
            for (place, index) in calls.tallyIndices.enumerated()
            where calls.countedPlaces[place] != nil {
                if let agent = tally.calls[index].agent { agents.insert(agent) }
            }
            for (key, touches) in zip(week.period.ledger.keys, week.period.ledger.touches) {
                let counted = touches.filter { calls.countedPlaces[$0.call] != nil }
                guard !counted.isEmpty else { continue }
                gathered[key, default: Gathered()].weeks += 1
                for touch in counted {
                    let call = tally.calls[calls.tallyIndices[touch.call]]
                    Self.add(call, to: &gathered[key, default: Gathered()])
                }
            }
        }
        self.agents = agents.count
        self.gathered = gathered
    }

    private static func add(_ call: Tally.HeardCall, to gathered: inout Gathered) {
        gathered.calls += 1
        if let caller = call.caller {
            gathered.callers.insert(caller)
        } else {
            gathered.unknownCallers += 1
        }
        if let agent = call.agent {
            gathered.agents.insert(agent)
        } else {
            gathered.hasUnknownAgent = true
        }
    }

    /// The pain points heard in any counted call.
    var keys: [String] { gathered.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    /// What was counted of a pain point.
    func count(_ key: String) -> Count {
        guard let found = gathered[key] else { return Count() }
        return Count(
            calls: found.calls, callers: found.callers.count + found.unknownCallers,
            weeks: found.weeks, hasOneAgent: found.agents.count == 1 && !found.hasUnknownAgent)
    }

    /// The calls touched and all calls, as many as they are worth; whole calls where all weigh alike.
    func load(of key: String) -> (affected: Double, calls: Double) {
        var sum = (affected: 0.0, calls: 0.0)
        for week in weeks {
            guard let load = week.load(of: key) else { continue }
            sum.affected += load.affected
            sum.calls += load.calls
        }
        return sum
    }
}
