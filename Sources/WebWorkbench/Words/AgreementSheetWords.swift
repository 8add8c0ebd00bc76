/// The words of the pages of agreement and calibration that are not the report's own.
struct AgreementSheetWords: Sendable {
    let title: String
    let lead: String
    let nothing: String
    let nothingHint: String
    let listen: String
    let barNote: String
    let beyondBar: @Sendable (String) -> String
    let toGap: String
    let how: String

    // The calls behind a number
    let comparedCalls: String
    let heardForDraw: String
    let heardBySomebody: @Sendable (String) -> String
    let markedBySomebody: @Sendable (String) -> String
    let badChoice: @Sendable (String) -> String

    // One call, side by side
    let back: String
    let sides: String
    let callPage: String
    let settleTitle: String
    let settleLead: String
    let reason: String
    let asTheySaid: String
    let painPoints: String
    let others: String
    let notOnIt: String
    let because: String
    let becauseHint: String
    let settle: String
    let reopen: String
    let reopenLead: String
    let historyTitle: String
    let done: [String: String]
    let badSeverity: @Sendable (String) -> String

    static let english = AgreementSheetWords(
        title: "Agreement",
        lead: "A part of every draw is heard by two people, neither of whom sees what the other "
            + "said. What they say alike is firm; what they say differently is worth talking about.",
        nothing: "No call was heard yet.",
        nothingHint: "Draws give some of their calls to two listeners. Once ten calls were heard "
            + "twice, this page says how far the two agree.",
        listen: "Hear them",
        barNote: "The bar ends at the low end of the range, the line at its high end.",
        beyondBar: { "Agreement beyond chance: \($0)" },
        toGap: "How far off expectations were",
        how: "How we know",
        comparedCalls: "Calls that listeners compared",
        heardForDraw: "Calls heard for a draw", heardBySomebody: { "All that \($0) heard" },
        markedBySomebody: { "Those that \($0) marked so" },
        badChoice: {
            "“\($0)” names no calls. Ask for all, pain-point:KEY, reasons, severity, seconds, clips, heard, "
                + "heard-by:NAME or marked-by:KEY:NAME."
        },
        back: "Agreement", sides: "Side by side", callPage: "Everything known of this call",
        settleTitle: "Settle it",
        settleLead: "Talk it over, then say what the call bears. It takes the place of what the "
            + "listeners said in every share and total; what they said stays.",
        reason: "Why they called", asTheySaid: "as the listeners said", painPoints: "Pain points",
        others: "Pain points that nobody marked", notOnIt: "not on it",
        because: "Why it was settled so", becauseHint: "Helps the next ear.",
        settle: "Settle", reopen: "Reopen",
        reopenLead: "What the listeners said stands again.",
        historyTitle: "History",
        done: [
            "settled": "The call is settled.",
            "reopened": "It is open again: what the listeners said stands.",
        ],
        badSeverity: { "A severity is 1 to 5, not “\($0)”." })
}
