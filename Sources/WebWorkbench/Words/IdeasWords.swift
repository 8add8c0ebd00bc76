/// The words of the list of ideas.
struct IdeasWords: Sendable {
    let title: String
    let search: String
    let find: String
    let clear: String
    let export: String
    let nothing: String
    let nothingHint: String
    let noMatch: String
    let count: @Sendable (Int) -> String
    let more: @Sendable (Int) -> String

    static let english = IdeasWords(
        title: "Ideas", search: "Words in ideas", find: "Find", clear: "Show all",
        export: "Download",
        nothing: "Nobody proposed anything yet.",
        nothingHint: "Press I while you listen, and write down what would have helped this caller.",
        noMatch: "No idea has these words.",
        count: { "\($0) \($0 == 1 ? "idea" : "ideas")" },
        more: { "The newest \($0) are shown; the download has all." })
}
