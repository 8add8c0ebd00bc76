import CallModel
import Foundation

/// The weeks up to a period's end: what each pain point did in each, and whether it rises or falls.
struct WeeklyHistory {
    /// The weeks that are drawn: a quarter.
    static let drawn = 13
    /// A burst is spoken of where it explains its weeks at least a hundred times better than chance.
    static let leastBurst = log(100.0)

    /// The weeks, the oldest first, from the first in which a call was heard.
    private let weeks: [PeriodCounts]
    private let breaks: TaxonomyBreaks

    /// The history; empty where fewer than two of the weeks were listened to.
    init(_ weeks: [PeriodCounts], breaks: TaxonomyBreaks) {
        let heard = weeks.suffix(Self.drawn).drop { $0.counted == 0 }
        self.weeks = heard.count { $0.counted > 0 } >= 2 ? Array(heard) : []
        self.breaks = breaks
    }

    /// Each week of a pain point. A week in which nobody listened is a gap.
    func points(of key: String) -> [Digest.WeekPoint] {
        weeks.map { $0.point(of: key, breaks: breaks) }
    }

    /// The trends of pain points, all tested together: over the very weeks that are drawn, so that
    /// the picture and the words agree, and only over those since the word has its meaning.
    ///
    /// This is also what finds slow drift. A cumulative sum (Poisson, rise by half, limit 5) against
    /// eight weeks before it finds a little more, but in simulations with 20 to 120 calls heard a week
    /// it was false for 5 to 20 of 100 steady pain points within eight weeks, the trend for 2 to 3.
    func trends(of keys: [String]) -> [String: Digest.Trend] {
        var tested: [(key: String, weeks: Int, trend: LinearTrend)] = []
        for key in keys {
            let start = start(of: key)
            var points: [LinearTrend.Point] = []
            var calls = 0
            for index in weeks.indices.dropFirst(start) {
                let point = weeks[index][key]
                guard weeks[index].counted > 0, let share = point.share else { continue }
                calls += point.calls
                points.append(
                    LinearTrend.Point(
                        score: Double(index), calls: share.effective,
                        affected: share.effective * share.estimate.value))
            }
            let counted = points.reduce(0) { $0 + $1.calls }
            guard calls >= ChangeMaker.fewestHeard,
                counted >= Double(ChangeMaker.fewestCalls), let trend = LinearTrend(points)
            else {
                continue
            }
            tested.append((key, points.count, trend))
        }
        var trends: [String: Digest.Trend] = [:]
        for (test, q) in zip(tested, FalseDiscovery.qValues(of: tested.map(\.trend.p))) {
            trends[test.key] = Digest.Trend(
                weeks: test.weeks, rise: test.trend.rise, p: test.trend.p, q: q,
                isClear: q <= 0.1 && abs(test.trend.rise) >= 0.01)
        }
        return trends
    }

    /// The weeks in a row in which a pain point was heard about twice as often as usual, since its
    /// word has its meaning.
    func bursts(of key: String) -> [Digest.Burst] {
        var indices: [Int] = []
        var loads: [PeriodCounts.Load] = []
        for index in weeks.indices.dropFirst(start(of: key)) where weeks[index].counted > 0 {
            guard let load = weeks[index][key].load, load.calls > 0 else { continue }
            indices.append(index)
            loads.append(load)
        }
        let automaton = BurstAutomaton(
            affected: loads.map(\.affected), calls: loads.map(\.calls))
        return (automaton?.bursts ?? []).filter { $0.weight >= Self.leastBurst }.map { burst in
            Digest.Burst(
                first: weeks[indices[burst.weeks.lowerBound]].period.label,
                last: weeks[indices[burst.weeks.upperBound]].period.label)
        }
    }

    /// The first week after the last one in which the meaning of a word changed.
    private func start(of key: String) -> Int {
        weeks.lastIndex { breakInstant(of: key, in: $0) != nil }.map { $0 + 1 } ?? 0
    }

    private func breakInstant(of key: String, in week: PeriodCounts) -> Date? {
        breaks.last(of: key, from: week.period.start, to: week.period.end)
    }
}
