public import CallModel
import Foundation

extension DigestMaker {
    /// What a tally of the days on one side of a fix says of some pain points together.
    ///
    /// Throws where the tally contradicts itself.
    public func fixCounts(
        of keys: [String], in tally: Tally, after: Bool
    ) throws(TallyError) -> FixCounts {
        let joined = tally.joining(keys)
        return FixCounts(
            counts: try counts(of: joined),
            weeks: FixWeeks(tally: joined, settings: settings, isAfter: after).weeks)
    }
}

extension Tally {
    /// The tally in which the marks of some pain points are those of one, ``FixCounts/joint``.
    func joining(_ keys: [String]) -> Tally {
        let keys = Set(keys)
        var tally = self
        for index in tally.marks.indices where keys.contains(tally.marks[index].painPoint) {
            tally.marks[index].painPoint = FixCounts.joint
        }
        return tally
    }
}

/// Counts the whole weeks on one side of a fix. A week's share is weighted by the inclusion
/// probabilities alone: so few calls would leave most strata of a week empty.
private struct FixWeeks {
    private let tally: Tally
    private let settings: DigestSettings
    /// When the first week begins, and where each ends.
    private let edges: [Date]
    private let calendar: Calendar

    init(tally: Tally, settings: DigestSettings, isAfter: Bool) {
        self.tally = tally
        self.settings = settings
        calendar = Calendar.iso8601(in: TimeZone(identifier: tally.period.timeZone) ?? .gmt)
        let (start, end) = (tally.period.start, tally.period.end)
        let days = calendar.dateComponents([.day], from: start, to: end).day ?? 0
        edges = stride(from: isAfter ? 0 : days % 7, through: days, by: 7).compactMap {
            [calendar] in
            calendar.date(byAdding: .day, value: $0, to: start)
        }
    }

    var weeks: [FixCounts.Week] {
        var touched: [Int: Set<ListenerID>] = [:]
        for mark in tally.marks where mark.painPoint == FixCounts.joint {
            touched[mark.call, default: []].insert(mark.listener)
        }
        var sums = [Sums](repeating: Sums(), count: max(0, edges.count - 1))
        // In the order of ids, so that the sums are the same to the last bit.
        for index in tally.calls.indices.sorted(by: { tally.calls[$0].id < tally.calls[$1].id }) {
            let call = tally.calls[index]
            guard call.inScope, let probability = call.inclusionProbability, probability > 0,
                probability <= 1, let week = week(of: call.startedAt)
            else { continue }
            let hearers = touched[index]?.intersection(call.listeners).count ?? 0
            sums[week].add(
                share: Double(hearers) / Double(max(1, call.listeners.count)),
                weight: 1 / probability)
        }
        return zip(sums, edges).map { $0.week(from: calendar.day(of: $1), settings) }
    }

    private func week(of instant: Date) -> Int? {
        guard let next = edges.firstIndex(where: { $0 > instant }), next > 0 else { return nil }
        return next - 1
    }

    private struct Sums {
        private var counted = 0
        private var calls = 0
        private var affected = 0.0
        private var weight = 0.0
        private var squares = 0.0

        mutating func add(share: Double, weight: Double) {
            counted += 1
            if share > 0 { calls += 1 }
            affected += share * weight
            self.weight += weight
            squares += weight * weight
        }

        func week(from start: CalendarDay, _ settings: DigestSettings) -> FixCounts.Week {
            var share: PeriodCounts.Share?
            if counted >= 2 {
                let value = affected / weight
                // Kish's effective number.
                let effective = weight * weight / squares
                let (low, high) = settings.interval.range(
                    value, effective: effective, calls: counted, df: counted - 1,
                    level: settings.level)
                share = PeriodCounts.Share(
                    estimate: Estimate(value: value, low: low, high: high), effective: effective)
            }
            return FixCounts.Week(start: start, counted: counted, calls: calls, share: share)
        }
    }
}
