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
        }
    }

    var explainedCalls: String { "Calls in which it was heard" }
    var standsForColumn: String { "Stands for" }
    var heardByColumn: String { "Heard by" }
    var minutesColumn: String { "Minutes" }
    var withItColumn: String { "With it" }
}
