import CallModel

extension English {
    var initiativesTitle: String { "Did the fixes work" }
    var initiativesNote: String { "before against after, beside what no fix touches" }
    var smallWinsTitle: String { "Small wins" }
    var smallWinsNote: String { "five days of work or less, likely to pay back within half a year" }
    var noInitiatives: String { "No fix is registered. `earful initiatives add` registers one." }

    func win(_ standing: Digest.InitiativeStanding) -> String {
        let day = standing.initiative.shippedOn.map { " since \(days($0, $0))" } ?? ""
        return "It worked: \(name(standing)) brought \(pains(standing)) down"
            + (standing.outcome?.difference.map { " by \(size($0))" } ?? "") + day + "."
    }

    private func name(_ standing: Digest.InitiativeStanding) -> String {
        quoted(SafeText.cut(SafeText.oneLine(standing.initiative.plan.title), width: 80))
    }

    private func pains(_ standing: Digest.InitiativeStanding) -> String {
        list(standing.labels.map { quoted(SafeText.cut(SafeText.oneLine($0), width: 80)) })
    }

    /// `2 to 9 of every 100 calls`, the sizes of a range that lies on one side of nought.
    private func size(_ difference: Estimate) -> String {
        let (near, far) =
            difference.high < 0
            ? (difference.high, difference.low) : (difference.low, difference.high)
        return "\(ofEvery100(near, .down)) to \(ofEvery100(far, .up)) of every 100 calls"
    }

    func status(_ standing: Digest.InitiativeStanding) -> String {
        if standing.initiative.droppedBecause != nil { return "dropped" }
        guard standing.initiative.shippedOn != nil else { return "planned" }
        switch standing.outcome?.verdict {
        case nil: return "shipped"
        case .worked: return standing.outcome?.isVerifiedWin == true ? "worked" : "fell"
        case .rose: return "rose"
        case .noChange: return "no change"
        case .cannotTell: return "cannot tell yet"
        case .notCompared, .redefined: return "cannot be compared"
        }
    }

    func fixes(_ standings: [Digest.InitiativeStanding]) -> String {
        let fixes = standings.map { "\(name($0)) (\(status($0)))" }
        return (fixes.count == 1 ? "Fix: " : "Fixes: ") + list(fixes) + "."
    }

    func sentences(_ standing: Digest.InitiativeStanding) -> [String] {
        let initiative = standing.initiative
        let plan = initiative.plan
        let owner = SafeText.isolated(SafeText.cut(SafeText.oneLine(plan.owner), width: 40))
        let said = [
            "\(owner) sees to it; it is to take \(hope(plan)) away: \(pains(standing)).",
            quoted(SafeText.cut(SafeText.oneLine(plan.hypothesis), width: 240)),
        ]
        if let reason = initiative.droppedBecause {
            return said + ["Dropped: " + SafeText.cut(SafeText.oneLine(reason), width: 240)]
        }
        return said
            + [
                standing.outcome == nil ? callsNeeded(plan) : nil, shipped(initiative),
                worth(standing), verdict(standing), course(standing), untouched(standing),
            ].compactMap { $0 }
    }

    func hope(_ plan: Initiative.Plan) -> String {
        "\(figures.tenths(plan.hopedReduction * 100)) of 100 such calls"
    }

    func callsNeeded(_ plan: Initiative.Plan) -> String? {
        plan.callsEachSide.map {
            "To tell whether it works, \(calls($0)) must be heard before it ships and as many after."
        }
    }

    func shipped(_ initiative: Initiative) -> String? {
        initiative.shippedOn.map { day in
            let shipped = "Shipped on \(days(day, day))"
            switch initiative.washOutDays {
            case 0: return shipped + "."
            case 1: return shipped + "; the day after that is not counted."
            case let count: return shipped + "; the \(count) days after that are not counted."
            }
        }
    }

    func work(_ plan: Initiative.Plan) -> String {
        "\(figures.tenths(plan.effortDays)) \(plan.effortDays == 1 ? "day" : "days") of work"
    }

    func worth(_ standing: Digest.InitiativeStanding) -> String? {
        guard let worth = standing.worth else { return nil }
        let low = figures.amount(worth.minutesSavedPerMonth.low, .down)
        let high = figures.amount(worth.minutesSavedPerMonth.high, .up)
        let chance: String
        switch worth.paysBack {
        case 0.9...: chance = "It very likely pays back within half a year"
        case 0.5...: chance = "It probably pays back within half a year"
        default: chance = "It may not pay back within half a year"
        }
        return "Worth \(low) to \(high) minutes a month. \(chance): it takes "
            + "\(work(standing.initiative.plan))."
    }

    func verdict(_ standing: Digest.InitiativeStanding) -> String? {
        guard let outcome = standing.outcome else { return nil }
        let heard =
            "heard \(calls(outcome.countedBefore)) before and \(figures.whole(outcome.countedAfter)) "
            + "after"
        switch outcome.verdict {
        case .worked where !outcome.isVerifiedWin:
            return
                "It fell by \(outcome.difference.map(size) ?? "something") (\(heard)), as it was "
                + "falling before: that is no proof that it worked."
        case .worked:
            return "It worked: down by \(outcome.difference.map(size) ?? "something") (\(heard))."
        case .rose:
            return "It did not work: up by \(outcome.difference.map(size) ?? "something") "
                + "(\(heard))."
        case .noChange:
            return "No change of the size hoped for (\(heard))."
        case .cannotTell(let more):
            return "Cannot tell yet (\(heard)): listen to about "
                + "\(counted(more, "more call", "more calls")) from after it."
        case .notCompared(let obstacle):
            return notCompared(obstacle, with: "the days before it")
        case .redefined:
            return "Cannot be compared: what it means changed meanwhile."
        }
    }

    func untouched(_ standing: Digest.InitiativeStanding) -> String? {
        guard let outcome = standing.outcome else { return nil }
        if let label = outcome.untouched, let difference = outcome.untouchedDifference {
            let name = quoted(SafeText.cut(SafeText.oneLine(label), width: 80))
            return "Meanwhile \(name), which no fix touches: \(moved(difference)) of every 100 "
                + "calls."
        }
        return outcome.difference == nil ? nil : "There is nothing untouched to hold it against."
    }

    func course(_ standing: Digest.InitiativeStanding) -> String? {
        guard let course = standing.outcome?.course else { return nil }
        let weeks =
            "\(figures.whole(course.fittedBefore)) before and "
            + "\(figures.whole(course.fittedAfter)) after"
        let heading = told(
            course.slopeBefore, fell: "it was falling already; allowing for that, ",
            rose: "it was still rising; allowing for that, ", otherwise: "")
        let step = told(
            course.step, fell: "it went down by \(size(course.step)) at once",
            rose: "it went up by \(size(course.step)) at once",
            otherwise: "no step can be told from chance")
        let since = told(
            course.slopeChange, fell: ", and it has been heading down more than before",
            rose: ", and it has been heading up more than before", otherwise: "")
        return "Week by week (\(weeks)): \(heading)\(step)\(since)."
    }

    /// What is said of a range: whether all of it lies below nought, or above.
    private func told(
        _ range: Estimate, fell: String, rose: String, otherwise: String
    ) -> String {
        if range.high < 0 { return fell }
        return range.low > 0 ? rose : otherwise
    }

    var shippedBreakNote: String { "at the line it shipped" }

    func smallWin(_ standing: Digest.InitiativeStanding) -> String {
        let plan = standing.initiative.plan
        let owner = SafeText.isolated(SafeText.cut(SafeText.oneLine(plan.owner), width: 40))
        let low = standing.worth.map { figures.amount($0.minutesSavedPerMonth.low, .down) } ?? "0"
        return "\(name(standing)) (\(owner)): at least \(low) minutes a month saved for "
            + "\(work(plan))."
    }
}
