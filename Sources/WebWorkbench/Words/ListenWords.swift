/// The words of the page that says what to hear next.
struct ListenWords: Sendable {
    let title: String
    let lead: @Sendable (Int, String) -> String
    let nothing: String
    let nothingHint: String
    let place: String
    let chance: String

    static let english = ListenWords(
        title: "Listen",
        lead: { count, draw in
            "\(count) \(count == 1 ? "call is" : "calls are") left to hear in the draw \(draw), in "
                + "this order. Whoever heard one sees it marked."
        },
        nothing: "No call waits to be heard.",
        nothingHint: "Draw some with “earful draw --week”, and they stand here.", place: "No.",
        chance: "Chance")
}
