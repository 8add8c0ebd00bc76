import CallModel
import Foundation

/// How good guesses are. Lower is better for each of them.
enum GuessScore {
    /// Calls of 100 that a guess of shares gives to a wrong reason (the total variation distance),
    /// and what a perfect guess would be expected to seem to misplace from sampling alone: the mean
    /// of |measured - true| of each share, sqrt(2 p(1-p)/(pi n)), halved and added up.
    ///
    /// Shares sum to 1; `effective` are the effective numbers of calls behind each, infinite where
    /// every call was heard.
    static func misplaced(
        guess: [Double], measured: [Double], effective: [Double]
    ) -> PerceptionGap.Score {
        var distance = 0.0
        var chance = 0.0
        for (guess, (share, calls)) in zip(guess, zip(measured, effective)) {
            distance += abs(guess - share)
            chance += (2 * max(0, share * (1 - share)) / (.pi * calls)).squareRoot()
        }
        return PerceptionGap.Score(misplaced: 50 * distance, noiseFloor: 50 * chance)
    }

    /// What a guessed range costs: its width, and where it misses the truth the distance times 2 over
    /// 1 - level (Gneiting and Raftery 2007, JASA 102:359, equation 43).
    static func interval(low: Double, high: Double, truth: Double, level: Double) -> Double {
        high - low + 2 / (1 - level) * (max(0, low - truth) + max(0, truth - high))
    }

    /// What forecasts of yes or no cost (Brier 1950), and how much better they are than always
    /// giving the share of yes: 1 perfect, 0 no better; nil where all came out alike.
    static func brier(
        _ forecasts: [(probability: Double, came: Bool)]
    ) -> (score: Double, reference: Double, skill: Double?)? {
        guard !forecasts.isEmpty else { return nil }
        let count = Double(forecasts.count)
        let score =
            forecasts.reduce(0) { sum, forecast in
                let miss = forecast.probability - (forecast.came ? 1 : 0)
                return sum + miss * miss
            } / count
        let share = Double(forecasts.count { $0.came }) / count
        let reference = share * (1 - share)
        return (score, reference, reference > 0 ? 1 - score / reference : nil)
    }
}
