public import CallModel

/// Holds what people expected against what was measured of the same days: numbers alone, no wording.
public struct GapMaker: Sendable {
    let settings: DigestSettings

    /// A maker; the settings say how the ranges are made.
    public init(settings: DigestSettings = DigestSettings()) {
        self.settings = settings
    }

    /// A guess beside what a tally of its days measured; nil where too few calls were heard for a
    /// range, or where nothing can be said of all calls.
    ///
    /// A guessed reason is measured with every reason below it. What was not guessed counts as one
    /// more reason, for which the rest is left. Throws where the tally contradicts itself.
    public func sitting(
        _ guess: SealedGuess, measuredBy tally: Tally
    ) throws(TallyError) -> PerceptionGap.Sitting? {
        let period = try CountedPeriod(tally, weights: settings.severityWeights)
        guard let design = period.calls.base(in: tally)?.design, design.hasRange,
            !guess.predictions.isEmpty
        else { return nil }
        let asked = Self.merged(guess.predictions, tally.taxonomy)
        var questions: [PerceptionGap.Question] = []
        var measured: [MeasuredShare] = []
        var given = [Double](repeating: 0, count: period.calls.countedCount)
        for prediction in asked {
            let values = period.reasons.values(
                at: prediction.reason, in: tally.taxonomy, counted: period.calls.countedCount)
            for (call, value) in zip(values.calls, values.values) { given[call] += value }
            guard let share = share(of: values, design) else { return nil }
            measured.append(share)
            let estimate = Estimate(value: share.value, low: share.low, high: share.high)
            questions.append(
                PerceptionGap.Question(
                    reason: prediction.reason,
                    label: tally.taxonomy.pathLabel(ofReason: prediction.reason),
                    guess: prediction.share, measured: estimate,
                    verdict: Self.verdict(prediction.share, estimate)))
        }
        let rest = given.map { max(0, 1 - $0) }
        let left = rest.indices.filter { rest[$0] > 0 }
        guard
            let other = share(
                of: SparseValues(calls: left, values: left.map { rest[$0] }), design)
        else { return nil }
        measured.append(other)
        let unsaid = max(0, 1 - asked.reduce(0) { $0 + $1.share })
        return PerceptionGap.Sitting(
            session: guess.session, listener: guess.listener, startedAt: guess.startedAt,
            period: tally.period, scope: tally.scope, counted: period.calls.countedCount,
            questions: questions,
            score: GuessScore.misplaced(
                guess: asked.map(\.share) + [unsaid], measured: measured.map(\.value),
                effective: measured.map(\.effective)))
    }

    /// Those of some guesses about the same days that can be measured.
    func sittings(
        _ guesses: [SealedGuess], measuredBy tally: Tally
    ) throws(TallyError) -> [PerceptionGap.Sitting] {
        var sittings: [PerceptionGap.Sitting] = []
        for guess in guesses {
            if let sitting = try sitting(guess, measuredBy: tally) { sittings.append(sitting) }
        }
        return sittings
    }

    static func verdict(_ guess: Double, _ measured: Estimate) -> PerceptionGap.Verdict {
        if guess > measured.high { return .tooHigh }
        return guess < measured.low ? .tooLow : .within
    }

    private func share(of values: SparseValues, _ design: SampleDesign) -> MeasuredShare? {
        design.share(of: values, level: settings.level, interval: settings.interval)
    }

    /// The guesses under the words in force: what was merged since is guessed together.
    private static func merged(
        _ predictions: [Prediction], _ taxonomy: Taxonomy
    ) -> [Prediction] {
        var merged: [Prediction] = []
        for prediction in predictions {
            let key = taxonomy.currentKey(forReason: prediction.reason)
            if let known = merged.firstIndex(where: { $0.reason == key }) {
                merged[known].share += prediction.share
            } else {
                merged.append(Prediction(reason: key, share: prediction.share))
            }
        }
        return merged
    }
}
