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
        case .worked: return "worked"
        case .rose: return "rose"
        case .noChange: return "no change"
        case .cannotTell: return "cannot tell yet"
        case .notCompared, .redefined: return "cannot be compared"
        }
    }

    func sentences(_ standing: Digest.InitiativeStanding) -> [String] {
        let initiative = standing.initiative
        let plan = initiative.plan
        let owner = SafeText.isolated(SafeText.cut(SafeText.oneLine(plan.owner), width: 40))
        var said = [
            "\(owner) sees to it; it is to take \(figures.tenths(plan.hopedReduction * 100)) of 100 "
                + "such calls away: \(pains(standing)).",
            quoted(SafeText.cut(SafeText.oneLine(plan.hypothesis), width: 240)),
        ]
        if let reason = initiative.droppedBecause {
            return said + ["Dropped: " + SafeText.cut(SafeText.oneLine(reason), width: 240)]
        }
        if let calls = plan.callsEachSide, standing.outcome == nil {
            said.append(
                "To tell whether it works, \(self.calls(calls)) must be heard before it ships and as "
                    + "many after.")
        }
        if let day = initiative.shippedOn {
            said.append(
                "Shipped on \(days(day, day)); the \(counted(initiative.washOutDays, "day", "days")) "
                    + "after that are not counted.")
        }
        if let worth = standing.worth { said.append(self.worth(worth, plan)) }
        if let outcome = standing.outcome { said += self.outcome(outcome, standing) }
        return said
    }

    private func worth(_ worth: Digest.Worth, _ plan: Initiative.Plan) -> String {
        let low = figures.amount(worth.minutesSavedPerMonth.low, .down)
        let high = figures.amount(worth.minutesSavedPerMonth.high, .up)
        let chance: String
        switch worth.paysBack {
        case 0.9...: chance = "It very likely pays back within half a year"
        case 0.5...: chance = "It probably pays back within half a year"
        default: chance = "It may not pay back within half a year"
        }
        return "Worth \(low) to \(high) minutes a month. \(chance): it takes "
            + "\(figures.tenths(plan.effortDays)) \(plan.effortDays == 1 ? "day" : "days") of work."
    }

    private func outcome(
        _ outcome: Digest.Outcome, _ standing: Digest.InitiativeStanding
    ) -> [String] {
        var said: [String] = []
        let heard =
            "heard \(calls(outcome.countedBefore)) before and \(figures.whole(outcome.countedAfter)) "
            + "after"
        switch outcome.verdict {
        case .worked:
            said.append(
                "It worked: down by \(outcome.difference.map(size) ?? "something") (\(heard))."
            )
        case .rose:
            said.append(
                "It did not work: up by \(outcome.difference.map(size) ?? "something") "
                    + "(\(heard)).")
        case .noChange:
            said.append("No change of the size hoped for (\(heard)).")
        case .cannotTell(let more):
            said.append(
                "Cannot tell yet (\(heard)): listen to about \(counted(more, "more call", "more calls")) "
                    + "from after it.")
        case .notCompared(let obstacle):
            said.append(notCompared(obstacle, with: "the days before it"))
        case .redefined:
            said.append("Cannot be compared: what it means changed meanwhile.")
        }
        if let label = outcome.untouched, let difference = outcome.untouchedDifference {
            said.append(
                "Meanwhile \(quoted(SafeText.cut(SafeText.oneLine(label), width: 80))), which no fix "
                    + "touches: \(moved(difference)) of every 100 calls.")
        } else if outcome.difference != nil {
            said.append("There is nothing untouched to hold it against.")
        }
        return said
    }

    func smallWin(_ standing: Digest.InitiativeStanding) -> String {
        let plan = standing.initiative.plan
        let owner = SafeText.isolated(SafeText.cut(SafeText.oneLine(plan.owner), width: 40))
        let low = standing.worth.map { figures.amount($0.minutesSavedPerMonth.low, .down) } ?? "0"
        return "\(name(standing)) (\(owner)): at least \(low) minutes a month saved for "
            + "\(figures.tenths(plan.effortDays)) \(plan.effortDays == 1 ? "day" : "days") of work."
    }
}
