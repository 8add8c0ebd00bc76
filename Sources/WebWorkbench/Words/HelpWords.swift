/// The words of the help page.
struct HelpWords: Sendable {
    let title: String
    let lead: String
    let keysTitle: String
    let keysNote: String
    let changeKeys: String
    let resetKeys: String
    let pressKey: String
    let keyTaken: String
    let keysOff: String
    let action: String
    let keys: String
    let namesTitle: String
    let names: [(name: String, meaning: String)]
    let linksTitle: String
    let linksText: String
    let linksButton: String
    let apiTitle: String
    let apiText: String

    static let english = HelpWords(
        title: "Help",
        lead:
            "Listen for an hour a week, on purpose, to calls that were drawn fairly. Tag what hurts "
            + "while you hear it. On Monday the digest says what recurs, and how sure that is.",
        keysTitle: "Keys",
        keysNote: "The same in the terminal and here. Letters do nothing while you write.",
        changeKeys: "Change", resetKeys: "Reset", pressKey: "Press the new key",
        keyTaken: "That is the key for “#”. Change that one first.",
        keysOff: "No keys in this browser",
        action: "What it does", keys: "Keys", namesTitle: "What words mean",
        names: [
            (
                "Draw",
                "Calls picked at random, each with a known chance. Only drawn calls count in "
                    + "shares and minutes; one that somebody chose is evidence."
            ),
            ("Pain point", "What hurt the caller, with a severity of 1 to 5."),
            ("Call reason", "Why they called; one for each call."),
            (
                "Hold",
                "The caller waits with music or in silence. “Estimated” means that the sound "
                    + "suggests it and no call record says it."
            ),
            ("Dead air", "Three seconds or more in which nobody speaks and nobody is on hold."),
            ("Overtalk", "Both speak at once."),
            (
                "Range",
                "Numbers of a sample come with a low and a high end. The ranking goes by the "
                    + "low end: what we are confident of at least."
            ),
        ],
        linksTitle: "Another browser",
        linksText: "A sign-in link works once. Make one for each further browser on this machine.",
        linksButton: "Make a link", apiTitle: "For programs",
        apiText: "Everything these pages show is JSON too, under /api/v1, described by")
}
