import CallModel

extension English {
    var digestTitle: String { "Pain-point digest" }
    var nextStepWithoutCalls: String {
        "Draw calls with “earful draw”, listen to them, and ask again."
    }
    var rankingTitle: String { "What hurts most" }
    var atLeast: String { "at least" }
    var estimate: String { "estimate" }
    var upTo: String { "up to" }
    var findingsTitle: String { "What we heard" }
    var alertsTitle: String { "Alerts" }
    var alertsNote: String { "severity 5 or regulated; shown however few" }
    var earlyTitle: String { "Early signals" }
    var earlyNote: String { "heard once or twice in these days" }
    var handPickedTitle: String { "Only in calls chosen by hand" }
    var handPickedNote: String { "evidence, never prevalence" }
    var notHeardTitle: String { "Not heard" }
    var reasonsTitle: String { "Why they called" }
    func reasonsNote(counted: Int, previously: Int?, in period: String?) -> String {
        var note = "share of calls; heard in \(calls(counted))"
        if let previously, let period { note += ", \(figures.whole(previously)) in \(period)" }
        return note
    }
    var unhearableTitle: String { "What could not be heard" }
    var cautionsTitle: String { "Mind" }
    var methodTitle: String { "How we know" }
    var evidenceTitle: String { "Evidence" }
    var painPointColumn: String { "Pain point" }
    var reasonColumn: String { "Reason" }
    var shareColumn: String { "Share of calls" }
    var heardColumn: String { "Heard" }
    var rankColumn: String { "Rank" }
    var callColumn: String { "Call" }
    var timeColumn: String { "Time" }
    var severityColumn: String { "Severity" }
    var noteColumn: String { "Note" }
    var notRecorded: String { "not recorded" }
    var noReasons: String { "No call was given a reason." }
    var regulated: String { "regulated" }

    func sortedByLowEnd(_ measure: Digest.Measure) -> String {
        "Sorted by the low end: the \(unit(measure)) we are confident this "
            + (measure == .callsAffected ? "touches" : "costs")
            + " at least. More listening narrows the range."
    }
    var sortedByCount: String {
        "Without the number of calls there were, nothing can be said of minutes a month."
    }
    var tooFewForOrder: String { "too few calls for a firm order" }

    func scope(_ scope: Scope) -> String {
        if scope.isWholeProgramme { return "all sites and queues" }
        var parts: [String] = []
        if let direction = scope.direction { parts.append(self.direction(direction)) }
        if let site = scope.site { parts.append("site \(SafeText.isolated(site))") }
        if let queue = scope.queue { parts.append("queue \(SafeText.isolated(queue))") }
        return parts.joined(separator: ", ")
    }

    func headline(_ headline: Headline, period: String) -> String {
        switch headline {
        case .hurtsMost(
            let label, let total, let measure, let isCounted, let firmness, let movement):
            let verb: String
            switch firmness {
            case .firmly: verb = "is what hurts most"
            case .probably: verb = "is probably what hurts most"
            case .maybe: verb = "may be what hurts most"
            }
            let moves = movement.map { ", and \(self.movement($0))" } ?? ""
            return "\(quoted(label)) \(verb): \(bound(total, measure, isCounted))\(moves)."
        case .heardMost(let label, let calls, let counted):
            return "\(quoted(label)) was heard most: in \(figures.whole(calls)) of the "
                + "\(self.calls(counted)) we listened to."
        case .alerts(let label, let calls, let others):
            let more =
                others == 0
                ? ""
                : " There \(others == 1 ? "is" : "are") \(counted(others, "alert", "alerts")) more."
            return "\(quoted(label)) must not wait: heard in \(self.calls(calls)).\(more)"
        case .earlySignals(let count):
            return "Nothing was heard often enough to rank; there "
                + (count == 1 ? "is 1 early signal." : "are \(figures.whole(count)) early signals.")
        case .nothingHurt(let counted):
            return counted == 1
                ? "No pain point was heard in the one call we listened to."
                : "No pain point was heard in the \(calls(counted)) we listened to."
        case .handPickedOnly(let calls):
            return "Only \(counted(calls, "call", "calls")) chosen by hand "
                + (calls == 1 ? "was" : "were") + " heard: evidence, never prevalence."
        case .nothingHeard:
            return "No call of \(period) was listened to."
        }
    }

    func unit(_ measure: Digest.Measure) -> String {
        switch measure {
        case .callsAffected: "calls a month"
        case .minutesLost: "minutes a month"
        case .severityWeightedMinutes: "severity-weighted minutes a month"
        }
    }

    /// `at least 410 minutes a month`; `up to 7 minutes a month` where the low end is next to
    /// nothing; `412 minutes a month` where all was heard.
    private func bound(
        _ total: Estimate, _ measure: Digest.Measure, _ isCounted: Bool
    ) -> String {
        if isCounted { return amount(figures.counted(total.value), measure) }
        let low = figures.amount(total.low, .down)
        if low != "0" { return "at least " + amount(low, measure) }
        return "up to " + amount(figures.amount(total.high, .up), measure)
    }

    private func amount(_ digits: String, _ measure: Digest.Measure) -> String {
        let unit = unit(measure)
        guard digits == "1" else { return digits + " " + unit }
        return "1 " + unit.replacing("minutes", with: "minute").replacing("calls", with: "call")
    }

    func placesOf(_ first: Int, _ last: Int) -> String {
        first == last ? "\(first)" : "\(first)–\(last)"
    }

    func cannotBeToldApart(_ first: Int, _ last: Int) -> String {
        last == first + 1
            ? "Places \(first) and \(last) cannot be told apart."
            : "Places \(first) to \(last) cannot be told apart."
    }

    func topThree(_ firmness: Firmness) -> String {
        switch firmness {
        case .firmly: "Firmly in the top 3."
        case .probably: "Probably in the top 3."
        case .maybe: "May be in the top 3."
        }
    }

    func first(_ firmness: Firmness) -> String {
        switch firmness {
        case .firmly: "Firmly first."
        case .probably: "Probably first."
        case .maybe: "May be first."
        }
    }

    func places(_ lowest: Int, _ highest: Int) -> String {
        lowest == highest ? "\(lowest)" : "\(lowest) to \(highest)"
    }

    func placeLies(_ lowest: Int, _ highest: Int, of count: Int) -> String {
        lowest == highest
            ? "Its place is \(lowest) of \(count)."
            : "Its place lies between \(lowest) and \(highest) of \(count)."
    }

    var placesColumn: String { "Really" }

    func cost(
        _ total: Estimate, _ measure: Digest.Measure, calls: Estimate?, isCounted: Bool
    ) -> String {
        if isCounted {
            let touched = calls.map { ", in \(callsOf(figures.counted($0.value)))" } ?? ""
            return sentence(bound(total, measure, true) + touched)
        }
        let touched = calls.flatMap { calls -> String? in
            let low = figures.amount(calls.low, .down)
            return low == "0" ? nil : ", in at least \(callsOf(low))"
        }
        let best = "estimate " + figures.amount(total.value, .nearest)
        let low = figures.amount(total.low, .down)
        let high = low == "0" ? "" : ", up to " + figures.amount(total.high, .up)
        return sentence("\(bound(total, measure, false)) (\(best)\(high))\(touched ?? "")")
    }

    private func callsOf(_ digits: String) -> String {
        digits + (digits == "1" ? " call" : " calls")
    }

    func barDescription(
        _ total: Estimate, _ measure: Digest.Measure, isCounted: Bool
    ) -> String {
        if isCounted { return bound(total, measure, true) }
        return "at least \(figures.amount(total.low, .down)), estimate "
            + "\(figures.amount(total.value, .nearest)), up to "
            + "\(figures.amount(total.high, .up)) \(unit(measure))"
    }
}
