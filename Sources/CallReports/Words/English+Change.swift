import CallModel

extension English {
    func movement(_ movement: Movement) -> String {
        switch movement {
        case .growing: "growing"
        case .shrinking: "shrinking"
        case .maybeGrowing: "maybe growing"
        case .maybeShrinking: "maybe shrinking"
        }
    }

    func legend(_ movements: [Movement], since period: String) -> String {
        movements.map { $0.sign + "\u{A0}" + movement($0) }.joined(separator: ", ")
            + " since \(period)."
    }

    func change(
        _ verdict: Digest.Change.Verdict, by difference: Estimate, since period: String
    ) -> String {
        guard let movement = Movement(verdict) else { return "No clear change since \(period)." }
        let word = self.movement(movement)
        return word.prefix(1).uppercased() + word.dropFirst()
            + " since \(period): \(moved(difference)) of every 100 calls."
    }

    /// The size of a difference as calls of every hundred.
    func ofEvery100(_ size: Double, _ rounding: Rounding) -> String {
        let calls = abs(size) * 100
        return calls < 1 ? figures.tenths(calls, rounding) : figures.whole(Int(rounding(calls)))
    }

    /// `1 to 9 more`, `up to 9 fewer`, `between 1 fewer and 6 more`; rounded outward.
    func moved(_ difference: Estimate) -> String {
        func oneWay(_ near: Double, _ far: Double, _ word: String) -> String {
            let nearest = ofEvery100(near, .down)
            let farthest = ofEvery100(far, .up)
            return (nearest == "0" ? "up to " : "\(nearest) to ") + "\(farthest) \(word)"
        }
        if difference.low >= 0 { return oneWay(difference.low, difference.high, "more") }
        if difference.high <= 0 { return oneWay(difference.high, difference.low, "fewer") }
        return
            "between \(ofEvery100(difference.low, .up)) fewer and \(ofEvery100(difference.high, .up)) more"
    }

    func volume(_ now: Double, before: Double, in period: String, isCounted: Bool) -> String {
        func amount(_ value: Double) -> String {
            isCounted ? figures.counted(value) : "about " + figures.amount(value, .nearest)
        }
        let text =
            "\(amount(now)) calls a month now, \(before > 0 ? amount(before) : "none") in \(period)"
        return sentence(text)
    }

    func trend(rise: Double, weeks: Int) -> String {
        let size = abs(rise) * 100
        let calls = size < 1 ? figures.tenths(size) : figures.whole(Int(size.rounded()))
        return (rise > 0 ? "Rising" : "Falling")
            + " over \(counted(weeks, "week", "weeks")), by about "
            + "\(calls) of every 100 calls."
    }

    func redefined(on day: CalendarDay, since period: String) -> String {
        "Not compared with \(period): what it means changed on \(days(day, day))."
    }

    func notCompared(_ obstacle: Digest.Comparison.Obstacle, with period: String) -> String {
        let reason: String
        switch obstacle {
        case .tooFewCalls(let fewest):
            reason = "fewer than \(calls(fewest)) were heard in one of the two periods"
        case .partialLog(let label, let daysWithCalls, let days):
            reason =
                "the call log of \(SafeText.isolated(label)) holds calls on only "
                + "\(figures.whole(daysWithCalls)) of \(counted(days, "day", "days")), and a gap is "
                + "no fall"
        case .otherListeners(let shared):
            reason =
                "tagging changed; people who listened in both periods heard only "
                + "\(percent(shared)) of the calls"
        case .unknownPopulation:
            reason = "the number of calls there were is not known"
        }
        return "Not compared with \(period): \(reason)."
    }

    func partialLog(_ log: Tally.LoggedDays) -> String {
        "The call log holds calls on only \(figures.whole(log.daysWithCalls)) of "
            + "\(counted(log.days, "day", "days")): what is told of a month is as if the others had none."
    }

    func volumeMoved(_ ratio: Double, since period: String) -> String {
        let moved =
            ratio >= 1
            ? "\(percent(ratio - 1)) more calls" : "\(percent(1 - ratio)) fewer calls"
        return
            "There were \(moved) a day than in \(period): read calls a month first; a share alone "
            + "would mislead."
    }

    var changeColumn: String { "Change" }

    var weeksTitle: String { "Week by week" }

    func weeksHeard(_ calls: Int, listened: Int, of weeks: Int) -> String {
        guard calls > 0 else { return "No call that a draw picked was heard in these weeks." }
        return "\(self.calls(calls)) that draws picked, heard in \(of(listened, weeks)) weeks."
    }

    func weeks(_ first: String, _ last: String, height: Double) -> String {
        "\(first) to \(last); full height: \(percent(height, .up)) of calls"
    }

    var breakNote: String { "at the broken line, what it means changed" }

    func week(_ label: String, _ calls: Int, of counted: Int) -> String {
        counted == 0
            ? "\(label): nobody listened"
            : "\(label): \(figures.whole(calls)) of \(self.calls(counted))"
    }
}
