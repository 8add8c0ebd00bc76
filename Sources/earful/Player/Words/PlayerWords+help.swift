import CallWorkbench

extension PlayerWords {
    static let helpTitle = "Keys"
    static let helpHint = "any other key closes this"

    /// The actions in groups; those that go in pairs stand together.
    static let helpGroups: [(title: String, actions: [[PlayerAction]])] = [
        (
            "Hearing",
            [
                [.play], [.back10, .on10], [.back5, .on5], [.back1, .on1], [.slower, .faster],
                [.normalSpeed], [.skipSilence], [.agentOnly], [.customerOnly], [.bothSides],
                [.level], [.regionStart, .regionEnd], [.loop], [.playRegion],
            ]
        ),
        (
            "Saying what you hear",
            [
                [.painPoint(1), .painPoint(9)], [.allPainPoints], [.reason], [.note], [.idea],
                [.kudos], [.flag], [.nextTag, .previousTag], [.changeTag], [.removeTag], [.undo],
                [.redo],
            ]
        ),
        (
            "Going on",
            [
                [.finish], [.nextCall, .previousCall], [.skipCall], [.search], [.help], [.leave],
                [.suspend], [.redraw],
            ]
        ),
    ]

    /// What the actions of an entry of the help do.
    static func help(_ actions: [PlayerAction]) -> String {
        guard let first = actions.first else { return "" }
        switch first {
        case .back10: return "10 seconds back, on"
        case .back5: return "5 seconds back, on"
        case .back1: return "1 second back, on"
        case .slower: return "slower, faster by a quarter; the pitch stays"
        case .regionStart: return "a region begins, ends here"
        case .painPoint: return "a pain point, then its severity 1-5"
        case .nextTag: return "select the next, previous tag"
        case .nextCall: return "next, previous call"
        default: return describe(first)
        }
    }

    /// What one action does.
    static func describe(_ action: PlayerAction) -> String {
        switch action {
        case .play: "play, pause"
        case .back10: "10 seconds back"
        case .on10: "10 seconds on"
        case .back5: "5 seconds back"
        case .on5: "5 seconds on"
        case .back1: "1 second back"
        case .on1: "1 second on"
        case .slower: "slower by a quarter; the pitch stays"
        case .faster: "faster by a quarter; the pitch stays"
        case .normalSpeed: "normal speed"
        case .skipSilence: "skip dead air and hold, or not"
        case .agentOnly: "agent only"
        case .customerOnly: "customer only"
        case .bothSides: "both sides"
        case .level: "level of the sides matched, or as recorded"
        case .regionStart: "a region begins here"
        case .regionEnd: "a region ends here"
        case .loop: "loop the region, or not"
        case .playRegion: "play the region once"
        case .painPoint(let number): "the pain point with the digit \(number), then its severity"
        case .allPainPoints: "all pain points, type to filter"
        case .reason: "why they called, type to filter"
        case .note: "a note"
        case .idea: "an idea"
        case .kudos: "praise"
        case .flag: "a flag: hear this again"
        case .nextTag: "select the next tag"
        case .previousTag: "select the previous tag"
        case .changeTag: "change the selected tag"
        case .removeTag: "remove the selected tag"
        case .undo: "undo"
        case .redo: "redo"
        case .finish: "done with this call, on to the next"
        case .nextCall: "next call"
        case .previousCall: "previous call"
        case .skipCall: "skip this call, with a reason"
        case .search: "go to a call of the plan"
        case .help: "this help"
        case .leave: "leave: go on later, or end the sitting"
        case .suspend: "stop the program (fg goes on)"
        case .redraw: "draw the screen anew"
        }
    }

    static func helpNotes(_ keys: KeyTable) -> [String] {
        [
            "Many terminals send the same for Ctrl+Enter as for Enter, and for Ctrl+Shift+Z as for",
            "Ctrl+Z: the other keys beside them always work. Ctrl+Z undoes, as on the web.",
            "What you say is of the region; without one, of the ten seconds before the cursor.",
            "Keys can be changed in Annotations/settings.yml: `earful listen --keys` names them all.",
        ]
    }
}
