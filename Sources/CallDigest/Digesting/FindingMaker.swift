import CallModel
import Foundation

/// Makes the finding of one pain point after another from a period sorted out.
struct FindingMaker {
    /// A finding with what it is put in order by.
    struct Draft {
        var finding: Digest.Finding
        /// The month's total that is ranked, with its variance; nil where nothing can be said of
        /// all calls.
        var total: (estimate: Estimate, variance: Double)?
        /// Whether it was heard often enough to rank.
        var isRankable: Bool
        /// When the latest call began in which it was heard.
        var lastHeard: Date
    }

    /// Days of a mean month of the Gregorian calendar.
    static let daysOfMonth = 30.4375

    let period: CountedPeriod
    let settings: DigestSettings
    /// What the counted calls stand for; nil where nothing can be said of all calls.
    let base: CountedBase?
    let recurrence: RecurrenceRule
    /// Counted calls of each pain point in the previous period; nil where none was listened to.
    let previousCalls: [String: Int]?

    private let painPoints: [String: PainPoint]
    /// Calls a month of one call of the period.
    private let months: Double
    /// Minutes, plain and weighted, of a call touched by any pain point: what the next one of a
    /// pain point never heard is taken to cost.
    private let usualMinutes: (plain: Double, weighted: Double)
    /// The weight over which a single call is said to carry a number.
    private let heavy: Double

    /// A maker of findings.
    init(
        period: CountedPeriod, settings: DigestSettings, base: CountedBase?,
        previousCalls: [String: Int]?
    ) {
        self.period = period
        self.settings = settings
        self.base = base
        self.previousCalls = previousCalls
        let calls = period.calls
        let counted = calls.countedPlaces.indices.filter { calls.countedPlaces[$0] != nil }
        recurrence = RecurrenceRule(
            agentsInScope: Set(counted.compactMap { calls.agents[$0] }).count,
            spellsInScope: Set(counted.map { calls.spells[$0] }).count)
        painPoints = Dictionary(period.tally.taxonomy.painPoints.map { ($0.key, $0) }) { $1 }
        months = Self.daysOfMonth / period.tally.period.days
        usualMinutes = Self.usualMinutes(in: period, weights: settings.severityWeights)
        heavy = 20 * (base.flatMap { Median.of($0.design.weights) } ?? .infinity)
    }

    /// The median minutes, plain and weighted, of the counted calls touched by any pain point; found
    /// only where a pain point was not heard in any, for nothing else asks for it.
    private static func usualMinutes(
        in period: CountedPeriod, weights: SeverityWeights
    ) -> (plain: Double, weighted: Double) {
        func counted(_ touches: [MarkLedger.Touch]) -> [MarkLedger.Touch] {
            touches.filter { period.calls.countedPlaces[$0.call] != nil }
        }
        let fallback = (plain: 1.0, weighted: weights[3])
        guard period.ledger.touches.contains(where: { counted($0).isEmpty }) else {
            return fallback
        }
        let touched = period.ledger.touches.flatMap(counted)
        return (
            Median.of(touched.map(\.minutes)) ?? fallback.plain,
            Median.of(touched.map(\.weightedMinutes)) ?? fallback.weighted
        )
    }

    /// The finding of the pain point at an index of the ledger.
    func draft(_ index: Int, counter: inout PainPointCounter) -> Draft {
        let key = period.ledger.keys[index]
        let touches = period.ledger.touches[index]
        let count = counter.count(touches)
        let known = painPoints[key]
        var finding = Digest.Finding(
            key: key, label: known?.label ?? key, regulated: known?.regulated ?? false)
        finding.calls = count.calls
        finding.callers = count.callers
        finding.agents = count.agents
        finding.weeks = count.weeks
        finding.evidenceCalls = count.evidenceCalls
        finding.severeShare =
            count.calls > 0 ? Double(count.severeCalls) / Double(count.calls) : nil
        finding.worstSeverity = count.worstSeverity > 0 ? count.worstSeverity : nil
        finding.previousCalls = previousCalls.map { $0[key] ?? 0 }
        finding.recurrence = recurrence.label(
            calls: count.calls, callers: count.callers, hasOneAgent: count.hasOneAgent,
            spells: count.spells)
        finding.evidence = EvidenceChooser(
            tally: period.tally, calls: period.calls, ledger: period.ledger
        ).clips(of: touches)
        let total = base.flatMap { measure(touches, base: $0, into: &finding) }
        return Draft(
            finding: finding, total: total, isRankable: count.isRankable,
            lastHeard: touches.map {
                period.tally.calls[period.calls.tallyIndices[$0.call]].startedAt
            }.max() ?? .distantPast)
    }

    /// Writes the estimates, and gives the total that is ranked.
    private func measure(
        _ touches: [MarkLedger.Touch], base: CountedBase, into finding: inout Digest.Finding
    ) -> (estimate: Estimate, variance: Double)? {
        var places: [Int] = []
        var counted: [MarkLedger.Touch] = []
        for touch in touches {
            guard let place = period.calls.countedPlaces[touch.call] else { continue }
            places.append(place)
            counted.append(touch)
        }
        let shares = SparseValues(calls: places, values: counted.map(\.share))
        guard
            let share = base.design.share(
                of: shares, level: settings.level, interval: settings.interval)
        else { return nil }
        let calls = base.covered * months
        finding.share = Estimate(value: share.value, low: share.low, high: share.high)
        finding.effective = share.effective.isFinite ? share.effective : nil
        finding.showsPercentage = share.allowsPercentage
        let callsPerMonth = Estimate(
            value: share.value * calls, low: share.low * calls, high: share.high * calls)
        let minutes = total(
            SparseValues(calls: places, values: counted.map(\.minutes)),
            usual: usualMinutes.plain, share: share, base: base)
        let weighted = total(
            SparseValues(calls: places, values: counted.map(\.weightedMinutes)),
            usual: usualMinutes.weighted, share: share, base: base)
        finding.callsPerMonth = callsPerMonth
        finding.minutesPerMonth = minutes.estimate
        finding.severityWeightedMinutesPerMonth = weighted.estimate
        finding.heaviestCallShare = heaviestShare(counted, places, base: base)
        return switch settings.measure {
        case .callsAffected: (callsPerMonth, share.variance * calls * calls)
        case .minutesLost: minutes
        case .severityWeightedMinutes: weighted
        }
    }

    /// The variance of the month's minutes of the pain point at an index of the ledger.
    func minutesVariance(_ index: Int, base: CountedBase) -> Double {
        var places: [Int] = []
        var minutes: [Double] = []
        for touch in period.ledger.touches[index] {
            guard let place = period.calls.countedPlaces[touch.call] else { continue }
            places.append(place)
            minutes.append(touch.minutes)
        }
        let factor = base.covered * months
        return base.design.mean(of: SparseValues(calls: places, values: minutes)).variance
            * factor * factor
    }

    /// A month's total of a value per call, its range and variance.
    private func total(
        _ values: SparseValues, usual: Double, share: MeasuredShare, base: CountedBase
    ) -> (estimate: Estimate, variance: Double) {
        let design = base.design
        let (mean, variance) = design.mean(of: values)
        let factor = base.covered * months
        let touchedMean =
            values.values.isEmpty
            ? usual : values.values.reduce(0, +) / Double(values.values.count)
        // What one more affected call could add, at the largest number of calls that one stands for.
        let increment =
            design.isCensus
            ? 0 : design.largestWeight / design.weightSum * factor * touchedMean
        var (low, high) = TotalInterval.gamma(
            total: mean * factor, variance: variance * factor * factor, increment: increment,
            level: settings.level)
        if variance == 0, mean > 0, !design.isCensus {
            // Every call alike: the sample shows no spread, yet not every call was heard. What is
            // unsure is the share of calls.
            low = mean * factor * share.low / share.value
        }
        return (
            Estimate(value: mean * factor, low: low, high: high), variance * factor * factor
        )
    }

    /// The share of the minutes that the heaviest call carries, where its weight is out of
    /// proportion.
    private func heaviestShare(
        _ touches: [MarkLedger.Touch], _ places: [Int], base: CountedBase
    ) -> Double? {
        guard base.design.largestWeight > heavy else { return nil }
        var sum = 0.0
        var largest = 0.0
        for (place, touch) in zip(places, touches) {
            let carried = base.design.weights[place] * touch.minutes
            sum += carried
            if base.design.weights[place] > heavy { largest = max(largest, carried) }
        }
        return largest > 0 ? largest / sum : nil
    }
}
