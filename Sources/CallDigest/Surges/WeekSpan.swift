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

    /// The weeks, the oldest first.
    let weeks: [ComparedPeriod]
    /// Counted calls.
    let counted: Int
    /// Weeks in which any call was counted.
    let listenedWeeks: Int
    /// Different agents among the counted calls.
    let agents: Int
    private let counts: [String: Count]

    init(_ weeks: some Sequence<ComparedPeriod>) {
        self.weeks = Array(weeks)
        counted = self.weeks.reduce(0) { $0 + $1.count }
        listenedWeeks = self.weeks.count { $0.count > 0 }
        var callers = Numbering()
        var agents = Numbering()
        var touched: [String: [Touched]] = [:]
        var weeksHeard: [String: Int] = [:]
        for week in self.weeks {
            let (calls, tally) = (week.period.calls, week.period.tally)
            let people = calls.tallyIndices.enumerated().map { place, index in
                guard calls.countedPlaces[place] != nil else { return Touched?.none }
                let call = tally.calls[index]
                return Touched(
                    caller: call.caller.map { callers.number(of: $0) } ?? callers.next(),
                    agent: call.agent.map { agents.number(of: $0) })
            }
            for (key, touches) in zip(week.period.ledger.keys, week.period.ledger.touches) {
                let counted = touches.compactMap { people[$0.call] }
                guard !counted.isEmpty else { continue }
                weeksHeard[key, default: 0] += 1
                touched[key, default: []] += counted
            }
        }
        self.agents = agents.count
        var distinctCallers = DistinctCounter(covering: 0..<callers.count)
        var distinctAgents = DistinctCounter(covering: 0..<agents.count)
        var counts: [String: Count] = [:]
        for (key, touches) in touched {
            distinctCallers.reset()
            distinctAgents.reset()
            for touch in touches {
                distinctCallers.insert(touch.caller)
                if let agent = touch.agent { distinctAgents.insert(agent) }
            }
            counts[key] = Count(
                calls: touches.count, callers: distinctCallers.count,
                weeks: weeksHeard[key, default: 0],
                hasOneAgent: distinctAgents.count == 1 && touches.allSatisfy { $0.agent != nil })
        }
        self.counts = counts
    }

    /// Who spoke in a counted call: numbers that calls of the same person share.
    private struct Touched {
        /// A number of its own where the caller is not known.
        var caller: Int
        var agent: Int?
    }

    /// Gives names numbers from 0 on.
    private struct Numbering {
        private var numbers: [String: Int] = [:]
        private(set) var count = 0

        mutating func number(of name: String) -> Int {
            if let known = numbers[name] { return known }
            numbers[name] = count
            return next()
        }

        /// A number for somebody without a name.
        mutating func next() -> Int {
            defer { count += 1 }
            return count
        }
    }

    /// The pain points heard in any counted call.
    var keys: [String] { counts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

    /// What was counted of a pain point.
    func count(_ key: String) -> Count { counts[key] ?? Count() }

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
