import CallModel

/// The words of the pages of fixes that are not the digest's own.
struct InitiativesWords: Sendable {
    let title: String
    let lead: String
    /// The groups of the board, and what is said where one is empty.
    let groups: [InitiativeStage: Group]
    let owner: @Sendable (String) -> String
    let nothing: String
    let nothingHint: String
    let toDigest: String
    let noCalls: String
    let unknown: @Sendable (String) -> String

    // The page of one
    let planTitle: String
    let hypothesis: String
    let painPoints: String
    let ownerLabel: String
    let effort: String
    let size: String
    let sizeThen: @Sendable (String) -> String
    let sizeUnknown: String
    let callsLabel: String
    let callsUnknown: String
    let scope: String
    let worth: String
    let outcomeTitle: String
    let before: String
    let after: String
    let rangeNote: String
    /// Of the days before or after: `Before: calls with it`.
    let touchedCalls: @Sendable (String) -> String
    let heardCalls: @Sendable (String) -> String
    let untouchedCalls: @Sendable (String) -> String
    let notYet: String
    let notShipped: String
    let heard: @Sendable (String) -> String
    let how: String
    let historyTitle: String
    let when: String
    let who: String
    let what: String
    let registered: String
    let shipped: @Sendable (String, Int) -> String
    let dropped: @Sendable (String) -> String

    // Forms
    let addTitle: String
    let addLead: String
    let titleLabel: String
    let titleHint: String
    let painLabel: String
    let painHint: String
    let noPainPoints: String
    let hypothesisHint: String
    let effortLabel: String
    let hopeLabel: String
    let hopeHint: String
    let site: String
    let queue: String
    let scopeHint: String
    let add: String
    let shipTitle: String
    let shipLead: String
    let day: String
    let settle: String
    let settleHint: String
    let ship: String
    let dropTitle: String
    let dropLead: String
    let reason: String
    let drop: String
    let back: String
    let done: [String: String]
    let badDay: @Sendable (String) -> String
    let badNumber: @Sendable (String, String) -> String
    let titleTaken: String

    /// A group of the board.
    struct Group: Sendable {
        let title: String
        let nothing: String
    }

    static let english = InitiativesWords(
        title: "Fixes",
        lead: "What is being done about what hurts, and whether it helps. A fix is registered "
            + "before it ships, so that what was hoped for stands before what came of it.",
        groups: [
            .planned: Group(title: "Planned", nothing: "Nothing is planned."),
            .waiting: Group(
                title: "Shipped, waiting", nothing: "Nothing waits for its verdict."),
            .judged: Group(title: "Verdict", nothing: "No fix has a verdict yet."),
            .dropped: Group(title: "Given up", nothing: ""),
        ],
        owner: { "\($0) sees to it" },
        nothing: "No fix is registered yet.",
        nothingHint: "Take a pain point of the digest, say what should make it rarer and by how "
            + "much. Earful says how many calls to hear before and after, and later whether it worked.",
        toDigest: "Look at the digest",
        noCalls: "Nobody heard a call yet: what comes of a fix is told from calls that were heard.",
        unknown: { "There is no fix named \($0)." },
        planTitle: "What is meant to be done", hypothesis: "Why it should help",
        painPoints: "Makes rarer", ownerLabel: "Sees to it", effort: "Takes",
        size: "Expected size",
        sizeThen: { "\($0) of all calls had it when this was registered." },
        sizeUnknown: "How many calls had it could not be told when this was registered.",
        callsLabel: "Calls needed",
        callsUnknown: "Too few calls were heard to say how many it takes.",
        scope: "Where", worth: "What it would save",
        outcomeTitle: "Did it work?", before: "Before", after: "After",
        rangeNote: "The share of calls that had it: the bar ends at the low end of the range, the "
            + "line at the high end.",
        touchedCalls: { "\($0): calls with it" }, heardCalls: { "\($0): all calls heard" },
        untouchedCalls: { "\($0): calls with the untouched" },
        notYet: "It shipped, and no day after it settled is over yet.",
        notShipped: "It has not shipped. Hear the calls that are needed before it does.",
        heard: { "\($0) heard" },
        how: "How we know", historyTitle: "History", when: "When", who: "Who", what: "What",
        registered: "registered it",
        shipped: {
            "shipped it on \($0)" + ($1 == 0 ? "" : ", \($1) \($1 == 1 ? "day" : "days") to settle")
        },
        dropped: { "gave it up: \($0)" },
        addTitle: "Register a fix",
        addLead: "Before it ships. What is registered cannot be changed afterwards.",
        titleLabel: "What it is", titleHint: "A few words, such as: Call back instead of hold",
        painLabel: "What it is to make rarer", painHint: "One pain point or several.",
        noPainPoints: "The taxonomy has no pain points yet.",
        hypothesisHint: "What changes for the caller, in a sentence.",
        effortLabel: "Days of work", hopeLabel: "Hoped for, in percent",
        hopeHint: "The part of those calls that should go away, 1 to 100.",
        site: "Only at this site", queue: "Only in this queue",
        scopeHint: "Empty where it applies everywhere.",
        add: "Register",
        shipTitle: "It reached the callers",
        shipLead: "From that day on calls count as after. Say so on the day, or later.",
        day: "On which day", settle: "Days to settle",
        settleHint: "Days after it that are not counted, 0 to 90.", ship: "It shipped",
        dropTitle: "Give it up", dropLead: "What was registered stays, with the reason.",
        reason: "Why", drop: "Give it up", back: "All fixes",
        done: [
            "registered": "The fix is registered.", "shipped": "It is noted that it shipped.",
            "dropped": "It is given up.",
        ],
        badDay: { "“\($0)” is no day. Write it as 2026-11-15." },
        badNumber: { "\($0) is to be a number, not “\($1)”." },
        titleTaken: "There is a fix of that name already: give this one another.")
}
