import CallModel
import Foundation

/// The calls of a tally that lie in its scope, by id, laid out flat for counting: what a caller, an
/// agent or a week is called no longer matters, only which calls share one.
struct HeardCalls {
    /// For each call its index in ``Tally/calls``.
    let tallyIndices: [Int]
    /// For each call of the tally its index here; -1 where it is outside the scope or rejected.
    let placeOfTallyCall: [Int]
    /// For each call its index among the counted ones; nil where it was picked by hand.
    let countedPlaces: [Int?]
    /// For each call a number >= 0 that calls of the same caller share; unknown callers share none.
    let callers: [Int]
    /// For each call a number that calls of the same agent share; nil where unknown.
    let agents: [Int?]
    /// For each call a number that calls of the same ISO week share.
    let weeks: [Int]
    /// The same of days where the period is no longer than a week, else of weeks: what a burst and
    /// a recurrence are told apart by.
    let spells: [Int]
    /// Counted calls of every stratum of the tally, outside the scope too.
    let countedByStratum: [Int]
    /// Counted calls of the scope.
    let countedCount: Int
    /// Calls left out for their impossible inclusion probability, by id.
    let rejected: [CallID]

    /// Lays out the calls of a tally; throws where the tally contradicts itself.
    init(_ tally: Tally) throws(TallyError) {
        let order = Self.orderByID(tally.calls)
        for (index, next) in zip(order, order.dropFirst())
        where tally.calls[index].id == tally.calls[next].id {
            throw TallyError(
                description: "The tally lists the call \(tally.calls[index].id) twice.")
        }
        guard tally.period.days > 0 else {
            throw TallyError(description: "The period \(tally.period.label) has no length.")
        }
        var rejected: [CallID] = []
        var indices: [Int] = []
        var places = [Int](repeating: -1, count: tally.calls.count)
        var counted = [Int](repeating: 0, count: tally.strata.count)
        var countedPlaces: [Int?] = []
        var countedCount = 0
        let heard = tally.calls
        for index in order {
            // Fields are read one by one: to copy a call costs more than all of this.
            let inclusion = heard[index].inclusionProbability
            let isHandPicked = heard[index].stratum == nil && inclusion == nil
            if !isHandPicked {
                guard let stratum = heard[index].stratum, tally.strata.indices.contains(stratum)
                else {
                    throw TallyError(
                        description: """
                            The call \(heard[index].id) was drawn from a stratum that is not listed.
                            """)
                }
                guard let inclusion, inclusion > 0, inclusion <= 1 else {
                    rejected.append(heard[index].id)
                    continue
                }
                counted[stratum] += 1
            }
            guard heard[index].inScope else { continue }
            places[index] = indices.count
            indices.append(index)
            countedPlaces.append(isHandPicked ? nil : countedCount)
            countedCount += isHandPicked ? 0 : 1
        }
        tallyIndices = indices
        placeOfTallyCall = places
        self.countedPlaces = countedPlaces
        self.countedCount = countedCount
        countedByStratum = counted
        self.rejected = rejected
        let callerNumbers = Self.numbered(indices.map { heard[$0].caller })
        let known = 1 + (callerNumbers.compactMap { $0 }.max() ?? -1)
        callers = callerNumbers.enumerated().map { $1 ?? known + $0 }
        agents = Self.numbered(indices.map { heard[$0].agent })
        weeks = Self.numbered(indices.map { heard[$0].week }).compactMap { $0 }
        spells =
            tally.period.kind == .week || tally.period.days < 7.5
            ? Self.days(of: indices.map { heard[$0].startedAt }, in: tally.period) : weeks
    }

    /// How many calls there are, hand-picked ones too.
    var count: Int { tallyIndices.count }

    /// The indices of calls by id; they mostly come so.
    private static func orderByID(_ calls: [Tally.HeardCall]) -> [Int] {
        let ids = calls.map(\.id)
        let isSorted = zip(ids, ids.dropFirst()).allSatisfy { !($1 < $0) }
        return isSorted ? Array(ids.indices) : ids.indices.sorted { ids[$0] < ids[$1] }
    }

    /// For each text a number that equal texts share, by order of appearance.
    private static func numbered(_ texts: [String?]) -> [Int?] {
        var numbers: [String: Int] = [:]
        return texts.map { text in
            guard let text else { return nil }
            if let number = numbers[text] { return number }
            numbers[text] = numbers.count
            return numbers.count - 1
        }
    }

    private static func days(of starts: [Date], in period: Period) -> [Int] {
        let zone = TimeZone(identifier: period.timeZone) ?? .gmt
        let days = starts.map { start in
            let local = start.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: start))
            return Int((local / 86_400).rounded(.down))
        }
        let first = days.min() ?? 0
        return days.map { $0 - first }
    }
}
