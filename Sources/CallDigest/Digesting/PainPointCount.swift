import CallModel

/// How often a pain point was heard, without any weight: calls, callers, agents and weeks.
struct PainPointCount {
    /// Counted calls.
    var calls = 0
    /// Different callers, agents, ISO weeks, and spells (see ``HeardCalls/spells``) among those.
    var callers = 0
    var agents = 0
    var weeks = 0
    var spells = 0
    /// Whether all counted calls were one known agent's.
    var hasOneAgent = false
    /// Counted calls of a severity of 4 or 5.
    var severeCalls = 0
    /// All calls, hand-picked ones too, and the worst severity among them.
    var evidenceCalls = 0
    var worstSeverity = 0

    /// Whether it was heard often enough, from enough callers, to be ranked.
    var isRankable: Bool {
        calls >= RecurrenceRule.fewest && callers >= RecurrenceRule.fewest
    }
}

/// Counts pain points, one after another.
struct PainPointCounter {
    private let calls: HeardCalls
    private var callers: DistinctCounter
    private var agents: DistinctCounter
    private var weeks: DistinctCounter
    private var spells: DistinctCounter

    /// A counter over some calls.
    init(calls: HeardCalls) {
        self.calls = calls
        callers = DistinctCounter(covering: calls.callers)
        agents = DistinctCounter(covering: calls.agents.lazy.compactMap { $0 })
        weeks = DistinctCounter(covering: calls.weeks)
        spells = DistinctCounter(covering: calls.spells)
    }

    /// Counts what touched some calls.
    mutating func count(_ touches: [MarkLedger.Touch]) -> PainPointCount {
        var result = PainPointCount()
        var withoutAgent = 0
        callers.reset()
        agents.reset()
        weeks.reset()
        spells.reset()
        for touch in touches {
            result.evidenceCalls += 1
            result.worstSeverity = max(result.worstSeverity, touch.severity)
            guard calls.countedPlaces[touch.call] != nil else { continue }
            result.calls += 1
            result.severeCalls += touch.severity >= 4 ? 1 : 0
            callers.insert(calls.callers[touch.call])
            weeks.insert(calls.weeks[touch.call])
            spells.insert(calls.spells[touch.call])
            if let agent = calls.agents[touch.call] {
                agents.insert(agent)
            } else {
                withoutAgent += 1
            }
        }
        result.callers = callers.count
        result.agents = agents.count
        result.weeks = weeks.count
        result.spells = spells.count
        result.hasOneAgent = agents.count == 1 && withoutAgent == 0
        return result
    }
}
