/// The words of a call's own page.
struct CallSheetWords: Sendable {
    let soundTitle: String
    let soundText: String
    let holds: String
    let deadAir: String
    let none: String
    let tagsTitle: String
    let historyTitle: String
    let historyNote: String
    let sittingsTitle: String
    let drawsTitle: String
    let filesTitle: String
    let when: String
    let who: String
    let what: String
    let path: String
    let hash: String
    let lastSeen: String
    let progress: String
    let chance: String
    let pickedAt: @Sendable (Int) -> String
    let notPicked: String
    let swapTitle: String
    let swapText: String
    let swapButton: String
    let listen: String
    let swapped: String
    let sidesByHand: String
    let noSound: String
    let recordSays: String
    let length: String
    let acts: ActWords

    /// What a person did, as one line of a history.
    struct ActWords: Sendable {
        let began: String
        let predicted: String
        let opened: String
        let openedDrawn: @Sendable (String) -> String
        let heard: @Sendable (String, String) -> String
        let said: String
        let changed: String
        let removed: String
        let undid: String
        let redid: String
        let skipped: @Sendable (String) -> String
        let finished: String
        let ended: String
        let other: String
    }

    static let english = CallSheetWords(
        soundTitle: "Sound", soundText: "The sound as text", holds: "Holds", deadAir: "Dead air",
        none: "none", tagsTitle: "What was said of it", historyTitle: "History",
        historyNote: "Everything that people did with this call; nothing is ever taken out of it.",
        sittingsTitle: "Sittings", drawsTitle: "Draws", filesTitle: "Files", when: "When",
        who: "Who", what: "What", path: "File", hash: "SHA-256", lastSeen: "Last seen",
        progress: "Progress", chance: "Chance", pickedAt: { "picked, place \($0)" },
        notPicked: "not picked", swapTitle: "Sides",
        swapText:
            "Where the recorder mixed the two sides up, exchange them. It holds for good, also "
            + "when the recording is taken in again.",
        swapButton: "Exchange agent and customer", listen: "Listen and tag",
        swapped: "Agent and customer are exchanged.",
        sidesByHand: "Set by hand.", noSound: "There is no sound to show.",
        recordSays: "call record", length: "Length",
        acts: ActWords(
            began: "began a sitting", predicted: "said what they expect",
            opened: "opened it by hand",
            openedDrawn: { "opened it from the draw \($0)" },
            heard: { range, speed in "heard \(range)\(speed)" }, said: "said",
            changed: "changed to",
            removed: "took back what they had said", undid: "undid the last change",
            redid: "did it again", skipped: { "passed it over: \($0)" }, finished: "finished it",
            ended: "ended the sitting", other: "did something this version does not know"))
}
