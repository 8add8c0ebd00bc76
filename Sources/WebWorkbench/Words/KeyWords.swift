import CallWorkbench

/// What each key does, in words.
struct KeyWords: Sendable {
    let label: @Sendable (PlayerAction) -> String

    static let english = KeyWords { action in
        switch action {
        case .play: "Play or pause"
        case .back10: "10 seconds back"
        case .on10: "10 seconds on"
        case .back5: "5 seconds back"
        case .on5: "5 seconds on"
        case .back1: "1 second back"
        case .on1: "1 second on"
        case .slower: "Slower by a quarter; the pitch stays"
        case .faster: "Faster by a quarter; the pitch stays"
        case .normalSpeed: "Normal speed"
        case .skipSilence: "Skip dead air and hold, or not"
        case .agentOnly: "Agent only"
        case .customerOnly: "Customer only"
        case .bothSides: "Both sides"
        case .level: "Levels matched, or as recorded"
        case .regionStart: "A region begins here"
        case .regionEnd: "A region ends here"
        case .loop: "Loop the region, or not"
        case .playRegion: "Play the region once"
        case .painPoint(let number): "Pain point \(number), then its severity 1 to 5"
        case .allPainPoints: "Go to the pain points"
        case .reason: "Why they called: type to filter"
        case .note: "A note"
        case .idea: "An idea"
        case .kudos: "Praise"
        case .flag: "A flag: hear this again"
        case .nextTag: "Select the next tag"
        case .previousTag: "Select the previous tag"
        case .changeTag: "Change the selected tag"
        case .removeTag: "Remove the selected tag"
        case .undo: "Undo"
        case .redo: "Redo"
        case .finish: "Done with this call, on to the next"
        case .nextCall: "Next call"
        case .previousCall: "Previous call"
        case .skipCall: "Skip this call, with a reason"
        case .search: "Find a call"
        case .help: "Show the keys"
        case .leave, .suspend, .redraw: ""
        }
    }
}
