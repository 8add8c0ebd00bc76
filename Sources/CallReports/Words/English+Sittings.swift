import CallModel

extension English {
    func purpose(_ purpose: SessionPurpose) -> String {
        switch purpose {
        case .listeningHour: "listening hour"
        case .tagging: "tagging"
        case .calibration: "calibration"
        }
    }

    func sittingHeard(_ duration: String, calls: Int) -> String {
        "\(duration) heard of \(self.calls(calls))."
    }
    var sittingGoesOn: String { "still going on" }
    func finished(_ calls: Int) -> String { "\(figures.whole(calls)) finished" }
    func skippedCalls(_ calls: Int) -> String { "\(figures.whole(calls)) skipped" }
    func stillOpen(_ calls: Int) -> String { "\(figures.whole(calls)) still open" }
    func skippedBecause(_ reason: String) -> String {
        reason.isEmpty ? "skipped" : "skipped: \(reason)"
    }
    var expectedTitle: String { "What you expected" }
    func expected(_ share: Double, heard: Int, of calls: Int) -> String {
        "expected in \(percent(share)), heard in \(figures.whole(heard)) of \(self.calls(calls))"
    }
    var sealed: String { "sealed before the first second was heard" }
    var notSealed: String { "not sealed yet" }
    var painPointsTitle: String { "What hurt" }
    var callsTitle: String { "Calls" }
    var ideasTitle: String { "Ideas" }
    var kudosTitle: String { "Kudos" }
    var notTagged: String { "Nothing was tagged." }
    func marks(_ count: Int) -> String { counted(count, "pain point marked", "pain points marked") }
    func ideas(_ count: Int) -> String { counted(count, "idea", "ideas") }
    func reasonsGiven(_ count: Int) -> String { counted(count, "reason given", "reasons given") }

    func progress(_ progress: Session.HeardCall.Progress) -> String {
        switch progress {
        case .open: "open"
        case .finished: "finished"
        case .skipped(let reason): skippedBecause(reason)
        }
    }

    var progressColumn: String { "Progress" }
    var sessionColumn: String { "Sitting" }
    var purposeColumn: String { "Purpose" }
    var callsColumn: String { "Calls" }
    var ideasColumn: String { "Ideas" }
    var heardDuration: String { "Heard" }
    var worstColumn: String { "Worst" }
    var noSittings: String { "Nobody has listened yet." }

    func leftInDraw(_ calls: Int, heardNow: Int, command: String) -> String {
        let others =
            heardNow == 0 ? "" : "; others are hearing \(figures.whole(heardNow)) of them now"
        return "\(self.calls(calls)) left in this draw\(others). Go on: \(command)"
    }
    func leftOfPicked(_ calls: Int, command: String) -> String {
        "\(self.calls(calls)) left of those you picked. Go on: \(command)"
    }
    func drawDone(command: String) -> String {
        "This draw is done: every call in it was heard or passed over. What recurs: \(command)"
    }
    func nothingLeft(command: String) -> String {
        "Nothing is left of what you set out to hear. What recurs: \(command)"
    }

    func drew(_ drawn: Int, of population: Int, method: Draw.Method) -> String {
        let way: String
        switch method {
        case .random: way = "at random"
        case .stratified: way = "at random from each group"
        case .risk: way = "by risk, each with its own chance"
        }
        return "\(figures.whole(drawn)) of \(calls(population)) drawn \(way)."
    }

    func frame(_ days: String, filter: String) -> String {
        "Frame: \(days)" + (filter.isEmpty ? "." : ", \(filter).")
    }
    func seed(_ seed: String) -> String { "Seed: \(seed)" }
    func doublyAssigned(_ calls: Int, of picked: Int) -> String {
        "A second listener hears \(figures.whole(calls)) of \(figures.whole(picked)) too, so that it "
            + "can be told how far listeners agree; which ones is not shown."
    }
    func drawnBy(_ listener: String, at time: String) -> String { "Drawn by \(listener), \(time)." }
    var drawTitle: String { "Draw" }
    var toHearTitle: String { "Calls to hear, in this order" }
    var nothingDrawn: String { "No call was drawn: the frame is empty." }
    var chanceColumn: String { "Chance" }
    var orderColumn: String { "No." }
}
