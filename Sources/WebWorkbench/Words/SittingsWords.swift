/// The words of the lists and pages of sittings.
struct SittingsWords: Sendable {
    let title: String
    let lead: @Sendable (String, String, Int) -> String
    let sittings: @Sendable (String, Bool) -> String
    let who: String
    let everybody: String
    let purpose: String
    let anyPurpose: String
    let show: String
    let nothing: String
    let nothingHint: String
    let when: String
    let heard: String
    let calls: String
    let tags: String
    let ideas: String
    let goesOn: String
    let back: String
    let expectedShare: String
    let heardShare: String

    static let english = SittingsWords(
        title: "Sessions",
        lead: { sittings, duration, people in
            "\(sittings), \(duration) heard, \(people) \(people == 1 ? "person" : "people")."
        },
        sittings: { count, isOne in count + (isOne ? " session" : " sessions") },
        who: "Who", everybody: "everybody", purpose: "Purpose", anyPurpose: "any", show: "Show",
        nothing: "Nobody has listened yet.",
        nothingHint: "A session appears here with the first call that somebody opens.",
        when: "When", heard: "Heard", calls: "Calls", tags: "Tags", ideas: "Ideas",
        goesOn: "still going on", back: "All sessions", expectedShare: "Expected",
        heardShare: "Heard")
}
