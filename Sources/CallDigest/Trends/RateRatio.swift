import CallModel
import Foundation

/// How many times as often something happens as before, from counts of events that are no sample.
///
/// Where the counts scatter as chance alone makes them, two Poisson rates are compared by their score
/// (Gu, Ng, Tang and Schucany 2008, Biom J 50:283). Where they scatter by more than one and a half times
/// that, they are taken for negative binomial (variance m + a m², Hilbe 2011, section 8), with `a` from
/// Pearson's statistic, and compared by the logarithm of the ratio.
struct RateRatio {
    /// The events of one stretch, such as a day.
    struct Count {
        /// How many, >= 0.
        var events: Double
        /// Of how much they are: calls, hours; > 0.
        var exposure: Double
    }

    /// Over so much dispersion, counts are not those of Poisson.
    static let mostDispersion = 1.5

    /// The ratio with its range.
    let estimate: Estimate
    /// How often chance alone would bring as large a difference, two-sided.
    let p: Double
    /// Pearson's statistic over its degrees of freedom; nil for fewer than two counts on both sides
    /// together more than the two rates take.
    let dispersion: Double?

    /// The rate of some counts over that of others; nil where either has none, or neither has an event,
    /// or those of before have none: then there is no ratio.
    init?(_ now: [Count], over before: [Count], level: Double) {
        let (later, earlier) = (Rate(now), Rate(before))
        guard later.exposure > 0, earlier.exposure > 0, earlier.events > 0 else { return nil }
        let degrees = now.count + before.count - 2
        let pearson = later.pearson + earlier.pearson
        dispersion = degrees > 0 ? pearson / Double(degrees) : nil
        let deviate = NormalDistribution.quantile((1 + level) / 2)
        if let dispersion, dispersion > Self.mostDispersion, later.events > 0 {
            let scatter = Self.scatter(later, earlier, degrees: Double(degrees))
            let (rate, information) = later.fitted(scatter)
            let (rateBefore, informationBefore) = earlier.fitted(scatter)
            let error = (1 / information + 1 / informationBefore).squareRoot()
            let ratio = rate / rateBefore
            estimate = Estimate(
                value: ratio, low: ratio * exp(-deviate * error),
                high: ratio * exp(deviate * error))
            p = min(1, 2 * NormalDistribution.cumulative(-abs(log(ratio)) / error))
            return
        }
        // Given all events, those of now are a share of them: its score is the score of the ratio.
        let all = later.events + earlier.events
        let share = ShareInterval.score(later.events / all, calls: all, deviate: deviate)
        func ratio(_ share: Double) -> Double {
            share / (1 - share) * earlier.exposure / later.exposure
        }
        estimate = Estimate(
            value: ratio(later.events / all), low: ratio(share.low), high: ratio(share.high))
        let expected = later.exposure / (later.exposure + earlier.exposure)
        let score =
            (later.events - all * expected) / (all * expected * (1 - expected)).squareRoot()
        p = min(1, 2 * NormalDistribution.cumulative(-abs(score)))
    }

    /// The `a` at which Pearson's statistic is what chance leaves of it.
    private static func scatter(_ now: Rate, _ before: Rate, degrees: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        func excess(_ scatter: Double) -> Double {
            now.pearson(scatter) + before.pearson(scatter) - degrees
        }
        while excess(high) > 0, high < 1e6 { high *= 2 }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if excess(middle) > 0 { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The counts of one side.
    private struct Rate {
        let counts: [Count]
        let events: Double
        let exposure: Double

        init(_ counts: [Count]) {
            self.counts = counts.filter { $0.exposure > 0 }
            events = self.counts.reduce(0) { $0 + $1.events }
            exposure = self.counts.reduce(0) { $0 + $1.exposure }
        }

        /// Pearson's statistic of counts taken for Poisson.
        var pearson: Double { events > 0 ? pearson(0) : 0 }

        func pearson(_ scatter: Double) -> Double {
            let rate = fitted(scatter).rate
            return counts.reduce(0) { sum, count in
                let mean = rate * count.exposure
                let rest = count.events - mean
                return sum + rest * rest / (mean * (1 + scatter * mean))
            }
        }

        /// The most likely rate, and how much the counts tell of its logarithm.
        func fitted(_ scatter: Double) -> (rate: Double, information: Double) {
            var rate = events / exposure
            var information = 0.0
            for _ in 0..<50 {
                var score = 0.0
                information = 0
                for count in counts {
                    let mean = rate * count.exposure
                    score += (count.events - mean) / (1 + scatter * mean)
                    information += mean / (1 + scatter * mean)
                }
                let step = score / information
                rate *= exp(max(-1, min(1, step)))
                if abs(step) < 1e-13 { break }
            }
            return (rate, information)
        }
    }
}
