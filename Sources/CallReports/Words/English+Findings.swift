import CallModel

extension English {
    func shareText(_ share: Estimate, isCounted: Bool) -> String {
        percent(share.value) + (isCounted ? "" : " (\(percentRange(share)))")
    }

    func found(share: Estimate?, isCounted: Bool, facts: [String]) -> String {
        let heard = facts.joined(separator: ", ")
        guard let share else { return sentence(heard) }
        let range = isCounted ? "" : " (\(percentRange(share)))"
        return "In \(percent(share.value)) of calls\(range): \(heard)."
    }

    func heard(_ calls: Int, of counted: Int, populationIsKnown: Bool) -> String {
        populationIsKnown
            ? "heard in \(figures.whole(calls)) of \(self.calls(counted))"
            : "heard in \(figures.whole(calls)) of the \(self.calls(counted)) we listened to"
    }

    func heardIn(_ calls: Double, of counted: Int) -> String {
        "heard in \(figures.tenths(calls)) of \(self.calls(counted))"
    }

    func heard(_ calls: Double, of counted: Int) -> String {
        "\(figures.tenths(calls)) of \(figures.whole(counted))"
    }

    func fromCallers(_ callers: Int) -> String { "from " + counted(callers, "caller", "callers") }

    func withAgents(_ agents: Int) -> String { "with " + counted(agents, "agent", "agents") }

    func inWeeks(_ weeks: Int) -> String { "in " + counted(weeks, "week", "weeks") }

    func severe(_ severe: Int, of calls: Int, worst: Int?) -> String {
        "Severity 4 or 5 in " + (calls == severe ? "all" : figures.whole(severe)) + " of them"
            + self.worst(worst) + "."
    }

    func severe(share: Double, worst: Int?) -> String {
        "Severity 4 or 5 in \(percent(share)) of them\(self.worst(worst))."
    }

    private func worst(_ worst: Int?) -> String {
        worst.map { ", the worst a \($0)" } ?? ""
    }

    func worstSeverity(_ severity: Int) -> String { "Worst severity \(severity)." }
    func onlySeverity(_ severity: Int) -> String { "Severity \(severity)." }

    func recurrence(
        _ recurrence: Digest.Recurrence, period: Period.Kind, lately: Digest.Lately?
    ) -> String? {
        switch recurrence {
        case .recurring:
            lately.map { lately in
                "Recurring: heard in \(figures.whole(lately.heardWeeks)) of the last "
                    + counted(lately.weeks, "week", "weeks") + " listened to."
            } ?? "Recurring."
        case .sameCallersAgain: "The same callers again and again."
        case .oneAgentOnly: "All with one agent: coaching, not process."
        case .oneWeekOnly:
            period == .week && lately == nil
                ? "All on one day: a burst." : "All in one week: a burst."
        case .early: nil
        }
    }

    func previously(_ calls: Double, of counted: Int, in period: String) -> String {
        "In \(period): " + (calls == 0 ? "none" : figures.tenths(calls))
            + " of \(self.calls(counted))."
    }

    func previously(
        _ calls: Double, of counted: Int, in period: String, label: String
    ) -> String {
        "\(SafeText.isolated(label)) (\(figures.tenths(calls)) of \(self.calls(counted)) in \(period))"
    }

    func alsoHandPicked(_ calls: Int) -> String {
        "Also in \(self.calls(calls)) chosen by hand."
    }

    func onlyHandPicked(_ calls: Int) -> String {
        "Heard in \(self.calls(calls)) chosen by hand."
    }

    func notHeard(in counted: Int, high: Double?) -> String {
        guard let high else { return "not heard in \(calls(counted))" }
        return "not heard in \(calls(counted)); could still be in up to \(percent(high, .up))"
    }

    func notHeardInAll(_ counted: Int) -> String {
        counted == 1
            ? "not heard; the only call was heard" : "not heard; all \(calls(counted)) heard"
    }

    func notHeardOfThose(_ counted: Int) -> String {
        counted == 1
            ? "not heard in the one call we listened to"
            : "not heard in the \(calls(counted)) we listened to"
    }
}
