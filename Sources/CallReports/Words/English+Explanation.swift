import CallModel

extension English {
    func explained(_ sum: ExplainedSum) -> String {
        switch sum {
        case .share(let affected, let all, let share):
            return
                "share = \(affected) calls that those with it stand for / \(all) that all stand for "
                + "= \(share)"
        case .variance(let variance):
            return "its variance, from how far calls of one group differ = \(variance)"
        case .effective(let share, let variance, let byWeights, let effective):
            return
                "worth in random calls = \(share) x (1 - \(share)) / \(variance), at most \(byWeights) "
                + "(by the weights alone) = \(effective)"
        case .shareRange(let level, let degrees, let low, let high):
            return "range at \(level) with \(degrees) degrees of freedom, Korn and Graubard = "
                + "\(low) to \(high)"
        case .total(let minutes, let calls, let months, let total):
            return "minutes a month = \(minutes) minutes of a call on average x \(calls) calls / "
                + "\(months) months = \(total)"
        case .totalRange(let level, let increment, let low, let high):
            return "range at \(level) where one more call could add \(increment), Fay and Feuer = "
                + "\(low) to \(high)"
        case .order(let rank, let first, let topThree, let places):
            return "place \(rank) by the low end; chance of being first \(first), of the top 3 "
                + "\(topThree); really \(places)"
        case .difference(let period, let before, let difference, let low, let high):
            return
                "share in \(period) = \(before); difference = \(difference), Newcombe = \(low) to "
                + "\(high)"
        case .chance(let alone, let tested, let together):
            return
                "how often chance alone does as much = \(alone); with \(tested) tested together = "
                + "\(together)"
        case .trend(let weeks, let rise, let alone, let together):
            return
                "along the line through \(weeks) weeks it moves by \(rise); how often chance alone "
                + "does as much, Cochran and Armitage = \(alone); with all tested together = "
                + "\(together)"
        case .alarm(let alone):
            return
                "how often chance alone brings as many, Przyborowski and Wilenski = \(alone)"
        }
    }

    var explainedCalls: String { "Calls in which it was heard" }
    var standsForColumn: String { "Stands for" }
    var heardByColumn: String { "Counts for" }
    var minutesColumn: String { "Minutes" }
    var withItColumn: String { "With it" }
    var periodColumn: String { "Period" }
    var heardByWorthColumn: String { "Heard, by worth" }
    var withItByWorthColumn: String { "With it, by worth" }
    var alarmPart: String { "Alarm" }
    var weeksPart: String { "Week by week" }
}

extension English {
    func callsBehind(_ choice: CallsBehind.Choice, _ names: [String]) -> String {
        switch choice {
        case .counted: "Calls that count"
        case .handPicked: "Calls chosen by hand"
        case .heardTwice: "Calls that two people or more heard"
        case .painPoints: "Calls with \(list(names.map(quoted)))"
        case .reason(nil): "Calls without a reason"
        case .reason, .reasonTree: "Calls for \(list(names.map(quoted)))"
        case .group: "Calls of the group \(list(names.map(quoted)))"
        }
    }

    func callsBehindCount(counted: Int, handPicked: Int) -> String {
        let chosen = calls(handPicked)
        if counted == 0, handPicked > 0 {
            return "\(chosen), chosen by hand: evidence, and in no number."
        }
        let count = counted == 1 ? "1 call counts." : "\(figures.whole(counted)) calls count."
        guard handPicked > 0 else { return count }
        let verb = handPicked == 1 ? "was" : "were"
        return
            "\(count) \(figures.whole(handPicked)) more \(verb) chosen by hand: evidence, and in no "
            + "number."
    }

    func callsBehindParts(_ parts: Double) -> String {
        "Where listeners differ a call counts in part: together they are \(figures.counted(parts))."
    }

    var noCallsBehind: String { "There is no such call." }
    func withheld(_ calls: Int) -> String {
        calls == 1
            ? "1 is kept fresh for a second listener and not listed."
            : "\(figures.whole(calls)) are kept fresh for a second listener and not listed."
    }
    var keptFresh: String { "kept fresh for a second listener" }
    var standsForNote: String {
        "A call stands for as many as it was drawn from, by its chance of being drawn."
    }
    func standsFor(_ calls: String) -> String {
        "stands for \(calls) \(calls == "1" ? "call" : "calls")"
    }

    func countsFor(_ part: String) -> String { "counts for \(part)" }
}
