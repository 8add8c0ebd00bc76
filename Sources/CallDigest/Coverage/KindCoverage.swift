import Foundation

/// How much of what there is to hear was heard, and how many kinds of it there are at least.
///
/// Calls are samples, pain points are species: what was heard in one or two calls alone tells how
/// much is still to come (Chao and Jost 2012, Ecology 93:2533; Chao and Colwell 2017, SORT 41:3).
struct KindCoverage {
    /// What was counted.
    enum Counting {
        /// Calls that may hold several kinds each (incidence): of `calls` calls.
        case incidence(calls: Int)
        /// Calls that hold exactly one kind each (abundance), such as reasons.
        case abundance
    }

    /// Kinds heard.
    let kinds: Int
    /// Mentions: for each kind the calls that hold it, added up.
    let mentions: Int
    /// Kinds heard in exactly one call, and in exactly two.
    let once: Int
    let twice: Int
    /// The number of calls.
    let calls: Int
    private let isAbundance: Bool

    /// Counts of calls for each kind heard, each > 0; nil where nothing was heard.
    init?(_ counts: [Int], _ counting: Counting) {
        guard !counts.isEmpty else { return nil }
        kinds = counts.count
        mentions = counts.reduce(0, +)
        once = counts.count { $0 == 1 }
        twice = counts.count { $0 == 2 }
        switch counting {
        case .incidence(let calls):
            self.calls = calls
            isAbundance = false
        case .abundance:
            calls = mentions
            isAbundance = true
        }
    }

    private var u: Double { Double(mentions) }
    private var q1: Double { Double(once) }
    private var q2: Double { Double(twice) }
    private var t: Double { Double(calls) }

    /// What is left uncovered of the singletons' share.
    private var a: Double {
        if once == 0 { return 0 }
        if twice > 0 { return (t - 1) * q1 / ((t - 1) * q1 + 2 * q2) }
        // A kind heard once and none twice: iNEXT takes the coverage for whole; one call cannot
        // promise that, so its own mention is what is left.
        if once == 1 { return 1 }
        return (t - 1) * (q1 - 1) / ((t - 1) * (q1 - 1) + 2)
    }

    /// Of all mentions of any kind there are, the part that is of a kind heard already, in 0...1.
    var coverage: Double { 1 - q1 / u * a }

    /// The standard error of ``coverage`` (Esty 1983, Ann Stat 11:905).
    var coverageError: Double { (q1 * (1 - q1 / u) + 2 * q2).squareRoot() / u }

    /// The range of ``coverage``, for the normal deviate `z` of its ends.
    func coverageRange(z: Double) -> (low: Double, high: Double) {
        (
            max(0, coverage - max(z * coverageError, 3 / u)),
            min(1, coverage + z * coverageError)
        )
    }

    /// Kinds there are besides those heard, at least about (Chao's estimators).
    var unheard: Double {
        let part = (t - 1) / t
        return twice > 0 ? part * q1 * q1 / (2 * q2) : part * q1 * (q1 - 1) / 2
    }

    /// Kinds there are, at least about.
    var richness: Double { Double(kinds) + unheard }

    /// The variance of ``richness``; nil where nothing was heard in exactly two calls.
    var richnessVariance: Double? {
        guard twice > 0 else { return nil }
        let part = (t - 1) / t
        let ratio = q1 / q2
        let square = ratio * ratio
        return q2
            * (part / 2 * square + part * part * square * ratio + part * part / 4 * square * square)
    }

    /// The log-normal range of ``richness``, never below what was heard; nil without a variance.
    func richnessRange(z: Double) -> (low: Double, high: Double)? {
        guard unheard > 0 else { return (Double(kinds), Double(kinds)) }
        guard let variance = richnessVariance else { return nil }
        let spread = exp(z * log(1 + variance / (unheard * unheard)).squareRoot())
        return (Double(kinds) + unheard / spread, Double(kinds) + unheard * spread)
    }

    /// How many more calls until a part `target` of mentions is of kinds heard; 0 where it is so
    /// already, nil where that cannot be told.
    func callsToCover(_ target: Double) -> Double? {
        if coverage >= target { return 0 }
        guard a > 0, a < 1 else { return nil }
        return max(0, log((1 - target) * u / q1) / log(a) - 1)
    }

    /// How many more calls until a part `target` of the kinds there are (at least) was heard (Chao et
    /// al. 2009, Ecology 90:1125; Colwell et al. 2012, J Plant Ecol 5:3); 0 where it is so already,
    /// nil where that cannot be told.
    func callsToHear(_ target: Double) -> Double? {
        if Double(kinds) >= target * richness { return 0 }
        guard unheard > 0 else { return nil }
        if isAbundance {
            guard twice > 0 else { return nil }
            return t * q1 / (2 * q2) * log(unheard / ((1 - target) * richness))
        }
        let missing = (target * richness - Double(kinds)) / unheard
        return log(1 - missing) / log(1 - q1 / (t * unheard + q1))
    }

    /// Coverage where calls weigh differently, by leaving each call out in turn (Good and Turing's
    /// way): the weight of mentions that no other call shares, over that of all.
    ///
    /// `weights` holds for each kind the weights of the calls that hold it.
    static func weighted(_ weights: [[Double]]) -> (coverage: Double, error: Double)? {
        let sum = weights.reduce(0) { $0 + $1.reduce(0, +) }
        guard sum > 0 else { return nil }
        var missing = 0.0
        var squares = 0.0
        for calls in weights {
            if calls.count == 1 { missing += calls[0] }
            if calls.count <= 2 { squares += calls.reduce(0) { $0 + $1 * $1 } }
        }
        return (1 - missing / sum, squares.squareRoot() / sum)
    }
}
