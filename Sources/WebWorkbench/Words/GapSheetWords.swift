/// The words of the pages of expectations that are not the report's own.
struct GapSheetWords: Sendable {
    let title: String
    let lead: String
    let nothing: String
    let listen: String
    let barNote: String
    let own: String
    let historyOf: @Sendable (String) -> String
    let back: String
    let how: String

    static let english = GapSheetWords(
        title: "Expectations",
        lead: "Before a sitting everybody says what they expect to hear. Here it stands beside "
            + "what was then measured of the same days.",
        nothing: "There is nothing to compare yet.",
        listen: "Say what you expect, and listen",
        barNote: "The mark is what was measured, the band its range, the triangle what was "
            + "expected.",
        own: "Your own history", historyOf: { "History of \($0)" },
        back: "Expectations", how: "How we know")
}
