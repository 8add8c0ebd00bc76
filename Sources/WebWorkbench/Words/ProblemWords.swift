/// What is said when a request gets no answer of its own.
struct ProblemWords: Sendable {
    /// What is said of one kind.
    struct Said: Sendable {
        let title: String
        let detail: String
        let advice: String
    }

    let home: String
    let kinds: [WebProblem.Kind: Said]
    let unknown: Said

    static let english = ProblemWords(
        home: "Go to This week",
        kinds: [
            .badRequest: Said(
                title: "That was not understood",
                detail: "The address or the form holds something that this page does not know.",
                advice: "Go back and choose again, or begin at This week."),
            .signInNeeded: Said(
                title: "Sign in first",
                detail: "This browser is not signed in, or the server was started anew since.",
                advice: "Open the link that “earful serve” printed in the terminal. A link works "
                    + "once: for a new one, stop the server with Ctrl+C and start it again, or ask "
                    + "somebody who is signed in: Help makes links for more browsers."),
            .refused: Said(
                title: "That was not sent from here",
                detail: "A change is taken only from a page of this server, in the browser that "
                    + "loaded it.",
                advice: "Nothing was changed. Load the page again and repeat it there."),
            .notFound: Said(
                title: "There is no such page",
                detail: "Nothing lies at this address.",
                advice: "It may have been mistyped, or belong to another workspace."),
            .conflict: Said(
                title: "That cannot be done",
                detail: "It does not fit what is stored.", advice: "Nothing was changed."),
            .stale: Said(
                title: "Somebody was faster",
                detail: "This was changed since your page was loaded.",
                advice:
                    "Nothing was overwritten. Load the page again, look, and repeat your change "
                    + "if you still want it."),
            .tooLarge: Said(
                title: "That is too much at once",
                detail: "A form may be 64 KiB large.", advice: "Send less, in several steps."),
            .wrongHost: Said(
                title: "Wrong address",
                detail:
                    "This server answers only to 127.0.0.1, localhost and [::1], with its port.",
                advice: "Open the link that “earful serve” printed in the terminal."),
            .internalError: Said(
                title: "Something went wrong here",
                detail: "It is not your fault. The reason stands where the server was started.",
                advice: "What was said to be saved is saved. Try again; if it stays, run "
                    + "“earful doctor”."),
            .notReady: Said(
                title: "Not ready yet", detail: "The server is starting or ending.",
                advice: "Try again in a moment."),
        ],
        unknown: Said(
            title: "Something went wrong here", detail: "", advice: "Try again in a moment."))
}
