import CallModel

extension English {
    var callLabel: String { "call" }
    func queue(_ queue: String) -> String { "queue \(queue)" }
    func site(_ site: String) -> String { "site \(site)" }
    func agent(_ agent: String) -> String { "agent \(agent)" }
    func caller(_ caller: String) -> String { "caller \(caller)" }

    func direction(_ direction: CallDirection) -> String {
        switch direction {
        case .inbound: "inbound"
        case .outbound: "outbound"
        case .internal: "internal"
        }
    }

    func recorded(_ length: String) -> String { "\(length) recorded" }
    func recorded(_ length: String, of promised: String) -> String {
        "\(length) of \(promised) recorded"
    }
    func recordedSeconds(_ seconds: Int, of promised: Int) -> String {
        "\(seconds) s of \(promised) s recorded"
    }

    func hold(_ length: String, isEstimated: Bool) -> String {
        "hold \(length)" + (isEstimated ? " (estimated)" : "")
    }
    func deadAir(_ length: String) -> String { "dead air \(length)" }
    func overtalk(_ share: Double) -> String { "overtalk \(percent(share))" }
    func agentTalks(_ share: Double) -> String { "agent talks \(percent(share))" }
    func longestMonologue(_ length: String, side: Side) -> String {
        "longest monologue \(length) (\(self.side(side)))"
    }
    func answersAfter(_ seconds: Double, side: Side) -> String {
        "\(self.side(side)) answers after \(figures.tenths(seconds)) s"
    }
    func interruptions(_ count: Int, side: Side) -> String {
        "\(self.side(side)) interrupts "
            + (count == 0 ? "never" : count == 1 ? "once" : "\(figures.whole(count)) times")
    }
    var sidesUnknown: String { "one channel: sides not known" }
    var notMeasured: String { "not measured" }
    var holdShading: String { "hold" }
    var monoLane: String { "both" }

    var tagsTitle: String { "Tags" }
    var noTags: String { "Nothing was tagged yet." }
    var reasonLabel: String { "reason" }
    var note: String { "note" }
    var idea: String { "idea" }
    var kudos: String { "kudos" }
    var flag: String { "flag" }
    var metadataTitle: String { "From the call record" }
    var flawsTitle: String { "About this recording" }

    var beganColumn: String { "Began" }
    var queueColumn: String { "Queue" }
    var siteColumn: String { "Site" }
    var agentColumn: String { "Agent" }
    var lengthColumn: String { "Length" }
    var holdColumn: String { "Hold" }
    var deadAirColumn: String { "Dead air" }
    var tagsColumn: String { "Tags" }
    var soundColumn: String { "Sound" }
    var whatColumn: String { "What" }
    var sideColumn: String { "Side" }
    var listenerColumn: String { "Heard by" }
    func share(_ completeness: Double) -> String { "\(percent(completeness, .down)) recorded" }
    var noCallsListed: String { "No call fits." }
    func callsListed(_ count: Int) -> String { calls(count) + "." }
}
