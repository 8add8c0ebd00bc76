/// The words of the digest's page that are not the digest's own.
struct DigestSheetWords: Sendable {
    let title: String
    let pick: String
    let period: String
    let periodHint: String
    let site: String
    let queue: String
    let direction: String
    let directions: [String: String]
    let all: String
    let show: String
    let permalink: String
    let print: String
    let download: String
    let earlier: String
    let later: String
    let evidence: String
    let sums: String
    let sumsLead: String
    let noSums: String
    let back: String
    let hear: @Sendable (String, String) -> String
    let nothing: String
    let nothingHint: String
    let howWeKnow: String
    let callsBehind: String
    let itsCalls: String
    let counted: String
    let handPicked: String
    let heardTwice: String
    let allCalls: String
    let withHolds: String
    let recordTells: String
    let withHoldsBefore: @Sendable (String) -> String
    let compared: String
    let skipped: String
    let countedBefore: @Sendable (String) -> String
    let firstPage: String
    let nextPage: String
    let badChoice: @Sendable (String) -> String
    let badPeriod: String
    let badCount: @Sendable (ClosedRange<Int>) -> String

    static let english = DigestSheetWords(
        title: "Digest", pick: "Period and scope", period: "Week, month or days",
        periodHint: "2026-W47, 2026-11, or 2026-11-01..2026-11-15", site: "Site", queue: "Queue",
        direction: "Direction",
        directions: ["inbound": "inbound", "outbound": "outbound", "internal": "internal"],
        all: "all", show: "Show", permalink: "Link to exactly this", print: "Print",
        download: "Download", earlier: "Earlier", later: "Later", evidence: "Evidence",
        sums: "How this is reckoned",
        sumsLead: "Every number of this line, with what goes into it: enough to do the sums again.",
        noSums: "There is no line of that pain point in this digest that could be reckoned.",
        back: "Back to the digest",
        hear: { "Call \($0) at \($1)" }, nothing: "Nobody heard a call in this workspace yet.",
        nothingHint: "Draw some calls, hear them and tag what hurts: the digest ranks it.",
        howWeKnow: "How we know", callsBehind: "Calls behind a number",
        itsCalls: "All its calls", counted: "Calls that count", handPicked: "Chosen by hand",
        heardTwice: "Heard by two or more", allCalls: "All calls of these days",
        withHolds: "Put on hold", recordTells: "All whose record tells",
        withHoldsBefore: { "Put on hold in \($0)" }, compared: "Calls that two heard",
        skipped: "Passed over", countedBefore: { "Calls that count in \($0)" },
        firstPage: "First page", nextPage: "Next page",
        badChoice: {
            "“\($0)” names no calls. Ask for counted, by-hand, heard-twice, pain-point:KEY, reason:KEY, "
                + "reason-tree:KEY, no-reason or group:NAME."
        },
        badPeriod:
            "That is no period: a week is written 2026-W47, a month 2026-11, a day 2026-11-15.",
        badCount: { "Ask for \($0.lowerBound) to \($0.upperBound) weeks." })
}
