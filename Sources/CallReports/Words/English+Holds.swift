import CallModel

extension English {
    var holdsTitle: String { "What the call log says of holds" }

    func holds(_ day: LoggedHolds.Day) -> String {
        if day.callsHeld == 0 {
            return "None of the \(calls(day.calls)) whose record tells was put on hold."
        }
        return "Of \(calls(day.calls)) whose record tells, \(figures.whole(day.callsHeld)) "
            + "\(day.callsHeld == 1 ? "was" : "were") put on hold, "
            + "\(counted(day.holds, "time", "times")) in all."
    }

    func holdRatio(_ ratio: Estimate, since period: String) -> String {
        if ratio.low <= 1, ratio.high >= 1 { return "No clear change since \(period)." }
        let low = figures.tenths(ratio.low, .down)
        let high = figures.tenths(ratio.high, .up)
        return "That is \(low) to \(high) times as many holds a call as in \(period): "
            + (ratio.low > 1 ? "more" : "fewer") + " than chance makes."
    }

    var holdFootnote: Footnote {
        Footnote(
            sentence:
                "Holds are counted in all calls of the log, so nothing is drawn; a range says what "
                + "chance makes of the same causes. Where days differ by more than chance alone, it is "
                + "as much wider.",
            source:
                "ratio of two rates by its score, Gu et al. 2008; negative binomial where Pearson's "
                + "dispersion is over 1.5")
    }
}
