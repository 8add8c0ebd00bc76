/// The words of signing in and of links for more browsers.
struct SignInWords: Sendable {
    let title: String
    let lead: String
    let nameLabel: String
    let nameHint: String
    let button: String
    let usedTitle: String
    let nameMissing: String
    let linkTitle: String
    let linkLead: String

    static let english = SignInWords(
        title: "Who listens?",
        lead:
            "Your name goes with everything you hear and say, so that a digest can count people and "
            + "you can find your own sittings.",
        nameLabel: "Your name", nameHint: "The same each week, and on every device.",
        button: "Begin", usedTitle: "This link was used",
        nameMissing: "Please write a name.",
        linkTitle: "A link for another browser",
        linkLead: "It signs one browser on this machine in, once:")
}
