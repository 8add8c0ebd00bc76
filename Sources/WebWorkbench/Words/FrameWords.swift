/// The words around every page.
struct FrameWords: Sendable {
    let languageTag: String
    let product: String
    let skip: String
    let navigation: String
    let places: [Place: String]
    let more: String
    let signedInAs: String
    let signOut: String
    let footer: String
    /// Said by the live line; `{}` stands for numbers.
    let news: String
    let reload: String
    let ingestGoesOn: String
    let ingestOver: String
    let noConnection: String

    static let english = FrameWords(
        languageTag: "en", product: "Earful", skip: "Skip to content", navigation: "Pages",
        places: [
            .week: "This week", .listen: "Listen", .calls: "Calls", .digest: "Digest",
            .initiatives: "Fixes", .agreement: "Agreement", .gap: "Expectations",
            .sittings: "Sessions", .ideas: "Ideas", .help: "Help",
        ],
        more: "More", signedInAs: "Signed in as", signOut: "Sign out",
        footer: "Earful runs on this machine and sends nothing anywhere.",
        news: "There is something new on this page.", reload: "Show it",
        ingestGoesOn: "Taking recordings in: {done} of {total} files.",
        ingestOver: "Recordings were taken in: {done} of {total} files.",
        noConnection: "The server does not answer. This page waits for it.")
}
