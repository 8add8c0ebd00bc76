import CallModel

extension English {
    var gapTitle: String { "Perception gap" }
    var expectationsTitle: String { "How far off we were" }

    var noGuesses: String {
        "Nobody has said what they expect and then listened to drawn calls. The player asks before the "
            + "first call of a sitting: earful listen --hour"
    }
    func noGuessesOf(_ listener: String) -> String {
        "There is no guess of \(SafeText.isolated(listener)) yet that could be measured."
    }

    func misplaced(_ score: PerceptionGap.Score) -> String {
        let calls = figures.tenths(score.misplaced.rounded())
        let chance = figures.tenths(min(score.misplaced, score.noiseFloor).rounded())
        guard score.misplaced.rounded() > 0 else {
            return "No call of 100 was expected under the wrong reason."
        }
        return "\(calls) of 100 calls were expected under the wrong reason; about \(chance) of "
            + "these could be chance."
    }

    func verdicts(_ summary: PerceptionGap.Summary) -> String {
        "\(counted(summary.questions, "guess", "guesses")) in "
            + "\(counted(summary.sittings, "sitting", "sittings")): "
            + "\(figures.whole(summary.tooHigh)) too high, \(figures.whole(summary.tooLow)) too low, "
            + "\(figures.whole(summary.within)) within what we measured."
    }

    func unmeasured(_ guesses: Int) -> String {
        "\(counted(guesses, "sitting", "sittings")) with guesses could not be measured: too little "
            + "was heard of the days, or the calls were chosen by hand."
    }

    var misjudgedTitle: String { "Reason by reason" }
    var guessedColumn: String { "Expected" }
    var measuredColumn: String { "Measured" }
    var tooHighColumn: String { "Too high" }
    var tooLowColumn: String { "Too low" }
    var guessesColumn: String { "Guesses" }
    var peopleTitle: String { "People" }
    var peopleNote: String { "by name" }

    func tooFewQuestions(_ questions: Int) -> String {
        "\(figures.whole(questions)) of \(figures.whole(PerceptionGap.fewestQuestions)) guesses that a "
            + "number needs. Their own history:"
    }

    func historyTitle(_ listener: String) -> String {
        "What \(SafeText.isolated(listener)) expected"
    }

    func measuredFrom(_ calls: Int) -> String { "measured from \(self.calls(calls))" }

    func guess(_ question: PerceptionGap.Question) -> String {
        "expected \(percent(question.guess)), measured \(percent(question.measured.value)) "
            + "(\(percentRange(question.measured))): \(verdict(question.verdict))"
    }

    func verdict(_ verdict: PerceptionGap.Verdict) -> String {
        switch verdict {
        case .tooHigh: "too high"
        case .tooLow: "too low"
        case .within: "within what we measured"
        }
    }

    var gapFootnote: Footnote {
        Footnote(
            sentence:
                "A guess is too high or too low only where it lies outside the range of the "
                + "measurement. What could be chance is what even a perfect guess would seem to "
                + "misplace, because only some calls were heard.",
            source: "total variation distance; range by Korn and Graubard 1998")
    }
}
