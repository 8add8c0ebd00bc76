import CallModel

/// What moved, stands out, is new and recurs: all that takes more than the period itself.
struct Movements {
    /// The weeks in which something must be heard again to recur.
    static let recurrenceWeeks = 8

    /// How the period stands to the previous one; nil where none of that was heard.
    let comparison: Digest.Comparison?
    /// What stands out in the last week; nil where that cannot be asked.
    let alarms: Digest.Alarms?
    private let weeks: WeeklyHistory
    private let changes: ChangeMaker?
    private let novelties: NoveltyFinder
    private let lately: WeekSpan
    private let agentsLately: Int

    /// Compares the pain points `keys` of a period with its history.
    init(
        of keys: [String], now: PeriodCounts, before: PeriodCounts?, history: TallyHistory,
        taxonomy: Taxonomy
    ) {
        let breaks = TaxonomyBreaks(history.taxonomies, timeZone: now.period.timeZone)
        weeks = WeeklyHistory(history.weeks, breaks: breaks)
        novelties = NoveltyFinder(history.weeks, history: history, breaks: breaks)
        lately = WeekSpan(history.weeks.suffix(Self.recurrenceWeeks))
        agentsLately = lately.agents
        alarms = AlarmMaker(history.weeks, taxonomy: taxonomy, breaks: breaks)?.alarms
        let changes = before.map { ChangeMaker(now: now, before: $0, breaks: breaks) }
        let obstacle = changes?.obstacle
        self.changes = obstacle == nil ? changes : nil
        comparison = changes.map {
            Digest.Comparison(
                label: $0.before.period.label, counted: $0.before.counted,
                obstacle: obstacle, volumeRatio: $0.volumeRatio,
                tested: obstacle == nil ? $0.changes(of: keys).count : 0)
        }
    }

    /// Writes what there is to say into the drafts.
    func write(to drafts: inout [FindingMaker.Draft]) {
        let keys = drafts.map(\.finding.key)
        let trends = weeks.trends(of: keys)
        let changed = changes?.changes(of: keys) ?? [:]
        let novel = novelties.novelties(of: keys)
        for (index, key) in keys.enumerated() {
            drafts[index].finding.history = weeks.points(of: key)
            drafts[index].finding.trend = trends[key]
            drafts[index].finding.bursts = weeks.bursts(of: key)
            drafts[index].finding.change = changed[key]
            drafts[index].finding.redefined = changes?.redefined(key)
            drafts[index].finding.novelty = novel[key]
            writeRecurrence(to: &drafts[index].finding)
        }
    }

    /// Where two weeks and more are known, recurring is a matter of weeks, not of the period alone.
    private func writeRecurrence(to finding: inout Digest.Finding) {
        guard lately.listenedWeeks >= 2, finding.calls > 0 else { return }
        let (key, calls) = (finding.key, lately.calls(of: finding.key))
        // A month's last days may lie after its last whole week: then its own label stands.
        guard calls > 0 else { return }
        let (callers, weeks) = (lately.callers(of: key), lately.heardWeeks(of: key))
        finding.lately = Digest.Lately(
            weeks: lately.listenedWeeks, heardWeeks: weeks, calls: calls, callers: callers)
        finding.recurrence = RecurrenceRule(
            agentsInScope: agentsLately, spellsInScope: lately.listenedWeeks
        ).label(
            calls: calls, callers: callers, hasOneAgent: lately.hasOneAgent(key), spells: weeks)
    }
}
