import CallModel

/// One period as it is compared with others: each pain point's share as a sample of what such a
/// period brings.
///
/// A digest speaks of the calls there were; a comparison asks whether what causes them changed. For
/// that even a period of which every call was heard is a sample (Deming 1975, Am Stat 29:146), so
/// no call counts for more than one: else a census would call every difference a change.
struct ComparedPeriod {
    /// A share with what it rests on.
    struct Share {
        var estimate: Estimate
        /// The effective number of calls, at most the number heard.
        var effective: Double
        /// Counted calls in which it was heard.
        var calls: Int
    }

    let period: CountedPeriod
    let base: CountedBase?
    private let settings: DigestSettings
    private let indices: [String: Int]

    init(_ period: CountedPeriod, settings: DigestSettings) {
        self.period = period
        self.settings = settings
        base = period.calls.base(in: period.tally).flatMap { $0.design.hasRange ? $0 : nil }
        indices = Dictionary(
            uniqueKeysWithValues: period.ledger.keys.enumerated().map { ($1, $0) })
    }

    /// Counted calls of the scope.
    var count: Int { period.calls.countedCount }

    /// The share of a pain point; nil where there is no base for a range.
    func share(of key: String) -> Share? {
        measured(key).map { share, calls in
            Share(
                estimate: Estimate(value: share.value, low: share.low, high: share.high),
                effective: share.effective, calls: calls)
        }
    }

    /// The share of the calls there were, with its range, and the counted calls in which it was
    /// heard.
    func shown(_ key: String) -> (share: Estimate?, calls: Int) {
        let values = values(of: key)
        let share = base?.design.share(
            of: values, level: settings.level, interval: settings.interval)
        return (
            share.map { Estimate(value: $0.value, low: $0.low, high: $0.high) },
            values.calls.count
        )
    }

    /// The calls touched and all calls, for tests of counts: whole calls where all weigh alike, else
    /// as many as they are worth. Nil where there is no base.
    func load(of key: String) -> (affected: Double, calls: Double)? {
        guard let base else { return nil }
        guard base.design.hasEqualWeights else {
            return measured(key).map { ($0.share.effective * $0.share.value, $0.share.effective) }
        }
        return (values(of: key).values.reduce(0, +), Double(count))
    }

    private func measured(_ key: String) -> (share: MeasuredShare, calls: Int)? {
        let values = values(of: key)
        guard
            let share = base?.design.share(
                of: values, level: settings.level, interval: settings.interval,
                isSampleOfCauses: true)
        else { return nil }
        return (share, values.calls.count)
    }

    private func values(of key: String) -> SparseValues {
        guard let index = indices[key] else { return SparseValues(calls: [], values: []) }
        var calls: [Int] = []
        var shares: [Double] = []
        for touch in period.ledger.touches[index] {
            guard let place = period.calls.countedPlaces[touch.call] else { continue }
            calls.append(place)
            shares.append(touch.share)
        }
        return SparseValues(calls: calls, values: shares)
    }
}
