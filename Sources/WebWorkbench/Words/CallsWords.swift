/// The words of the library of calls.
struct CallsWords: Sendable {
    let title: String
    let filters: String
    let anyValue: String
    let from: String
    let to: String
    let queue: String
    let site: String
    let agent: String
    let caller: String
    let reason: String
    let painPoint: String
    let recording: String
    let recordingStates: [String: String]
    let heard: String
    let heardYes: String
    let heardNo: String
    let direction: String
    let frame: String
    let group: String
    let picked: String
    let pickedYes: String
    let pickedNo: String
    let skipped: String
    let skippedYes: String
    let skippedNo: String
    let loggedHolds: String
    let holdOver: String
    let completenessUnder: String
    let text: String
    let apply: String
    let clear: String
    let moreFilters: String
    let order: String
    let orders: [String: String]
    let views: String
    let viewNames: (all: String, unheard: String, hold: String, broken: String, silent: String)
    let saveHint: String
    let found: @Sendable (String, Bool) -> String
    let next: String
    let first: String
    let nothing: String
    let nothingHint: String
    let wave: @Sendable (String) -> String
    let heardBy: String
    let notHeard: String

    static let english = CallsWords(
        title: "Calls", filters: "Filter", anyValue: "any", from: "From", to: "To", queue: "Queue",
        site: "Site", agent: "Agent", caller: "Caller", reason: "Call reason",
        painPoint: "Pain point", recording: "Recording",
        recordingStates: [
            "decoded": "can be heard", "none": "none delivered", "undecodable": "does not decode",
            "retired": "deleted by retention",
        ],
        heard: "Heard", heardYes: "by somebody", heardNo: "by nobody",
        direction: "Direction", frame: "Frame of a draw", group: "Group of a draw",
        picked: "Picked by a draw", pickedYes: "picked", pickedNo: "not picked",
        skipped: "Skipped", skippedYes: "by somebody", skippedNo: "by nobody",
        loggedHolds: "Holds in its record, at least",
        holdOver: "Hold over (seconds)", completenessUnder: "Recorded under (%)",
        text: "Words in notes and ideas",
        apply: "Show", clear: "Clear all", moreFilters: "More filters", order: "Order",
        orders: [
            "newestFirst": "newest first", "oldestFirst": "oldest first",
            "longestFirst": "longest first", "shortestFirst": "shortest first",
            "mostHoldFirst": "most hold first",
        ],
        views: "Views",
        viewNames: (
            all: "All calls", unheard: "Not heard yet", hold: "Long holds",
            broken: "Incomplete recordings", silent: "Could not be heard"
        ),
        saveHint: "The address of this page is the view: bookmark it or send it on.",
        found: { count, isMore in
            "\(count)\(isMore ? " or more" : "") \(count == "1" ? "call" : "calls")"
        },
        next: "Next page", first: "First page", nothing: "No call fits.",
        nothingHint: "Take a filter away, or widen the days.",
        wave: { "Sound of call \($0)" }, heardBy: "Heard by", notHeard: "not heard")
}
